import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Crawler } from './crawler.ts';
import { Curation } from './curation.ts';
import { datasetsFor, sourcesInPlace } from './datasets.ts';
import type { Environment } from './environment.ts';
import type { LakeStack } from './lake-stack.ts';
import { datasetOf } from './names.ts';
import { Pipeline, type PipelineStage } from './pipeline.ts';
import type { Job, Plan } from './plan.ts';
import { makeRulesets } from './rulesets.ts';
import { securityOf } from './security.ts';
import { bytesBehind, type Size, sizeFor, sizeOf } from './sizing.ts';

export interface ProcessingProps extends StackProps {
	readonly plan: Plan;
	readonly lake: LakeStack;
	readonly environment: Environment;
}

/** The jobs of the plan, from files as they arrive to features, run in the order in which one reads what another wrote. */
export class ProcessingStack extends Stack {
	/** What is left to do by hand, a sentence each. */
	readonly byHand: readonly string[];

	constructor(scope: Construct, id: string, { plan, lake, environment, ...props }: ProcessingProps) {
		super(scope, id, props);
		const security = securityOf(this, lake.key);
		const make = (job: Job): PipelineStage | undefined => {
			const datasets = datasetsFor(plan, job, environment);
			const lying = sourcesInPlace(plan).filter((source) =>
				datasets.some(({ name, path }) => path && name === datasetOf(source)),
			);
			const existing = lying.flatMap(({ id }) => lake.existing.get(id) ?? []);
			const from = lake.buckets.get(job.from) ?? existing[0];
			const [fromDatabase, database] = [job.from, job.to].map((id) => lake.databaseOf(plan, id));
			if (!from || !database) return undefined;
			// Tables in S3 Tables stand in the catalogue already.
			if (job.does === 'crawl' && lake.tables.has(job.from)) return undefined;
			if (job.does === 'crawl') {
				const own = lake.buckets.get(job.from);
				const { name } = new Crawler(this, job.id, {
					description: job.title,
					buckets: own ? [own] : existing,
					database,
					security,
					key: lake.key,
				});
				return { job, crawler: name };
			}
			// What is read in place is checked, and never written to. Text is read out of files by other services than Spark.
			const to = lake.buckets.get(job.to) ?? (job.does === 'quality' ? from : undefined);
			const byHand = job.does === 'extract' || (job.engine !== undefined && job.engine.builtBy === undefined);
			if (!to || byHand) return undefined;
			const { name } = new Curation(this, job.id, {
				...{ job, datasets, from, to, database, fromDatabase, security, key: lake.key },
				elsewhere: existing,
				tables: lake.tables.get(job.from),
				size: sizeWanted(plan, job),
			});
			if (job.does === 'quality') makeRulesets(this, environment.name, job, datasets);
			return { job, glueJob: name };
		};
		const stages = plan.jobs.flatMap((job) => make(job) ?? []);
		const made = new Set(stages.map(({ job }) => job.id));
		const once = stages.filter(({ job }) => job.cadence === 'once').map(({ job }) => job.title);
		this.byHand = [
			...plan.jobs
				.filter(({ id, does, from }) => !made.has(id) && !(does === 'crawl' && lake.tables.has(from)))
				.map(({ title }) => `${title}: no job of Spark does this; set it up by hand.`),
			...(once.length > 0 ? [`${once.join(', ')}: start the state machine once, when all has arrived.`] : []),
		];
		const cadences = [...new Set(stages.map(({ job }) => job.cadence))];
		for (const [index, cadence] of cadences.entries()) {
			const together = stages.filter(({ job }) => job.cadence === cadence);
			new Pipeline(this, `pipeline-${index + 1}`, { cadence, stages: together, key: lake.key });
		}
	}
}

/** By what the plan knows of the data; somebody who writes `workers` into the settings of a job has the last word. */
function sizeWanted(plan: Plan, job: Job): Size {
	const bytes = bytesBehind(plan, job);
	const wanted = Number(job.settings.workers);
	return wanted > 0 ? sizeFor(wanted, bytes) : sizeOf(bytes);
}
