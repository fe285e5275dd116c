import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Crawler } from './crawler.ts';
import { Curation } from './curation.ts';
import { datasetsFor, existingBucket } from './datasets.ts';
import type { LakeStack } from './lake-stack.ts';
import { Pipeline, type PipelineStage } from './pipeline.ts';
import type { Job, Plan } from './plan.ts';
import { securityOf } from './security.ts';

export interface ProcessingProps extends StackProps {
	readonly plan: Plan;
	readonly lake: LakeStack;
}

/** The jobs of the plan, from files as they arrive to features, run in the order in which one reads what another wrote. */
export class ProcessingStack extends Stack {
	/** Ids of jobs whose stores are not buckets of this app; they are set up by hand. */
	readonly byHand: readonly string[];

	constructor(scope: Construct, id: string, { plan, lake, ...props }: ProcessingProps) {
		super(scope, id, props);
		const security = securityOf(this, lake.key);
		const make = (job: Job): PipelineStage | undefined => {
			const [from, to] = [lake.buckets.get(job.from), lake.buckets.get(job.to)];
			const [fromDatabase, database] = [job.from, job.to].map((id) => lake.databaseOf(plan, id));
			if (!from || !to || !database) return undefined;
			if (job.does === 'crawl') {
				const { name } = new Crawler(this, job.id, { description: job.title, buckets: [from], database, security });
				return { job, crawler: name };
			}
			const datasets = datasetsFor(plan, job);
			const elsewhere = plan.stores.filter((store) =>
				datasets.some(({ path }) => path === `s3://${existingBucket(store)}`),
			);
			const { name } = new Curation(this, job.id, {
				...{ job, datasets, from, to, database, fromDatabase, security },
				elsewhere: elsewhere.flatMap(({ id }) => lake.buckets.get(id) ?? []),
			});
			return { job, glueJob: name };
		};
		const stages = plan.jobs.flatMap((job) => make(job) ?? []);
		const made = new Set(stages.map(({ job }) => job.id));
		this.byHand = plan.jobs.filter(({ id }) => !made.has(id)).map(({ id }) => id);
		const cadences = [...new Set(stages.map(({ job }) => job.cadence))];
		for (const [index, cadence] of cadences.entries()) {
			const together = stages.filter(({ job }) => job.cadence === cadence);
			new Pipeline(this, `pipeline-${index + 1}`, { cadence, stages: together, key: lake.key });
		}
	}
}
