import { createHash } from 'node:crypto';
import type { Plan, PlannedSource } from '../plan/plan.ts';
import type { Exporter } from './exporter.ts';
import { sqlComment, sqlName } from './languages/sql.ts';

/**
The name of a source's data in the exported app: its catalogue, prefix and table. The app has the same few lines
(`templates/cdk/lib/names.ts`), and a test holds the two together.
*/
export function datasetOf({ id }: Pick<PlannedSource, 'id'>): string {
	const last = id.split(/[:/]/).filter(Boolean).at(-1) ?? '';
	const words = last
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '_')
		.slice(0, 24)
		.replace(/^[_0-9]+|[_]+$/g, '');
	return `${words || 'source'}_${createHash('sha256').update(id).digest('hex').slice(0, 8)}`;
}

const federation = 'athena-federation';

/**
For every source that is queried where it lies: a view over it, and a copy of it as an Iceberg table, which is what a training
run reads so that it can be repeated. Undefined where nothing is queried in place.
*/
export function athenaSql(plan: Plan): string | undefined {
	const asked = new Set(plan.flows.flatMap(({ services, sources }) => (services.includes(federation) ? sources : [])));
	const sources = plan.sources.filter(({ id }) => asked.has(id));
	if (sources.length === 0) return undefined;
	const parts = sources.flatMap((source) => statements(source));
	return `${[...preface, ...parts].join('\n')}\n`;
}

const database = 'pipeline_analytics';
const preface = [
	sqlComment('Views over sources that Athena queries where they lie, and copies of them for training.'),
	sqlComment(
		'The catalogues are those of the exported CDK app; its "name" in cdk.json begins the database: here "pipeline".',
	),
	sqlComment('SCHEMA_NAME and TABLE_NAME stand for what the database calls them.'),
	'',
];

function statements(source: PlannedSource): readonly string[] {
	const name = datasetOf(source);
	const from = [name, ...tableOf(source)].map(sqlName).join('.');
	const bucket = 'RAW_ZONE_BUCKET';
	return [
		sqlComment(`${source.title} (${source.kind})`),
		`CREATE OR REPLACE VIEW ${sqlName(database)}.${sqlName(name)} AS`,
		`SELECT * FROM ${from};`,
		'',
		`CREATE TABLE ${sqlName(database)}.${sqlName(`${name}_copy`)}`,
		`WITH (table_type = 'ICEBERG', is_external = false, format = 'PARQUET', location = 's3://${bucket}/copies/${name}/') AS`,
		`SELECT * FROM ${from};`,
		'',
	];
}

const dynamo = /^arn:[a-z-]+:dynamodb:[a-z0-9-]+:\d{12}:table\/([A-Za-z0-9_.-]{3,255})$/;

/** Schema and table: DynamoDB has one schema, and a source there is a table; of a database nobody has said them. */
function tableOf({ id }: PlannedSource): readonly [schema: string, table: string] {
	const table = dynamo.exec(id)?.[1];
	return table === undefined ? ['SCHEMA_NAME', 'TABLE_NAME'] : ['default', table.toLowerCase()];
}

/** The statements as a file, where there are any. */
export const athenaExporter: Exporter = {
	title: 'Athena SQL for federated sources',
	files: (plan) => {
		const sql = athenaSql(plan);
		return new Map(sql === undefined ? [] : [['sql/federated.sql', sql]]);
	},
};
