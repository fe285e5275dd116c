import type { Cited, Mode, ServiceRecord } from '../../source/catalog/record.ts';
import { days, hours, megabits, minutes } from '../../source/facts/units.ts';
import type { Term } from '../../source/rules/condition.ts';
import { any, atLeast, fact, is, largest, no, product, sum, yes } from '../../source/rules/constructors.ts';

export const cited: Cited = { source: 'invented', checked: '2026-11-22', sure: true };
export const open = { state: 'open', ...cited } as const;
const mode = (title: string, given: Partial<Mode> & Pick<Mode, 'carries'>): Mode => ({
	title,
	lead: 0,
	firstData: 0,
	complete: 0,
	effort: { once: 0, monthly: 0 },
	costs: [],
	...given,
});
const service = (given: Partial<ServiceRecord> & Pick<ServiceRecord, 'title' | 'slot' | 'modes'>): ServiceRecord => ({
	summary: given.title,
	serves: given.slot === 'path' ? [] : ['lake'],
	families: [],
	availability: open,
	requires: [],
	grants: [],
	examples: [],
	...given,
});

const travel: Term = { formula: 'travel' };

const wire = service({
	title: 'The Wire',
	slot: 'path',
	requires: [{ because: 'this place has no wire', that: is('link.kind', 'internet', 'vpn'), ...cited }],
	gives: { 'path.online': true, 'path.private': false, 'path.bandwidth': { formula: 'usable' } },
	modes: { there: mode('as it is', { carries: 'both' }) },
});
const lease = service({
	title: 'The Lease',
	slot: 'path',
	requires: [{ because: 'nobody leases lines here', that: yes('near.directConnect'), ...cited }],
	gives: { 'path.online': true, 'path.private': true, 'path.bandwidth': megabits(1000) },
	modes: {
		leased: mode('leased, 1 Gbps', {
			carries: 'both',
			lead: days(14),
			effort: { once: 20, monthly: 0 },
			costs: [{ price: 'lease', per: 'month', quantity: 730 }],
		}),
	},
});
const online = { because: 'it needs a line that is always there', that: yes('path.online'), ...cited };

/** Takes files over a line: once, or again and again. */
const ferry = service({
	title: 'Ferry',
	slot: 'mover',
	families: ['file', 'relational'],
	access: 'batch file',
	requires: [online],
	modes: {
		once: mode('one crossing', {
			carries: 'history',
			complete: travel,
			effort: { once: 4, monthly: 0 },
			costs: [{ price: 'ferry', per: 'once', quantity: fact('volume') }],
			sizing: { decks: largest(1, product(1e-12, fact('volume'))) },
		}),
		shuttle: mode('a crossing whenever it is wanted', {
			carries: 'both',
			complete: travel,
			freshness: largest(fact('freshness'), hours(1)),
			effort: { once: 6, monthly: 1 },
			costs: [
				{ price: 'ferry', per: 'once', quantity: fact('volume') },
				{ price: 'ferry', per: 'month', quantity: product(2_628_000, fact('change')) },
			],
		}),
	},
	cautions: [
		{ says: 'Ferries count files, not bytes.', when: atLeast('objects', 1e6), ...cited },
		{ says: 'Ferries sail by day only.', ...cited },
	],
});
/** Carries disks by hand. */
const mule = service({
	title: 'Mule',
	slot: 'mover',
	families: ['file'],
	access: 'batch file',
	requires: [
		{ because: 'mules only go where the customer feeds them', that: yes('customer.enterprise'), ...cited },
		{ because: 'no mule reaches this place', that: yes('near.terminal'), ...cited },
	],
	modes: {
		trip: mode('one trip', { carries: 'history', lead: days(5), complete: days(2), effort: { once: 30, monthly: 0 } }),
	},
});
const barge = service({
	title: 'Barge',
	slot: 'mover',
	families: ['file'],
	access: 'batch file',
	availability: {
		state: 'closed to new customers',
		on: '2025-11-07',
		instead: ['ferry', 'mule'],
		existing: 'customer.snowball',
		...cited,
	},
	modes: { trip: mode('one trip', { carries: 'history', lead: days(3), complete: days(2) }) },
});
/** Exports a snapshot of a managed database. */
const photograph = service({
	title: 'Photograph',
	slot: 'mover',
	families: ['relational'],
	access: 'API call',
	requires: [{ because: 'only managed databases are photographed', that: is('managed', 'rds', 'aurora'), ...cited }],
	modes: {
		nightly: mode('again and again', {
			carries: 'both',
			complete: sum(3600, product(1e-8, fact('volume'))),
			freshness: largest(fact('freshness'), hours(3)),
			effort: { once: 4, monthly: 0.5 },
			costs: [{ price: 'film', per: 'month', quantity: product(30, fact('volume')) }],
		}),
	},
});
/** Follows the log of a database. */
const shadow = service({
	title: 'Shadow',
	slot: 'mover',
	families: ['relational'],
	access: 'database connection',
	requires: [
		online,
		{ because: 'its log may not be read', that: yes('changes.readable'), ...cited },
		{ because: 'a database is reached over a private line only', that: yes('path.private'), ...cited },
	],
	modes: {
		follow: mode('load and follow', {
			carries: 'both',
			complete: travel,
			freshness: minutes(5),
			effort: { once: 20, monthly: 4 },
			costs: [{ price: 'shadow', per: 'month', quantity: 730 }],
		}),
	},
});
const inPlace = service({
	title: 'In Place',
	slot: 'access',
	families: ['object'],
	access: 'in place',
	requires: [{ because: 'it lies elsewhere', that: yes('region.same'), ...cited }],
	modes: { here: mode('where it lies', { carries: 'both', freshness: 0, effort: { once: 1, monthly: 0 } }) },
});
const mirror = service({
	title: 'Mirror',
	slot: 'mover',
	families: ['object'],
	access: 'batch file',
	requires: [{ because: 'it lies here already', that: no('region.same'), ...cited }],
	modes: {
		copy: mode('a copy in the other region', {
			carries: 'both',
			complete: hours(2),
			freshness: minutes(15),
			effort: { once: 3, monthly: 0 },
			costs: [{ price: 'ferry', per: 'once', quantity: fact('volume') }],
		}),
	},
});
const funnel = service({
	title: 'Funnel',
	slot: 'mover',
	families: ['stream'],
	access: 'stream',
	requires: [{ because: 'it computes nothing', that: any(no('stateful'), atLeast('freshness', minutes(5))), ...cited }],
	modes: {
		pour: mode('every five minutes', {
			carries: 'changes',
			freshness: minutes(5),
			effort: { once: 2, monthly: 0.5 },
			costs: [{ price: 'funnel', per: 'month', quantity: product(2_628_000, fact('change')) }],
		}),
	},
});
const mill = service({
	title: 'Mill',
	slot: 'mover',
	serves: ['stream'],
	families: ['stream'],
	access: 'stream',
	modes: {
		grind: mode('at once', {
			carries: 'changes',
			freshness: 5,
			effort: { once: 16, monthly: 4 },
			costs: [{ price: 'mill', per: 'month', quantity: 730 }],
		}),
	},
});
const lens = service({
	title: 'Lens',
	slot: 'access',
	serves: ['reading'],
	families: ['relational', 'object'],
	access: 'in place',
	requires: [
		{
			because: 'reads would load the database',
			that: any(is('family', 'object'), yes('load.allowed'), yes('replica')),
			...cited,
		},
	],
	modes: {
		look: mode('queries where it lies', {
			carries: 'both',
			freshness: 0,
			effort: { once: 2, monthly: 0 },
			costs: [{ price: 'lens', per: 'month', quantity: product(fact('volume'), fact('reads.monthly')) }],
		}),
	},
});

/** Twelve invented services, so that every way of the engine is walked without a real one. */
export const smallServices = {
	barge,
	ferry,
	funnel,
	inPlace,
	lease,
	lens,
	mill,
	mirror,
	mule,
	photograph,
	shadow,
	wire,
};
