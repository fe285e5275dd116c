import { days, kilobytes, minutes } from '../../facts/units.ts';
import { any, atLeast, atMost, formula, is, no } from '../../rules/constructors.ts';
import { confirmed, unconfirmed } from '../cited.ts';
import { namedForAll } from '../eligible.ts';
import { staysOnline } from '../reach.ts';
import type { Mode, ServiceRecord } from '../record.ts';
import { work } from '../work.ts';

const quotas = 'docs/general/latest/gr/iot-core.html';
const rules = 'docs/iot/latest/developerguide/iot-rule-actions.html';

const mode = (title: string, requires: Mode['requires'], then: string): Mode => ({
	title,
	...(requires && { requires }),
	carries: 'changes',
	lead: days(1),
	firstData: minutes(1),
	complete: 0,
	// Under a second.
	freshness: 0,
	effort: { once: work.broker, monthly: work.watchMonthly },
	costs: [{ price: 'iot.messages', per: 'month', quantity: formula('recordsMonthly') }],
	settings: { basicIngest: true },
	then: [then],
});

export const iotCore: ServiceRecord = {
	title: 'AWS IoT Core',
	summary: 'The broker that devices speak MQTT to; rules hand their messages on to a stream or to S3.',
	page: 'https://docs.aws.amazon.com/iot/latest/developerguide/what-is-aws-iot.html',
	slot: 'mover',
	serves: ['data-lake'],
	access: 'stream',
	families: ['device'],
	availability: { state: 'open', ...unconfirmed('no closure notice found') },
	eligibility: namedForAll,
	requires: [
		staysOnline,
		{
			because:
				'only devices that speak MQTT need a broker; what calls an SDK or a web address sends to the stream itself',
			that: is('protocol', 'mqtt'),
			scope: true,
			...confirmed(rules),
		},
		{
			because: 'a message may hold 128 KB',
			that: atMost('record.size', kilobytes(128)),
			...unconfirmed(quotas),
		},
	],
	modes: {
		delivery: mode(
			'straight to delivery',
			[
				{
					because: 'messages of one device must stay in order, which the partition key of a stream sees to',
					that: no('ordered'),
					...confirmed('docs/streams/latest/dev/key-concepts.html'),
				},
				{
					because: 'messages must be replayed, and without a stream nothing keeps them',
					that: atMost('replay', 0),
					...confirmed(rules),
				},
				{
					because: 'several programs read the messages sooner than delivery writes them, which a stream allows',
					that: any(atMost('consumers', 1), atLeast('freshness', minutes(15))),
					...confirmed(rules),
				},
			],
			'data-firehose',
		),
		stream: mode('to a stream', undefined, 'kinesis-data-streams'),
	},
	grants: [
		{ actions: ['firehose:PutRecordBatch', 'kinesis:PutRecord'], on: 'landing', why: 'Rules hand messages on.' },
	],
	byHand: [{ step: 'Register the devices and give each its certificate.', owner: 'device operations', lead: days(5) }],
	cautions: [
		{
			says: 'A connection publishes 100 messages a second and no more: gather them on site with Greengrass V2 where a device sends more.',
			when: atLeast('records', 100),
			...unconfirmed(quotas),
		},
		{ says: 'Basic Ingest topics skip the broker and its price.', ...unconfirmed('memory') },
		{
			says: 'Take the id of the device as the partition key, and order holds for each device.',
			when: { fact: 'ordered', is: [true] },
			...confirmed(rules),
		},
	],
	examples: [
		{
			mode: 'delivery',
			given: { family: 'device', protocol: 'mqtt', change: 1e5, 'record.size': 1000, 'path.online': true },
			then: 'holds',
			monthly: 78.84,
		},
		{
			mode: 'delivery',
			given: { family: 'device', protocol: 'mqtt', ordered: true, 'path.online': true },
			then: 'fails',
		},
		{
			mode: 'stream',
			given: { family: 'device', protocol: 'mqtt', ordered: true, 'path.online': true },
			then: 'holds',
		},
		{ mode: 'stream', given: { family: 'device', protocol: 'sdk', 'path.online': true }, then: 'fails' },
	],
};
