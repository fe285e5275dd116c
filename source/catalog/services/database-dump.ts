import { days, gigabits, hours, terabytes } from '../../facts/units.ts';
import type { Term } from '../../rules/condition.ts';
import { atLeast, fact, formula, is, not, product, sum, yes } from '../../rules/constructors.ts';
import { confirmed, unconfirmed } from '../cited.ts';
import { storedCopy, writesLanding } from '../kept-copy.ts';
import { hasLine } from '../reach.ts';
import type { CostTerm, Mode, Requirement, ServiceRecord } from '../record.ts';
import { work } from '../work.ts';

const guide = 'docs/dms/latest/userguide/CHAP_Task.CDC.html';

/** The database writes its tables to disks beside it, at a rate of ours, before anything travels. */
const unload: Term = formula('captureLoadTime');

function mode(
	title: string,
	lead: Term,
	complete: Term,
	effort: number,
	costs: readonly CostTerm[],
	requires: readonly Requirement[],
): Mode {
	return {
		title,
		requires,
		carries: 'history',
		lead,
		firstData: complete,
		complete,
		effort: { once: work.script * 2 + effort, monthly: 0 },
		costs: [...costs, storedCopy],
		settings: { format: 'parquet', keepsLogPosition: true },
	};
}

export const databaseDump: ServiceRecord = {
	title: 'Native unload of the database',
	summary:
		'The database unloads its tables to files once, which travel over the line or on disks; changes are captured from that log position on.',
	page: 'https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Task.CDC.html',
	slot: 'mover',
	serves: ['data-lake'],
	access: 'batch file',
	families: ['relational'],
	availability: { state: 'open', ...confirmed(guide) },
	eligibility: 'not of AWS',
	requires: [
		{
			because: 'databases in AWS are exported from their snapshots',
			that: not(is('where', 'aws', 'saas')),
			scope: true,
			...confirmed(guide),
		},
		{
			because: 'below 1 TB a full load by change capture is less work',
			that: atLeast('volume', terabytes(1)),
			scope: true,
			...confirmed('rule of ours'),
		},
	],
	modes: {
		line: mode(
			'over the line',
			days(2),
			sum(unload, formula('transferTime', { cap: gigabits(10) })),
			0,
			[{ price: 'datasync.basic', per: 'once', quantity: fact('volume') }],
			[hasLine],
		),
		disks: mode(
			'on disks to a Data Transfer Terminal',
			days(5),
			sum(unload, formula('diskTripTime')),
			work.diskTrip,
			[
				{ price: 'data-transfer-terminal.port', per: 'once', quantity: formula('portHours') },
				{ price: 'data-transfer-terminal.disks', per: 'once', quantity: fact('volume') },
			],
			[
				{
					because: 'a terminal is only open to customers with AWS Enterprise Support',
					that: yes('customer.enterprise'),
					...confirmed('docs/datatransferterminal/latest/userguide/what-is-dtt'),
				},
				{
					because: 'no terminal is known to be within reach of this place',
					that: yes('near.terminal'),
					...confirmed('docs/datatransferterminal/latest/userguide/what-is-dtt'),
				},
			],
		),
		partner: mode(
			'on devices that a partner ships',
			days(14),
			sum(unload, days(5), formula('diskTripTime')),
			work.device,
			[
				{ price: 'partner-import.device', per: 'once', quantity: formula('devices', { holds: terabytes(100) }) },
				{ price: 'partner-import.data', per: 'once', quantity: product(1, fact('volume')) },
			],
			[
				{
					because: 'a partner ships devices for 5 TB and more',
					that: atLeast('volume', terabytes(5)),
					...confirmed('rule of ours'),
				},
			],
		),
	},
	grants: writesLanding,
	byHand: [
		{
			step: 'Unload the tables to Parquet or CSV in one consistent state, and write down the log position (SCN, LSN, GTID) it was taken at.',
			owner: 'database',
			lead: hours(16),
		},
	],
	cautions: [
		{
			says: 'Keep the log from that position until change capture has begun there, or there will be a hole.',
			...confirmed(guide),
		},
		{
			says: 'A dump in the format of the database is read by nothing in AWS but the same database: unload to files, or restore it beside first.',
			...confirmed(guide),
		},
		{
			says: 'How fast the database unloads is an estimate of ours (40 MB a second): try one table.',
			...unconfirmed('estimate of ours'),
		},
	],
	examples: [
		{
			mode: 'disks',
			given: {
				where: 'on-premises',
				engine: 'oracle',
				volume: 30e12,
				'customer.enterprise': true,
				'near.terminal': true,
			},
			then: 'holds',
			hours: 265.5,
			once: 1350,
		},
		{ given: { where: 'aws', engine: 'oracle', volume: 30e12 }, then: 'fails' },
		{ given: { where: 'on-premises', engine: 'oracle', volume: 0.4e12 }, then: 'fails' },
	],
};
