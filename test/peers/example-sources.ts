import type { PlanKnown, PlannedSource } from '../../source/plan/plan.ts';
import { statementWriter } from '../../source/plan/statements.ts';
import { ids, where } from './example-ids.ts';

const at = '2026-11-20T08:00:00Z';
const day = 86_400;

const known =
	(from: PlanKnown['from'], evidence: string) =>
	(value: PlanKnown['value']): PlanKnown => ({ value, from, evidence, at });
const measured = known('measured', 'cloudwatch');
const described = known('measured', 'describe');
const declared = known('declared', 'sources.yaml');
/** A value that a person gave. */
export const answered = known('answered', 'answers.yaml');
/** A value that nobody confirmed. */
export const assumed = known('assumed', 'the usual case');

const writer = statementWriter();
const said = (facts: Readonly<Record<string, PlanKnown>>) => writer.write(Object.entries(facts));

const inAws = { place: 'aws-eu-central-1', account: where.account, strategy: 'data-lake' } as const;

/** The sources of the example with what decided about them. */
export const exampleSources: readonly PlannedSource[] = [
	{
		...inAws,
		id: ids.clickstream,
		title: 'Web clickstream',
		kind: 's3-bucket',
		family: 'object',
		region: where.region,
		decidedBy: said({
			volume: measured(3e12),
			change: measured(115_740),
			format: described('json'),
			encrypted: described(true),
			'tls.only': described(false),
			'region.same': described(true),
		}),
		estimate: { complete: 0, freshness: 0, monthly: 0 },
	},
	{
		...inAws,
		id: ids.profiles,
		title: 'Customer profiles',
		kind: 'dynamodb-table',
		family: 'key-value',
		region: where.region,
		decidedBy: said({
			volume: measured(180e9),
			change: measured(11_574),
			pitr: described(true),
			sensitivity: answered('personal'),
			freshness: assumed(day),
		}),
		estimate: { complete: 7200, freshness: day, once: 18, monthly: 9.1 },
	},
	{
		...inAws,
		id: ids.telemetry,
		title: 'Machine telemetry',
		kind: 'kinesis-stream',
		family: 'stream',
		region: where.region,
		decidedBy: said({
			change: declared(400_000),
			records: declared(200),
			'stream.mode': declared('on-demand'),
			stateful: assumed(false),
		}),
		estimate: { freshness: 300, monthly: 72.4 },
	},
	...[ids.orders, ids.returns].map((id, index) => ({
		...inAws,
		id,
		title: ['orders', 'returns'][index] as string,
		kind: 'rds-instance',
		family: 'relational',
		region: where.region,
		decidedBy: said({
			engine: described(['mysql', 'postgresql'][index] as string),
			volume: measured([600e9, 120e9][index] as number),
			encrypted: described(true),
			'load.allowed': assumed(false),
			freshness: answered(day),
		}),
		estimate: { complete: 18_000, freshness: day, monthly: [182.4, 36.5][index] as number },
	})),
	{
		id: ids.historian,
		title: 'Plant historian',
		kind: 'oracle',
		family: 'relational',
		place: 'plant-leipzig',
		strategy: 'data-lake',
		decidedBy: said({
			engine: declared('oracle'),
			volume: declared(2e12),
			change: declared(231_481),
			updates: declared('update'),
			'changes.readable': answered(true),
			freshness: answered(3600),
			bandwidth: declared(200e6),
			'bandwidth.free': assumed(0.8),
		}),
		estimate: { complete: 4.1 * day, freshness: 60, monthly: 299.3 },
	},
];

/** Where all that comes from. */
export const exampleOrigins = writer.origins();
