import type { Advice, AdvisedFlow, Candidate } from '../../source/advice/advice.ts';
import { noAnswers } from '../../source/estate/answers.ts';
import type { Estate, Known, Source } from '../../source/estate/estate.ts';
import { facts } from '../../source/facts/index.ts';
import type { Composition } from '../../source/plan/materials.ts';
import { catalog } from './story-catalog.ts';

// One story: a shop whose orders lie in a database on premises, whose pictures lie in a bucket, and which scores in batches.
const day = 86_400;
const known = (value: Known['value'], from: Known['from'] = 'declared'): Known => ({
	value,
	from,
	evidence: 'sources.yaml',
	at: '2026-11-20',
});

const source = (id: string, family: Source['family'], place: string, stated: Source['facts']): Source => ({
	id,
	kind: family === 'object' ? 's3-bucket' : 'mysql',
	family,
	title: id.split(/[/:]/).at(-1) ?? id,
	place,
	...(place === 'frankfurt' && { account: '111122223333', region: 'eu-central-1' }),
	facts: stated,
});

const estate: Estate = {
	version: 1,
	scanned: [],
	workload: {
		'training.region': known('eu-central-1', 'answered'),
		'model.predicts': known('which orders come back'),
		'model.unit': known('order'),
		retraining: known(7 * day),
	},
	places: [
		{ id: 'frankfurt', title: 'AWS, Frankfurt', where: 'aws', facts: {} },
		{ id: 'warehouse', title: 'Warehouse', where: 'on-premises', facts: {} },
	],
	sources: [
		source('arn:aws:s3:::pictures', 'object', 'frankfurt', { encrypted: known(true, 'measured') }),
		source('warehouse/orders', 'relational', 'warehouse', {
			sensitivity: known('personal'),
			freshness: known(3600, 'answered'),
		}),
		source('warehouse/stock', 'relational', 'warehouse', {}),
		source('warehouse/tapes', 'file', 'warehouse', {}),
	],
	links: [],
	gaps: [
		{ about: 'warehouse/orders', fact: 'volume', why: 'nobody said how much there is', cure: 'say it in the answers' },
		{ about: 'warehouse/tapes', fact: 'owner', why: 'nobody said who owns it', cure: 'ask' },
		{
			about: '111122223333/eu-central-1/rds-instance',
			action: 'rds:DescribeDBInstances',
			why: 'Reading was denied',
			cure: 'Allow rds:DescribeDBInstances and discover again',
		},
	],
};

const candidate = (route: Candidate['route'], over: Partial<Candidate> = {}): Candidate => ({
	route,
	carries: 'both',
	access: 'database connection',
	strategy: 'data-lake',
	outcome: 'holds',
	assuming: [],
	estimate: {},
	late: 0,
	stale: 0,
	dollars: 100,
	...over,
});

const flow = (over: Partial<AdvisedFlow> & Pick<AdvisedFlow, 'sources' | 'place' | 'winner'>): AdvisedFlow => ({
	reasons: [],
	alternatives: [],
	rejected: [],
	changes: [],
	sizing: {},
	costs: [],
	cautions: [],
	...over,
});

const capture = [
	{ service: 'tunnel', mode: 'new' },
	{ service: 'capture', mode: 'serverless' },
];

const read: Readonly<Record<string, Readonly<Record<string, Known>>>> = {
	'warehouse/orders': { updates: known('update'), freshness: known(3600, 'answered') },
	'warehouse/stock': { freshness: known(day, 'assumed') },
};

const advice: Advice = {
	asOf: '2026-11-24',
	strategy: {
		id: 'data-lake',
		reasons: ['training must be repeatable'],
		rejected: [{ id: 'federation', reason: 'it keeps no copy' }],
		bySource: {},
		changes: [],
	},
	paths: [
		{ place: 'frankfurt', reasons: [], rejected: [], estimate: {}, costs: [] },
		{
			place: 'warehouse',
			service: 'tunnel',
			mode: 'new',
			reasons: ['it is there within 8 h'],
			rejected: [{ service: 'cable', reason: 'it takes 42 days', source: 'docs/cable.md' }],
			estimate: { lead: 28_800, once: 0, monthly: 36.5, effortOnce: 8 },
			costs: [
				{
					by: 'tunnel',
					price: 'tunnel.hour',
					title: 'Tunnel',
					per: 'month',
					quantity: 730,
					unit: 'hour',
					dollars: 36.5,
					sure: true,
				},
			],
			capacity: 100e6,
			wanted: 140e6,
		},
	],
	flows: [
		flow({
			sources: ['warehouse/stock', 'warehouse/orders'],
			place: 'warehouse',
			winner: candidate(capture, {
				assuming: ['changes.readable', 'bandwidth.free'],
				estimate: {
					lead: 28_800,
					complete: 5 * day,
					freshness: 60,
					once: 0,
					monthly: 100.004,
					effortOnce: 16,
					effortMonthly: 4,
				},
				late: 2 * day,
			}),
			reasons: ['changes are captured, 1 min old'],
			alternatives: [{ candidate: candidate([{ service: 'disks', mode: 'box' }]), reason: 'it costs more' }],
			rejected: [
				{ service: 'disks', reason: 'it is closed to new customers since 2025-11-07', source: 'docs/disks.md' },
			],
			changes: [
				{ fact: 'volume', direction: 'above', at: 38_123_456_789_012, becomes: [{ service: 'disks', mode: 'box' }] },
			],
			sizing: { capture: { units: 2.0000001, unknown: Number.NaN } },
			costs: [
				{
					by: 'capture',
					price: 'capture.hour',
					title: 'Units',
					per: 'month',
					quantity: 1460,
					unit: 'hour',
					dollars: 100.004,
					sure: false,
				},
			],
			unpriced: [{ by: 'capture', price: 'capture.store', why: 'the price book does not hold this price' }],
			estimates: [
				{ complete: 3600, freshness: 60, monthly: 40 },
				{ complete: 5 * day, freshness: 60, monthly: 60.004 },
			],
		}),
		flow({
			sources: ['arn:aws:s3:::pictures'],
			place: 'frankfurt',
			winner: candidate([{ service: 'bucket', mode: 'here' }], {
				access: 'in place',
				estimate: { lead: 0, complete: 0, freshness: 0 },
			}),
			reasons: ['it lies where models train'],
		}),
	],
	unserved: [{ source: 'warehouse/tapes', reasons: ['nothing reads tapes'], rejected: [] }],
	controls: [
		{ id: 'encryption', regimes: [], failing: ['warehouse/orders'], unknown: ['warehouse/stock'], costs: [] },
		{ id: 'storage-lifecycle', regimes: [], failing: [], unknown: [], costs: [] },
	],
	preparations: [
		{ id: 'mask', sources: ['warehouse/orders', 'warehouse/stock'], costs: [] },
		{
			id: 'tidy',
			sources: ['arn:aws:s3:::pictures', 'warehouse/orders', 'warehouse/stock'],
			costs: [
				{
					by: 'tidy',
					price: 'job.hour',
					title: 'Jobs',
					per: 'month',
					quantity: 10,
					unit: 'hour',
					dollars: 4.4,
					sure: true,
				},
			],
		},
		{ id: 'merge', sources: ['warehouse/orders', 'warehouse/stock'], costs: [] },
		{ id: 'join', sources: ['arn:aws:s3:::pictures', 'warehouse/orders', 'warehouse/stock'], costs: [] },
	],
	assumptions: [
		{ scope: 'place', about: ['warehouse'], fact: 'bandwidth.free', value: 0.8 },
		{ scope: 'source', about: ['warehouse/stock', 'warehouse/orders'], fact: 'changes.readable', value: true },
		{ scope: 'workload', about: [], fact: 'scoring', value: 'batch' },
	],
	decidedBy: [
		{
			family: 'relational',
			place: 'warehouse',
			sources: estate.sources.filter(({ id }) => id.startsWith('warehouse/')),
			shared: {},
			own: ['updates', 'freshness'],
			read: ({ id }, fact) => read[id]?.[fact],
		},
	],
	pricesOf: { region: 'us-east-1', asOf: '2026-11-22' },
};

/** What the plan of the story is composed of. */
export const composition: Composition = {
	advice,
	questions: [
		{
			id: 'load.allowed@source:warehouse/orders',
			fact: 'load.allowed',
			scope: 'source',
			about: ['warehouse/orders'],
			group: 'Warehouse',
			asks: 'May reads for training load the production database?',
			form: facts['load.allowed'],
			weight: [1, 50],
			effects: [{ value: true, sources: 1, monthly: -50, says: 'queries in place of capture, $50 a month less' }],
		},
	],
	estate,
	answers: noAnswers,
	catalog,
	vocabulary: facts,
	asOf: '2026-11-24',
	madeBy: 'headwater 0.1.0',
	hashes: { estate: 'e', answers: 'a', catalog: 'c' },
};
