import { mebibytes, megabytes, months } from '../facts/units.ts';
import type { Condition, Term } from '../rules/condition.ts';
import { any, atMost, fact, formula, largest, product } from '../rules/constructors.ts';
import { confirmed } from './cited.ts';
import type { CostTerm, Mode, Requirement } from './record.ts';
import { work } from './work.ts';

const limits = 'docs/streams/latest/dev/service-sizes-and-limits.html';

/** A capacity mode: what goes in, what is read, and the hours of looking after it. */
export interface Capacity {
	readonly title: string;
	readonly costs: readonly CostTerm[];
	/** Price of a byte read; shards include it. */
	readonly read?: string;
	readonly monthly: number;
	readonly sizing?: Mode['sizing'];
	readonly requires?: readonly Requirement[];
	readonly streamMode: string;
}

const largeRegions: Condition = { fact: 'training.region', is: ['us-east-1', 'us-west-2', 'eu-west-1'] };
export const throughput: Requirement = {
	because: 'on-demand streams outside three large regions take 200 MB a second until the quota is raised',
	that: any(largeRegions, atMost('change', megabytes(200))),
	quota: 'Kinesis: write throughput of an on-demand stream',
	...confirmed(limits),
};
const countOfStreams: Requirement = {
	because: 'an account has 50 on-demand streams until the quota is raised',
	that: atMost('streams', 50),
	quota: 'Kinesis: on-demand streams of an account',
	...confirmed(limits),
};
/** A stream has a shard at least. */
export const shards: Term = largest(fact('streams'), formula('shards'));
/** Advantage bills at least 25 MiB a second of data in. */
const committed: Term = largest(formula('streamBilled'), mebibytes(25) * months(1));

export const onDemand: Capacity = {
	title: 'on demand',
	costs: [
		{ price: 'kinesis.on-demand-stream', per: 'month', quantity: product(730, fact('streams')) },
		{ price: 'kinesis.on-demand-in', per: 'month', quantity: formula('streamBilled') },
	],
	read: 'kinesis.on-demand-out',
	monthly: 0,
	requires: [throughput, countOfStreams],
	streamMode: 'ON_DEMAND',
};
export const advantage: Capacity = {
	title: 'on demand, Advantage',
	costs: [{ price: 'kinesis.advantage-in', per: 'month', quantity: committed }],
	read: 'kinesis.advantage-out',
	monthly: 0,
	requires: [throughput, countOfStreams],
	streamMode: 'ON_DEMAND',
};
export const provisioned: Capacity = {
	title: 'with shards',
	costs: [
		{ price: 'kinesis.shard', per: 'month', quantity: product(730, shards) },
		{ price: 'kinesis.put-units', per: 'month', quantity: formula('putUnits') },
	],
	monthly: work.shardsMonthly,
	sizing: { shards },
	streamMode: 'PROVISIONED',
};
