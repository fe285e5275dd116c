import { days, gigabits, hours, terabytes } from '../../facts/units.ts';
import type { Term } from '../../rules/condition.ts';
import { all, atMost, fact, formula, is, largest, not, product, sum, unless, yes } from '../../rules/constructors.ts';
import { confirmed, unconfirmed } from '../cited.ts';
import { namedForAll } from '../eligible.ts';
import { storedCopy, writesLanding } from '../kept-copy.ts';
import { fileFamilies, fitsObject, hasLine, liesAsFiles, oneWay, staysOnline } from '../reach.ts';
import type { CostTerm, Mode, Requirement, ServiceRecord } from '../record.ts';
import { work } from '../work.ts';

const taskMode = 'docs/datasync/latest/userguide/choosing-task-mode.md';
const limits = 'docs/datasync/latest/userguide/datasync-limits.md';

const fewFiles: Requirement = {
	because: 'a basic task takes at most 50 million files, objects and directories',
	that: unless('objects', atMost('objects', 50e6)),
	// The limits page says so in one copy; a second check could not read it.
	...unconfirmed(limits),
};
const enhancedReads: Requirement = {
	because: 'the enhanced mode reads NFS and SMB shares and object stores',
	that: unless('protocol', is('protocol', 'nfs', 'smb', 's3', 'azure-blob', 'gcs')),
	...confirmed(taskMode),
};
const inOtherCloud: Requirement = {
	because: 'without an agent only object stores of other clouds are read',
	that: all(is('where', 'other-cloud', 'saas'), is('protocol', 's3', 'azure-blob', 'gcs')),
	...confirmed(taskMode),
};

const onSite: Requirement = {
	because: 'file systems in AWS are read without an agent',
	that: not(is('where', 'aws')),
	...confirmed(taskMode),
};

/** A kind of task: what it asks, what it costs, and whether a virtual machine must stand on site. */
interface Task {
	readonly title: string;
	readonly requires: readonly Requirement[];
	readonly price: string;
	readonly runs: boolean;
	readonly agent: boolean;
	readonly settings: Mode['settings'];
}

const basic: Task = {
	title: 'basic',
	requires: [fewFiles, onSite],
	price: 'datasync.basic',
	runs: false,
	agent: true,
	settings: { taskMode: 'BASIC', agent: true },
};
const enhanced: Task = {
	title: 'enhanced',
	requires: [enhancedReads, onSite],
	price: 'datasync.enhanced',
	runs: true,
	agent: true,
	settings: { taskMode: 'ENHANCED', agent: true },
};
const inside: Task = {
	...basic,
	title: 'between stores of AWS',
	requires: [
		fewFiles,
		{ because: 'this mode copies from file systems in AWS', that: is('where', 'aws'), ...confirmed(taskMode) },
	],
	agent: false,
	settings: { taskMode: 'BASIC', agent: false },
};
const agentless: Task = {
	...enhanced,
	title: 'enhanced, without an agent',
	requires: [inOtherCloud],
	agent: false,
	settings: { taskMode: 'ENHANCED', agent: false },
};

const perSite = (each: number): Term => product(each, fact('sites'));
const runs = formula('runsMonthly', { floor: hours(1) });

function mode(task: Task, carries: Mode['carries'], way: 'one' | 'two' = 'one'): Mode {
	const keepsUp = carries !== 'history';
	const once: readonly CostTerm[] = [
		{ price: task.price, per: 'once', quantity: fact('volume') },
		...(task.runs ? [{ price: 'datasync.enhanced-run', per: 'once', quantity: 1 } as const] : []),
		storedCopy,
	];
	const monthly: readonly CostTerm[] = [
		{ price: task.price, per: 'month', quantity: product(way === 'two' ? 2 : 1, formula('changedMonthly')) },
		...(task.runs ? [{ price: 'datasync.enhanced-run', per: 'month', quantity: runs } as const] : []),
	];
	const title = { history: 'once', both: 'on a schedule', changes: 'on a schedule, without the history' }[carries];
	return {
		title: `${task.title}, ${way === 'two' ? 'both ways' : title}`,
		requires: [
			...task.requires,
			...(keepsUp ? [staysOnline] : []),
			way === 'one' ? oneWay : { ...oneWay, because: 'nobody on site works in these files', that: yes('local.use') },
		],
		carries,
		lead: task.agent ? days(1) : hours(1),
		firstData: hours(1),
		complete: carries === 'changes' ? 0 : formula('transferTime', { cap: gigabits(10) }),
		...(keepsUp && { freshness: largest(fact('freshness'), hours(1)) }),
		effort: {
			once: sum(2, task.agent ? perSite(work.agent) : 0, way === 'two' ? work.merge : 0),
			monthly: keepsUp
				? sum(work.watchMonthly, task.agent ? perSite(work.agentMonthly) : 0, way === 'two' ? work.mergeMonthly * 2 : 0)
				: 0,
		},
		costs: [...(carries === 'changes' ? [] : once), ...(keepsUp ? monthly : [])],
		...(task.settings && { settings: { ...task.settings, ...(way === 'two' && { bothWays: true }) } }),
	};
}

export const datasync: ServiceRecord = {
	title: 'AWS DataSync',
	summary: 'Copies files and objects over a line, encrypted, verified, incremental, once or on a schedule.',
	page: 'https://docs.aws.amazon.com/datasync/latest/userguide/what-is-datasync.html',
	slot: 'mover',
	serves: ['data-lake'],
	access: 'batch file',
	families: fileFamilies,
	availability: { state: 'open', ...confirmed(taskMode) },
	eligibility: namedForAll,
	requires: [
		liesAsFiles,
		hasLine,
		{
			because: 'it reads NFS, SMB, HDFS and object stores',
			that: unless('protocol', is('protocol', 'nfs', 'smb', 'hdfs', 's3', 'azure-blob', 'gcs')),
			...confirmed(taskMode),
		},
		fitsObject(terabytes(5), limits, false, 'its largest file is said to be 5 TB'),
	],
	modes: {
		'basic-once': mode(basic, 'history'),
		basic: mode(basic, 'both'),
		'basic-changes': mode(basic, 'changes'),
		'enhanced-once': mode(enhanced, 'history'),
		enhanced: mode(enhanced, 'both'),
		'enhanced-changes': mode(enhanced, 'changes'),
		'agentless-once': mode(agentless, 'history'),
		agentless: mode(agentless, 'both'),
		'inside-once': mode(inside, 'history'),
		inside: mode(inside, 'both'),
		'two-way': mode(basic, 'both', 'two'),
	},
	grants: writesLanding,
	byHand: [
		{
			step: 'Install and activate the DataSync agent where it reaches the files.',
			owner: 'storage',
			lead: days(1),
			modes: ['basic-once', 'basic', 'basic-changes', 'enhanced-once', 'enhanced', 'enhanced-changes', 'two-way'],
		},
	],
	cautions: [
		{
			says: 'The enhanced mode has no bandwidth limit and verifies only what it transferred; use basic on a shared line.',
			when: not(is('where', 'aws')),
			...confirmed('docs/sdk-for-kotlin/latest datasync task-mode, bytes-per-second'),
		},
		{
			says: 'A basic task stops at 50 million files, objects and directories; the enhanced mode does not, and lists while it copies.',
			when: { fact: 'objects', atLeast: 50e6 },
			...unconfirmed(limits),
		},
		{
			says: 'For a steady feed from another cloud AWS Interconnect gives a private line to it.',
			when: is('where', 'other-cloud'),
			...confirmed('docs/interconnect/latest/userguide/pricing-title.html'),
		},
		{ says: 'One task reaches about 10 Gbps; split the work over several for more.', ...unconfirmed('memory') },
		{
			says: 'Above 20 million files a basic task needs a larger agent.',
			when: { fact: 'objects', atLeast: 20e6 },
			...confirmed(limits),
		},
	],
	examples: [
		{
			mode: 'basic-once',
			given: {
				family: 'file',
				where: 'on-premises',
				protocol: 'nfs',
				volume: 100e12,
				'path.online': true,
				'path.bandwidth': 0.8e9,
			},
			then: 'holds',
			hours: 277.8,
			once: 1250,
		},
		{
			mode: 'enhanced-once',
			given: { family: 'file', where: 'on-premises', volume: 100e12, 'path.online': true, 'path.bandwidth': 0.8e9 },
			then: 'holds',
			once: 1500.55,
		},
		{
			mode: 'basic',
			given: { family: 'object', where: 'other-cloud', protocol: 'azure-blob', objects: 600e6, 'path.online': true },
			then: 'unknown',
		},
		{
			mode: 'agentless',
			given: { family: 'object', where: 'other-cloud', protocol: 'azure-blob', objects: 600e6, 'path.online': true },
			then: 'holds',
		},
		{
			mode: 'basic',
			given: { family: 'file', where: 'on-premises', 'local.use': true, 'path.online': true },
			then: 'fails',
		},
		{ mode: 'inside', given: { family: 'file', where: 'aws', protocol: 'nfs', 'path.online': true }, then: 'holds' },
		{ mode: 'inside', given: { family: 'object', where: 'aws', protocol: 's3', 'path.online': true }, then: 'fails' },
		{ given: { family: 'file', where: 'edge', 'path.online': false, 'path.private': false }, then: 'fails' },
	],
};
