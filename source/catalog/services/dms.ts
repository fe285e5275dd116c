import { days, megabytes, minutes } from '../../facts/units.ts';
import type { Term } from '../../rules/condition.ts';
import {
	all,
	any,
	atLeast,
	atMost,
	fact,
	formula,
	is,
	largest,
	not,
	product,
	sum,
	unless,
	yes,
} from '../../rules/constructors.ts';
import { confirmed, unconfirmed } from '../cited.ts';
import { namedForAll } from '../eligible.ts';
import { storedCopy, writesLanding } from '../kept-copy.ts';
import { bearsOneRead, hasLine, privateToDatabase, staysOnline } from '../reach.ts';
import type { CostTerm, Mode, Requirement, ServiceRecord } from '../record.ts';
import { work } from '../work.ts';

const sources = 'docs/dms/latest/userguide/CHAP_Source.html';
const targets = 'docs/dms/latest/userguide/CHAP_Target.S3.html';

const log: Requirement = {
	because: 'change capture reads the log of the database, and that may not be read',
	that: yes('changes.readable'),
	...confirmed(sources),
};

/** Files land within a minute or two, then a merge brings them into the table: 5 minutes are our estimate. */
const cadence = minutes(5);
const load: Term = largest(formula('transferTime'), formula('captureLoadTime'));

/** At least two units run all the time. How many more the changes need is known only when their rate is. */
const capturing: readonly CostTerm[] = [
	{ price: 'dms.capacity-unit', per: 'month', quantity: 1460 },
	{ price: 'dms.capacity-unit', per: 'month', quantity: product(730, formula('moreCaptureUnits')) },
	{ price: 'glue.dpu', per: 'month', quantity: product(0.1, formula('runsMonthly', { floor: cadence })) },
];

/** Eight units while it loads, and two for the 48 hours that a stopped replication goes on being billed. */
const loading: CostTerm = {
	price: 'dms.capacity-unit',
	per: 'once',
	quantity: sum(96, product(8 / 3600, formula('captureLoadTime'))),
};

function mode(title: string, carries: Mode['carries']): Mode {
	const reads = carries !== 'changes';
	const captures = carries !== 'history';
	return {
		title,
		requires: [...(reads ? [bearsOneRead] : []), ...(captures ? [log, staysOnline] : [])],
		carries,
		lead: days(2),
		firstData: minutes(30),
		complete: reads ? load : 0,
		...(captures && { freshness: largest(fact('freshness'), cadence) }),
		effort: {
			once: captures ? work.capture + work.merge : work.capture / 2,
			monthly: captures ? work.captureMonthly + work.mergeMonthly : 0,
		},
		costs: [...(reads ? [loading, storedCopy] : []), ...(captures ? capturing : [])],
		sizing: { minimumUnits: 2, maximumUnits: captures ? sum(2, formula('moreCaptureUnits')) : 8 },
		settings: {
			migrationType: { history: 'full-load', both: 'full-load-and-cdc', changes: 'cdc' }[carries],
			dataFormat: 'parquet',
			merge: captures,
		},
	};
}

export const dms: ServiceRecord = {
	title: 'AWS Database Migration Service',
	summary: 'Loads a database once and then follows its log: changes land in S3 as Parquet within minutes.',
	page: 'https://docs.aws.amazon.com/dms/latest/userguide/Welcome.html',
	slot: 'mover',
	serves: ['data-lake'],
	access: 'database connection',
	families: ['relational', 'document', 'warehouse', 'time-series'],
	availability: { state: 'open', ...unconfirmed('no closure notice found') },
	eligibility: namedForAll,
	requires: [
		{
			because: 'this engine is none of its sources',
			that: is(
				'engine',
				'mysql',
				'mariadb',
				'postgresql',
				'aurora-mysql',
				'aurora-postgresql',
				'oracle',
				'sqlserver',
				'db2',
				'mongodb',
				'documentdb',
			),
			...confirmed(sources),
		},
		{
			because: 'it reads PostgreSQL from 9.4 and MySQL from 5.5; older ones are dumped',
			that: any(
				not(is('engine', 'postgresql', 'mysql')),
				unless(
					'engine.release',
					any(
						all(is('engine', 'postgresql'), atLeast('engine.release', 9.04)),
						all(is('engine', 'mysql'), atLeast('engine.release', 5.05)),
					),
				),
			),
			...confirmed('docs/dms/latest/userguide/CHAP_Introduction.Targets.md'),
		},
		hasLine,
		privateToDatabase,
	],
	modes: {
		'full-load': mode('full load', 'history'),
		'full-load-and-capture': mode('full load and change capture', 'both'),
		'clone-and-capture': {
			...mode('full load from a clone or a restored snapshot, then change capture', 'both'),
			requires: [
				{
					because: 'only databases in Amazon RDS and Aurora are cloned or restored beside the writer',
					that: is('managed', 'rds', 'aurora'),
					...confirmed('docs/AmazonRDS/latest/AuroraUserGuide/Aurora.Managing.Clone.html'),
				},
				log,
				staysOnline,
			],
			effort: {
				once: work.capture + work.merge + work.clone,
				monthly: work.captureMonthly + work.mergeMonthly,
			},
			settings: { migrationType: 'cdc', dataFormat: 'parquet', merge: true, loadFromClone: true },
		},
		capture: mode('change capture from a known position', 'changes'),
		'to-stream': {
			...mode('change capture into a stream', 'changes'),
			requires: [
				log,
				staysOnline,
				{
					because: 'a stream is worth its price where changes must be seconds old; it writes to S3 by itself',
					that: atMost('freshness', minutes(1)),
					...confirmed('docs/dms/latest/userguide/CHAP_Target.Kinesis.html'),
				},
			],
			// Seconds, with the time of the commit as the time of the event.
			freshness: 5,
			effort: { once: work.capture, monthly: work.captureMonthly },
			costs: capturing.filter(({ price }) => price === 'dms.capacity-unit'),
			settings: { migrationType: 'cdc', target: 'kinesis' },
			then: ['kinesis-data-streams'],
		},
	},
	grants: [
		{ actions: ['secretsmanager:GetSecretValue'], on: 'source', why: 'Reads the password of its database user.' },
		...writesLanding,
	],
	byHand: [
		{
			step: 'Switch the change log on (binlog, logical replication or supplemental logging) and create a user that reads it.',
			owner: 'database',
			lead: days(2),
			modes: ['full-load-and-capture', 'clone-and-capture', 'capture', 'to-stream'],
		},
		{
			step: 'Create a database user that may only read.',
			owner: 'database',
			lead: days(1),
			modes: ['full-load'],
		},
	],
	cautions: [
		{
			says: 'It writes CSV or Parquet, no Iceberg table: a merge job brings changes into the table.',
			...confirmed(targets),
		},
		{
			says: 'A change may arrive twice: the merge keeps the last one of a key.',
			...unconfirmed('dms at-least-once delivery'),
		},
		{
			says: 'Large values above 100 MB are cut off unless full LOB mode is chosen, which is slow: give such tables a task of their own.',
			when: atLeast('lob.largest', megabytes(100)),
			...confirmed('docs/dms/latest/userguide/CHAP_Tasks.LOBSupport.html'),
		},
		{
			says: 'A stopped serverless replication is billed for up to 48 hours more.',
			...unconfirmed('dev.classmethod.jp aws-dms-serverless-stop-billing-48hours'),
		},
		{
			says: 'Above 1 TB load by partitions, or take the history from a snapshot export and capture from its log position.',
			when: { fact: 'volume', atLeast: 1e12 },
			...confirmed('docs/dms/latest/userguide/CHAP_Tasks.CustomizingTasks.TableMapping.html'),
		},
	],
	examples: [
		{
			mode: 'full-load-and-capture',
			given: {
				engine: 'oracle',
				where: 'on-premises',
				volume: 2e12,
				'path.online': true,
				'path.private': true,
				'path.bandwidth': 64e7,
			},
			then: 'holds',
			hours: 13.9,
		},
		{
			mode: 'full-load-and-capture',
			given: { engine: 'oracle', where: 'on-premises', volume: 2e12, 'path.online': true, 'path.private': false },
			then: 'fails',
		},
		{
			mode: 'full-load-and-capture',
			given: {
				engine: 'aurora-postgresql',
				where: 'aws',
				'load.share': 0.78,
				volume: 600e9,
				'path.online': true,
				'path.private': true,
			},
			then: 'fails',
		},
		{
			mode: 'capture',
			given: {
				engine: 'aurora-postgresql',
				where: 'aws',
				'load.share': 0.78,
				'path.online': true,
				'path.private': true,
				change: 5e6,
				freshness: 3600,
			},
			then: 'holds',
			monthly: 295,
			sizing: { minimumUnits: 2, maximumUnits: 4 },
		},
		{
			mode: 'capture',
			given: { engine: 'mysql', where: 'aws', 'changes.readable': false, 'path.online': true, 'path.private': true },
			then: 'fails',
		},
		{ given: { engine: 'snowflake', where: 'saas', 'path.online': true }, then: 'fails' },
	],
};
