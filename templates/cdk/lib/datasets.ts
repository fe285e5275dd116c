import { knownOf } from './decided-by.ts';
import type { Environment } from './environment.ts';
import { arns, datasetOf, partOf } from './names.ts';
import { type Partition, partitionOf } from './partitions.ts';
import type { Flow, Job, Plan, PlannedSource } from './plan.ts';
import { periodOf } from './schedules.ts';

/** Data of one source, as a job reads it. */
export interface Dataset {
	readonly name: string;
	/** How its files look: one of the formats of `lake_options.py`. */
	readonly format: string;
	/** Where it lies, if not below the zone that the job reads. */
	readonly path?: string;
	/** The database of its tables, if it has one of its own. */
	readonly database?: string;
	/** By what part of their time rows of its tables stand together. */
	readonly partition?: Partition;
}

/** What the last service of a flow writes, where that is not the source's own format. */
const written: Readonly<Record<string, string>> = {
	'rds-snapshot-export': 'rds-parquet',
	'glue-jdbc': 'table-parquet',
	'glue-cassandra-read': 'table-parquet',
	'glue-dynamodb-read': 'table-parquet',
	'glue-opensearch-read': 'table-parquet',
	'redshift-training-set': 'table-parquet',
	'vended-logs': 'parquet',
	'redshift-unload': 'table-parquet',
	'cloudwatch-metric-streams': 'json',
	dms: 'dms-parquet',
	'glue-zero-etl': 'iceberg',
	'data-firehose': 'json',
	'cloudwatch-logs-delivery': 'json',
	'iot-core': 'json',
	'kinesis-s3-delivery': 'json',
	'msk-data-delivery': 'json',
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
export function datasetsFor(plan: Plan, job: Job, environment: Environment): readonly Dataset[] {
	const flows = plan.flows.filter(({ id }) => job.after.includes(id));
	const found = flows.flatMap((flow) =>
		plan.sources
			.filter(({ id }) => flow.sources.includes(id))
			.flatMap((source) => {
				const dataset = datasetFor(plan, job, flow, source, environment);
				const partition = partitionOf(plan, job, source);
				return dataset ? [{ ...dataset, ...(partition && { partition }) }] : [];
			}),
	);
	return [...new Map(found.map((dataset) => [dataset.name, dataset])).values()];
}

function datasetFor(
	plan: Plan,
	job: Job,
	flow: Flow,
	source: PlannedSource,
	environment: Environment,
): Dataset | undefined {
	const name = datasetOf(source);
	const others = plan.jobs.filter(({ id, after, to }) => id !== job.id && to === job.from && after.includes(flow.id));
	const isInPlace = plan.stores.some(({ id, kind }) => id === flow.to && kind === 'in place');
	if (flow.to === job.from && !isInPlace) {
		// Services that read text out of sound, pictures and documents write JSON.
		if (others.some(({ does }) => does === 'extract')) return { name, format: 'json' };
		if (writesTable(flow)) return { name, format: 's3-table', database: zoneOf(plan, flow.to) };
		const format = formatOf(plan, flow, source, environment);
		return { name, format, ...(format === 'iceberg' ? { database: name } : {}) };
	}
	const before = others.find(({ does, from, to }) => does !== 'crawl' && from !== to);
	if (before) return { name, format: before.settings.format === 'iceberg' ? 'iceberg' : 'run-parquet' };
	const bucket = isInPlace ? partOf(source, arns.bucket) : undefined;
	return bucket === undefined
		? undefined
		: { name, format: formatOf(plan, flow, source, environment), path: `s3://${bucket}` };
}

/** Sources that are read where they lie. */
export function sourcesInPlace({ flows, stores, sources }: Plan): readonly PlannedSource[] {
	const lying = new Set(stores.filter(({ kind }) => kind === 'in place').map(({ id }) => id));
	const read = new Set(flows.flatMap((flow) => (lying.has(flow.to) ? flow.sources : [])));
	return sources.filter(({ id }) => read.has(id));
}

/** An export of changes covers at most a day; tables that are exported less often are exported in full. */
export function exportsChanges({ settings, cadence }: Flow): boolean {
	const said = settings['dynamodb-export']?.exportType;
	if (said !== undefined) return said === 'INCREMENTAL_EXPORT';
	return (periodOf(cadence)?.toDays({ integral: false }) ?? Number.POSITIVE_INFINITY) <= 1;
}

function formatOf(plan: Plan, flow: Flow, source: PlannedSource, environment: Environment): string {
	const { services } = flow;
	if (asParquet(flow, source, environment)) return 'parquet';
	if (services.includes('dynamodb-export')) return exportsChanges(flow) ? 'dynamodb-json' : 'dynamodb-full';
	const byService = services
		.toReversed()
		.flatMap((service) => (Object.hasOwn(written, service) ? written[service] : []));
	const said = knownOf(plan, source, 'format')?.value;
	const own = typeof said === 'string' && Object.hasOwn(kept, said) ? kept[said] : undefined;
	return byService[0] ?? own ?? 'parquet';
}

/** Whether a stream or a topic writes its own table in S3 Tables. */
export const writesTable = ({ settings }: Flow): boolean =>
	['kinesis-s3-delivery', 'msk-data-delivery'].some((service) => settings[service]?.target === 'table');

const zoneOf = ({ stores }: Plan, id: string): string => stores.find((store) => store.id === id)?.zone ?? 'raw';

/** The columns with which Firehose writes Parquet: of a source for which the plan wants it, once the environment says them. */
export function asParquet(
	{ settings }: Flow,
	{ id }: PlannedSource,
	{ columns = {} }: Environment,
): Readonly<Record<string, string>> | undefined {
	return settings['data-firehose']?.format === 'parquet' && Object.hasOwn(columns, id) ? columns[id] : undefined;
}
