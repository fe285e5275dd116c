import type { Condition } from '../rules/condition.ts';
import { all, any, fact, formula, is, largest, not, product, sum, unless } from '../rules/constructors.ts';
import { confirmed } from './cited.ts';
import type { CostTerm, Requirement } from './record.ts';

/** A stream that is there, as those read it that take data out of it. */
export interface Feed {
	readonly title: string;
	readonly requires: readonly Requirement[];
	readonly costs: readonly CostTerm[];
}

const modes = 'docs/streams/latest/dev/how-do-i-size-a-stream.html';

/** Asked of streams and devices alone: a table or a log group has no readers, order or capacity of a stream. */
export const ofEvents = (that: Condition): Condition => any(not(is('family', 'stream', 'device')), that);

const isStream: Requirement = {
	because: 'no stream is there to be read',
	that: is('family', 'stream'),
	...confirmed('arithmetic'),
};

/** Who reads an on-demand stream pays for what is read; the readers of shards share what the shards give. */
export const feeds = {
	onDemand: {
		title: 'from an on-demand stream',
		requires: [
			isStream,
			{ because: 'it is no on-demand stream', that: is('stream.mode', 'on-demand'), scope: true, ...confirmed(modes) },
			{
				because: 'only Kinesis streams have capacity modes',
				that: unless('managed', is('managed', 'kinesis')),
				...confirmed(modes),
			},
		],
		costs: [{ price: 'kinesis.on-demand-out', per: 'month', quantity: formula('changedMonthly') }],
	},
	provisioned: {
		title: 'from a stream with shards',
		requires: [
			isStream,
			{
				because: 'it is no stream with shards',
				// A Kinesis stream whose mode nobody stated can be read like one with shards.
				that: any(is('stream.mode', 'provisioned'), all(is('stream.mode', 'none yet'), is('managed', 'kinesis'))),
				scope: true,
				...confirmed(modes),
			},
		],
		costs: [],
	},
	kafka: {
		title: 'from a Kafka topic',
		requires: [
			isStream,
			{
				because: 'it is no Kafka topic',
				that: unless('protocol', is('protocol', 'kafka')),
				scope: true,
				...confirmed('arithmetic'),
			},
			{
				because: 'it is no topic of Amazon MSK',
				that: is('managed', 'msk', 'msk-express'),
				...confirmed('docs/firehose/latest/dev/writing-with-msk.html'),
			},
		],
		costs: [],
	},
} as const satisfies Readonly<Record<string, Feed>>;

/** What other programs read of an on-demand stream, which is paid whoever delivers. */
export const readByOthers = product(largest(0, sum(fact('consumers'), -1)), formula('changedMonthly'));

/** Nobody sends into AWS yet: a stream, or a delivery without one, is new. */
export const noStreamYet: Requirement = {
	because: 'there is a stream already, which is read where it is',
	that: any(
		not(is('family', 'stream')),
		all(is('stream.mode', 'none yet'), unless('managed', not(is('managed', 'kinesis', 'msk', 'msk-express')))),
	),
	scope: true,
	...confirmed('arithmetic'),
};

/** Applications that can be changed to call an AWS SDK or a web address. */
export const callsSdk: Requirement = {
	because: 'the sender speaks MQTT, OPC UA or Kafka and cannot call this service itself',
	that: unless('protocol', is('protocol', 'sdk', 'api', 'kinesis')),
	...confirmed('docs/streams/latest/dev/building-producers.html'),
};
