import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Advice, Leg } from '../../../source/advice/advice.ts';
import { advise } from '../../../source/advice/advise.ts';
import type { Given } from '../../../source/advice/ground/ground.ts';
import { terabytes } from '../../../source/facts/units.ts';
import { opened, openings } from '../../questions/open-estates.ts';
import { archive, declared, given, orders } from '../small-estate.ts';

const told = (legs: readonly Leg[]) => legs.map(({ service, mode }) => `${service}:${mode}`).join(' > ');
const legsOf = ({ flows }: Advice, id: string): string =>
	told(flows.filter(({ sources }) => sources.includes(id)).flatMap(({ winner }) => winner.route));

/** The same estate in which a source says another amount of itself. */
function saying(one: Given, id: string, fact: string, value: number): Given {
	const sources = one.estate.sources.map((source) =>
		source.id === id ? { ...source, facts: { ...source.facts, ...declared({ [fact]: value }) } } : source,
	);
	return { ...one, estate: { ...one.estate, sources } };
}

test('the nearest amounts at which another route would win, within 1 %', () => {
	const { flows } = advise(given([orders()]));
	expect(flows[0]?.changes.map(({ fact, direction, becomes }) => [fact, direction, told(becomes)])).toEqual([
		['volume', 'above', 'ferry:shuttle'],
		['deadline', 'below', 'ferry:shuttle'],
		['freshness', 'below', 'ferry:shuttle'],
		['cost.hour', 'below', 'ferry:shuttle'],
		['cost.months', 'above', 'ferry:shuttle'],
	]);
	// Film at $0.30 a GB and month against half an hour of work: dearer from 226 GB on.
	expect(flows[0]?.changes[0]?.at).toBeGreaterThan(terabytes(0.2249));
	expect(flows[0]?.changes[0]?.at).toBeLessThan(terabytes(0.2273));
});

test('a threshold that a rule mentions is found exactly', () => {
	const more = { said: { repeatable: false, 'load.allowed': true, 'reads.monthly': 0.001 } };
	const { flows } = advise(given([orders({ volume: terabytes(10) })], more));
	expect(flows[0]?.changes.find(({ fact }) => fact === 'volume')?.at).toBeCloseTo(terabytes(20), -8);
});

test('what a source cannot do without is a tipping point to no route', () => {
	const { flows } = advise(given([archive()]));
	expect(flows[0]?.changes.map(({ fact, direction }) => `${fact} ${direction}`)).toEqual(['change above']);
});

test('beyond a tipping point of a source the route is what it says, and just before it is what it was', () => {
	fc.assert(
		fc.property(openings, (known) => {
			const one = opened(known);
			const advice = advise(one);
			const single = advice.flows.filter(
				({ sources: [id = '', ...more] }) =>
					more.length === 0 && advice.flows.filter(({ sources }) => sources.includes(id)).length === 1,
			);
			for (const { sources, changes, winner } of single) {
				const [id = ''] = sources;
				for (const { fact, at, becomes, direction } of changes.filter((turn) =>
					['volume', 'change', 'freshness'].includes(turn.fact),
				)) {
					expect(legsOf(advise(saying(one, id, fact, at)), id)).toBe(told(becomes));
					if (one.estate.sources.find((source) => source.id === id)?.facts[fact]?.value === 0) continue;
					const before = direction === 'above' ? at / 1.0101 : at * 1.0101;
					expect(legsOf(advise(saying(one, id, fact, before)), id)).toBe(told(winner.route));
				}
			}
		}),
		{ numRuns: 40, endOnFailure: true },
	);
});
