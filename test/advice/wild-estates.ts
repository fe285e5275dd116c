import fc from 'fast-check';
import type { Given } from '../../source/advice/ground/ground.ts';
import { catalog } from '../../source/catalog/index.ts';
import { noAnswers } from '../../source/estate/answers.ts';
import { emptyEstate, type Facts, type Place, type Source } from '../../source/estate/estate.ts';
import type { Fact, FactValue } from '../../source/facts/fact.ts';
import { type Family, families, type Where, wheres } from '../../source/facts/families.ts';
import { derivedKeys, facts } from '../../source/facts/index.ts';

export const today = '2026-11-22';

/** Facts that say how a place is reached, and those of a source that rules read. */
const stated = (about: Fact['about']): readonly (readonly [string, Fact])[] =>
	Object.entries(facts).filter(([key, fact]) => fact.about === about && !derivedKeys.has(key));

/** A sensible value: amounts over all their decades, one of the choices, yes or no. */
function sensible(fact: Fact): fc.Arbitrary<FactValue> {
	switch (fact.type) {
		case 'quantity': {
			const [low, high] = fact.plausible;
			const from = Math.log10(Math.max(low, high / 1e9, 1e-3));
			return fc
				.double({ min: from, max: Math.log10(high), noNaN: true })
				.map((power) => Number((10 ** power).toPrecision(3)));
		}
		case 'choice':
			return fc.constantFrom(...fact.values);
		case 'choices':
			return fc.subarray([...fact.values]);
		case 'yes-no':
			return fc.boolean();
		default:
			return fc.constant('eu-central-1');
	}
}

/** Any of the facts, each known or not. */
const known = (about: Fact['about'], often: number): fc.Arbitrary<Facts> =>
	fc
		.record(
			Object.fromEntries(
				stated(about).map(([key, fact]) => [key, fc.option(sensible(fact), { nil: undefined, freq: often })]),
			),
		)
		.map((values) =>
			Object.fromEntries(
				Object.entries(values).flatMap(([key, value]) =>
					value === undefined ? [] : [[key, { value: value as FactValue, from: 'declared', evidence: 'wild', at: '' }]],
				),
			),
		);

const place = (id: string): fc.Arbitrary<Place> =>
	fc.record({
		id: fc.constant(id),
		title: fc.constant(id),
		where: fc.constantFrom<Where>(...wheres),
		facts: known('place', 2),
	});

/** A source of any family, of which anything may be known, sensible together or not. */
export const wildSource = (id: string, at: fc.Arbitrary<string>): fc.Arbitrary<Source> =>
	fc.record({
		id: fc.constant(id),
		title: fc.constant(id),
		family: fc.constantFrom<Family>(...families),
		kind: fc.constant('wild'),
		place: at,
		region: fc.constantFrom('us-east-1', 'eu-central-1'),
		facts: fc.tuple(known('source', 1), known('source', 4)).map(([few, many]) => ({ ...few, ...many })),
	});

const holders = ['harbour', 'hill', 'river'] as const;

/** Places and sources over the whole catalogue of the program. */
export const wildEstates: fc.Arbitrary<Given> = fc
	.record({
		places: fc.tuple(...holders.map(place)),
		sources: fc.tuple(...['a', 'b', 'c', 'd'].map((id) => wildSource(id, fc.constantFrom(...holders)))),
		workload: known('workload', 3),
	})
	.map(({ places, sources, workload }) => ({
		estate: { ...emptyEstate, places, sources, workload },
		answers: noAnswers,
		vocabulary: facts,
		catalog,
		today,
	}));
