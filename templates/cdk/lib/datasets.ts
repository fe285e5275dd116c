import { arns, datasetOf } from './names.ts';
import type { Flow, Job, Plan, PlannedSource, Store } from './plan.ts';

/** Data of one source, as a job reads it. */
export interface Dataset {
	readonly name: string;
	/** How its files look: one of the formats of `lake_options.py`. */
	readonly format: string;
	/** Where it lies, if not below the zone that the job reads. */
	readonly path?: string;
}

/** What the last service of a flow writes, where that is not the source's own format. */
const written: Readonly<Record<string, string>> = {
	'rds-snapshot-export': 'rds-parquet',
	'glue-jdbc': 'table-parquet',
	dms: 'dms-parquet',
	'dynamodb-export': 'dynamodb-json',
	'data-firehose': 'json',
	'cloudwatch-logs-delivery': 'json',
	'iot-core': 'json',
	'kinesis-s3-delivery': 'json',
	appflow: 'parquet',
};

/** Formats of files that movers leave as they are. */
const kept: Readonly<Record<string, string>> = {
	csv: 'csv',
	tsv: 'csv',
	json: 'json',
	ndjson: 'json',
	parquet: 'parquet',
	orc: 'orc',
};

/**
 * The data that a job reads, a dataset for each source of the flows it follows: as the flow delivers it into the store the job
 * reads, where it lies if it is read in place, or as an earlier job wrote it there.
 */
export function datasetsFor(plan: Plan, job: Job): readonly Dataset[] {
	const flows = plan.flows.filter(({ id }) => job.after.includes(id));
	const found = flows.flatMap((flow) =>
		plan.sources
			.filter(({ id }) => flow.sources.includes(id))
			.flatMap((source) => datasetFor(plan, job, flow, source) ?? []),
	);
	return [...new Map(found.map((dataset) => [dataset.name, dataset])).values()];
}

function datasetFor(plan: Plan, job: Job, flow: Flow, source: PlannedSource): Dataset | undefined {
	const name = datasetOf(source);
	if (flow.to === job.from) return { name, format: formatOf(flow, source) };
	const earlier = plan.jobs.filter((other) => other.does !== 'crawl' && other.id !== job.id && other.to === job.from);
	const before = earlier.find(({ after }) => after.includes(flow.id));
	if (before) return { name, format: before.settings.format === 'iceberg' ? 'iceberg' : 'run-parquet' };
	const bucket = existingBucket(plan.stores.find(({ id }) => id === flow.to));
	return bucket === undefined ? undefined : { name, format: formatOf(flow, source), path: `s3://${bucket}` };
}

/** The name of the bucket that a store of kind "in place" stands for. */
export const existingBucket = (store: Store | undefined): string | undefined =>
	store?.kind === 'in place' ? arns.bucket.exec(store.existing ?? '')?.[1] : undefined;

function formatOf({ services }: Flow, { decidedBy }: PlannedSource): string {
	const byService = services
		.toReversed()
		.flatMap((service) => (Object.hasOwn(written, service) ? written[service] : []));
	const said = decidedBy.format?.value;
	const own = typeof said === 'string' && Object.hasOwn(kept, said) ? kept[said] : undefined;
	return byService[0] ?? own ?? 'parquet';
}
