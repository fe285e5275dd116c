import { days, minutes } from '../../facts/units.ts';
import { fact, is, product, sum } from '../../rules/constructors.ts';
import { confirmed, unconfirmed } from '../cited.ts';
import { staysOnline } from '../reach.ts';
import type { ServiceRecord } from '../record.ts';
import { work } from '../work.ts';

const guide = 'docs/greengrass/v2/developerguide/manage-data-streams.html';

export const greengrass: ServiceRecord = {
	title: 'AWS IoT Greengrass V2',
	summary:
		'A gateway on site that speaks OPC UA and MQTT to machines, keeps what it cannot send, and streams it on when the line is there.',
	page: 'https://docs.aws.amazon.com/greengrass/v2/developerguide/what-is-iot-greengrass.html',
	slot: 'mover',
	serves: ['data-lake'],
	access: 'stream',
	families: ['device'],
	availability: { state: 'open', ...confirmed('docs/greengrass/v1/apireference/api-endpoints.html') },
	requires: [
		staysOnline,
		{
			because: 'only machines on site need a gateway beside them',
			that: is('where', 'on-premises', 'edge'),
			scope: true,
			...confirmed(guide),
		},
		{
			because: 'it speaks OPC UA and MQTT to machines',
			that: is('protocol', 'opc-ua', 'mqtt'),
			...confirmed(guide),
		},
		{
			because:
				'devices that speak MQTT reach the broker themselves, unless their line breaks often or one sends more than 100 messages a second',
			that: is('protocol', 'opc-ua'),
			...unconfirmed('repost.aws questions on the quotas of AWS IoT Core'),
		},
	],
	modes: {
		'stream-manager': {
			title: 'its stream manager',
			carries: 'changes',
			lead: days(5),
			firstData: minutes(5),
			complete: 0,
			freshness: 5,
			// Each further gateway is copied from the first.
			effort: { once: sum(work.edge, product(2, fact('sites'))), monthly: product(work.agentMonthly, fact('sites')) },
			costs: [],
			settings: { storeAndForward: true },
			then: ['kinesis-data-streams'],
		},
	},
	grants: [{ actions: ['kinesis:PutRecords'], on: 'landing', why: 'Gateways send what machines report.' }],
	byHand: [{ step: 'Install a gateway at each site and register it.', owner: 'plant IT', lead: days(5) }],
	cautions: [
		{
			says: 'Use version 2: version 1 ended on 2026-10-07.',
			...confirmed('docs/greengrass/v1/apireference/api-endpoints.html'),
		},
		{ says: 'What AWS charges for each gateway is not counted.', ...unconfirmed('memory') },
	],
	examples: [
		{ given: { family: 'device', where: 'on-premises', protocol: 'opc-ua', 'path.online': true }, then: 'holds' },
		{ given: { family: 'device', where: 'aws', protocol: 'mqtt', 'path.online': true }, then: 'fails' },
		{ given: { family: 'device', where: 'on-premises', protocol: 'opc-ua', 'path.online': false }, then: 'fails' },
	],
};
