import type {
	Availability,
	Catalog,
	Cited,
	Mode,
	PreparationRecord,
	ServiceRecord,
} from '../../source/catalog/record.ts';

const cited: Cited = { source: 'docs/story.md', checked: '2026-11-22', sure: true };
const open: Availability = { state: 'open', ...cited };
const mode = (title: string, over: Partial<Mode> = {}): Mode => ({
	title,
	carries: 'both',
	lead: 0,
	firstData: 0,
	complete: 0,
	effort: { once: 0, monthly: 0 },
	costs: [],
	...over,
});
const service = (title: string, slot: ServiceRecord['slot'], over: Partial<ServiceRecord> = {}): ServiceRecord => ({
	title,
	summary: title,
	slot,
	serves: ['data-lake'],
	families: ['relational', 'object'],
	availability: open,
	requires: [],
	modes: {},
	grants: [],
	examples: [],
	...over,
});
const preparation = (title: string, job: PreparationRecord['job'], because: string): PreparationRecord => ({
	title,
	summary: title,
	applies: { all: [] },
	because,
	job,
	cited,
	examples: [],
});
const strategy = (title: string) => ({
	title,
	summary: title,
	availability: open,
	requires: [],
	strengths: [],
	examples: [],
});

/** A catalogue of its own, so that the story stands whatever the program's own records say. */
export const catalog: Catalog = {
	services: {
		bucket: service('Read in place', 'access', {
			modes: { here: mode('in the region') },
			grants: [{ actions: ['s3:ListBucket', 's3:GetObject'], on: 'source', why: 'Read it where it lies.' }],
		}),
		cable: service('Leased cable', 'path'),
		capture: service('Change capture', 'mover', {
			formerly: ['Row copier'],
			modes: { serverless: mode('serverless', { settings: { format: 'parquet', merge: true } }) },
			grants: [
				{ actions: ['secretsmanager:GetSecretValue'], on: 'source', why: 'Log in.' },
				{ actions: ['s3:PutObject'], on: 'landing', why: 'Write changes.' },
				{ actions: ['kms:GenerateDataKey'], on: 'key', why: 'Encrypt them.' },
			],
			byHand: [{ step: 'open the change log', owner: 'database', lead: 3600 }],
		}),
		disks: service('Disks by post', 'mover', {
			availability: { state: 'closed to new customers', on: '2025-11-07', instead: ['capture'], ...cited },
		}),
		tunnel: service('Tunnel', 'path', {
			modes: { new: mode('a new tunnel', { settings: { tunnels: 2 } }) },
			byHand: [{ step: 'Configure the device on site.', owner: 'network', lead: 28_800 }],
		}),
	},
	strategies: { 'data-lake': strategy('Data lake'), federation: strategy('Federation') },
	controls: {
		encryption: {
			title: 'Encryption at rest',
			summary: 'everything is encrypted where it lies',
			regimes: [],
			severity: 'high',
			because: 'a stolen disk must tell nothing',
			remedy: 'switch encryption on',
			practice: 'SEC08-BP02',
			availability: open,
			cited,
			examples: [],
		},
		'storage-lifecycle': {
			title: 'Storage lifecycle',
			summary: 'old data moves to cheaper storage',
			regimes: [],
			severity: 'low',
			because: 'nobody reads it any more',
			remedy: 'add a rule',
			availability: open,
			cited,
			examples: [],
		},
	},
	preparations: {
		join: preparation('Join features', 'join', 'features come from several sources'),
		mask: preparation('Mask', 'mask', 'names must not reach training'),
		merge: preparation('Merge', 'merge', 'changes are not tables'),
		tidy: preparation('Tidy', 'tidy', 'names and types are put right once'),
	},
	engines: {},
	prices: { 'us-east-1': { region: 'us-east-1', asOf: '2026-11-22', prices: {} } },
};
