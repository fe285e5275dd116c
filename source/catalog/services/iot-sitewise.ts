import { days, hours } from '../../facts/units.ts';
import { formula, is } from '../../rules/constructors.ts';
import { confirmed, unconfirmed } from '../cited.ts';
import { writesLanding } from '../kept-copy.ts';
import { staysOnline } from '../reach.ts';
import type { ServiceRecord } from '../record.ts';
import { work } from '../work.ts';

const guide = 'docs/iot-sitewise/latest/userguide/what-is-sitewise.html';

export const iotSitewise: ServiceRecord = {
	title: 'AWS IoT SiteWise',
	summary:
		'Reads OPC UA and Modbus through a gateway on site, keeps readings by machine, and writes its cold tier to S3 as Parquet.',
	page: 'https://docs.aws.amazon.com/iot-sitewise/latest/userguide/what-is-sitewise.html',
	slot: 'mover',
	serves: ['data-lake'],
	access: 'stream',
	families: ['device'],
	availability: { state: 'open', ...unconfirmed('no closure notice found') },
	requires: [
		staysOnline,
		{
			because: 'only machines on site need a gateway beside them',
			that: is('where', 'on-premises', 'edge'),
			scope: true,
			...confirmed(guide),
		},
		{
			because: 'it reads OPC UA, Modbus and MQTT of machines',
			that: is('protocol', 'opc-ua', 'mqtt'),
			scope: true,
			...confirmed(guide),
		},
	],
	modes: {
		'cold-tier': {
			title: 'cold tier in S3',
			carries: 'changes',
			lead: days(5),
			firstData: hours(6),
			complete: 0,
			// The cold tier is written a few times a day: a figure from memory.
			freshness: hours(6),
			effort: { once: work.edge + work.broker, monthly: work.agentMonthly },
			costs: [{ price: 'iot-sitewise.messages', per: 'month', quantity: formula('recordsMonthly', { each: 1 }) }],
			settings: { storage: 'MULTI_LAYER_STORAGE' },
		},
	},
	grants: writesLanding,
	byHand: [
		{ step: 'Install a gateway at each site and describe the machines as assets.', owner: 'plant IT', lead: days(5) },
	],
	cautions: [
		{
			says: 'It is worth its asset models where people look at machines too; for a lake alone a stream from the gateway is less work.',
			...unconfirmed(guide),
		},
	],
	examples: [
		{
			given: { where: 'on-premises', protocol: 'opc-ua', change: 10_000, 'record.size': 1000, 'path.online': true },
			then: 'holds',
			monthly: 26.3,
		},
		{ given: { where: 'aws', protocol: 'opc-ua', 'path.online': true }, then: 'fails' },
	],
};
