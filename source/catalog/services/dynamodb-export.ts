import { minutes } from '../../facts/units.ts';
import { fact, formula, is, largest, no, product, sum, yes } from '../../rules/constructors.ts';
import { confirmed, unconfirmed } from '../cited.ts';
import { namedForAll } from '../eligible.ts';
import { storedCopy, writesLanding } from '../kept-copy.ts';
import type { CostTerm, Mode, Requirement, ServiceRecord } from '../record.ts';
import { work } from '../work.ts';

const api = 'docs/amazondynamodb/latest/APIReference/API_ExportTableToPointInTime.html';
const time = formula('tableExportTime');
/** The shortest window of an incremental export. */
const window = minutes(15);

const recovery: Requirement = {
	because: 'an export needs point-in-time recovery, which is off',
	that: yes('pitr'),
	...confirmed(api),
};

const whole = (per: CostTerm['per'], quantity: CostTerm['quantity']): CostTerm => ({
	price: 'dynamodb.export',
	per,
	quantity,
});

const once: Mode = {
	title: 'once, whole',
	requires: [recovery],
	carries: 'history',
	lead: minutes(15),
	firstData: time,
	complete: time,
	effort: { once: work.export, monthly: 0 },
	costs: [whole('once', fact('volume')), storedCopy],
	settings: { schedule: 'once', exportType: 'FULL_EXPORT' },
};

const periodic: Mode = {
	title: 'again and again, each time whole',
	requires: [recovery],
	carries: 'both',
	lead: minutes(15),
	firstData: time,
	complete: time,
	// It cannot be fresher than one export takes.
	freshness: largest(fact('freshness'), time),
	effort: { once: work.export, monthly: work.watchMonthly },
	costs: [whole('month', formula('fullCopiesMonthly', { floor: minutes(30) })), storedCopy],
	settings: { schedule: 'periodic', exportType: 'FULL_EXPORT' },
};

const incremental: Mode = {
	title: 'what changed, merged into the table',
	requires: [recovery],
	carries: 'changes',
	lead: minutes(15),
	firstData: minutes(30),
	complete: 0,
	freshness: largest(fact('freshness'), window),
	effort: { once: work.export + work.merge, monthly: work.watchMonthly + work.mergeMonthly },
	costs: [
		whole('month', formula('changedMonthly')),
		// Each run starts a merge job.
		{ price: 'glue.dpu', per: 'month', quantity: product(0.3, formula('runsMonthly', { floor: window })) },
	],
	settings: { schedule: 'periodic', exportType: 'INCREMENTAL_EXPORT', merge: true },
};

/** The same where point-in-time recovery must be switched on first: an hour of work, and it is paid for from then on. */
const switchedOn = (mode: Mode): Mode => ({
	...mode,
	title: `${mode.title}, after switching point-in-time recovery on`,
	requires: [{ because: 'point-in-time recovery is on already', that: no('pitr'), ...confirmed(api) }],
	effort: { ...mode.effort, once: sum(mode.effort.once, 1) },
	costs: [...mode.costs, { price: 'dynamodb.recovery', per: 'month', quantity: fact('volume') }],
	settings: { ...mode.settings, switchOnRecovery: true },
});

export const dynamodbExport: ServiceRecord = {
	title: 'DynamoDB export to S3',
	summary: 'DynamoDB writes a table, or what changed in it, to S3 from its backups, without using read capacity.',
	page: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataExport.HowItWorks.html',
	slot: 'mover',
	serves: ['data-lake'],
	access: 'API call',
	families: ['key-value'],
	availability: { state: 'open', ...confirmed(api) },
	eligibility: namedForAll,
	requires: [{ because: 'it exports DynamoDB tables only', that: is('engine', 'dynamodb'), ...confirmed(api) }],
	modes: {
		once,
		periodic,
		incremental,
		'recovery-once': switchedOn(once),
		'recovery-periodic': switchedOn(periodic),
		'recovery-incremental': switchedOn(incremental),
	},
	grants: [
		{
			actions: ['dynamodb:ExportTableToPointInTime', 'dynamodb:DescribeExport', 'dynamodb:DescribeContinuousBackups'],
			on: 'source',
			why: 'Starts exports and waits for them.',
		},
		...writesLanding,
	],
	cautions: [
		{ says: 'It writes DynamoDB JSON or Ion: a job turns it into Parquet.', ...confirmed(api) },
		{ says: 'An incremental export covers 15 minutes to 24 hours.', ...unconfirmed('memory') },
		{ says: 'A bucket whose requester pays cannot be the target.', ...confirmed(api) },
	],
	examples: [
		// 60 GB every day.
		{
			mode: 'periodic',
			given: { engine: 'dynamodb', pitr: true, volume: 60e9, freshness: 86_400 },
			then: 'holds',
			monthly: 171.3,
		},
		{ mode: 'once', given: { engine: 'dynamodb', pitr: true, volume: 4e12 }, then: 'holds', hours: 4.33, once: 372.5 },
		{ mode: 'once', given: { engine: 'dynamodb', pitr: false }, then: 'fails' },
		{ mode: 'recovery-once', given: { engine: 'dynamodb', pitr: false }, then: 'holds' },
		{ mode: 'once', given: { engine: 'dynamodb' }, then: 'unknown' },
		{ mode: 'once', given: { engine: 'other', pitr: true }, then: 'fails' },
	],
};
