import fc from 'fast-check';
import type { Answer, Answers } from '../../source/estate/answers.ts';
import type { Estate, Facts, Known } from '../../source/estate/estate.ts';
import type { Fact } from '../../source/facts/fact.ts';
import { families, wheres } from '../../source/facts/families.ts';
import { derivedKeys, facts } from '../../source/facts/index.ts';

const stated = Object.entries<Fact>(facts).filter(([key]) => !derivedKeys.has(key));

/** Names as the world gives them: ARNs, paths, blanks, quotes, scripts of all kinds. */
const name = fc.oneof(
	fc.constantFrom('arn:aws:s3:::clickstream', 'plant/historian', 'yes', '1', 'a: b', '# no comment', '__proto__', '*'),
	fc.string({ unit: 'grapheme', minLength: 1, maxLength: 24 }),
);

function anyValue(fact: Fact): fc.Arbitrary<number | boolean | string | readonly string[]> {
	switch (fact.type) {
		case 'quantity':
			return fc.double({ min: fact.plausible[0], max: fact.plausible[1], noNaN: true }).map((value) => value + 0);
		case 'yes-no':
			return fc.boolean();
		case 'choice':
			return fc.constantFrom(...fact.values);
		case 'choices':
			return fc.subarray([...fact.values]);
		case 'text':
			if (fact.form) return fc.stringMatching(new RegExp(`^(?:${fact.form.like})$`));
			return fc
				.string({ unit: 'grapheme', minLength: 1, maxLength: 24 })
				.filter((text) => text === text.trim() && text.toLowerCase() !== 'unknown');
		default:
			return fact satisfies never;
	}
}

const at = fc.constantFrom('2026-11-20', '2026-11-24T09:00:00.000Z');

const known = (fact: Fact): fc.Arbitrary<Known> =>
	fc.record(
		{
			value: anyValue(fact),
			from: fc.constantFrom('measured' as const, 'declared' as const, 'answered' as const),
			evidence: name,
			at,
			between: fc.tuple(fc.nat(5), fc.integer({ min: 5, max: 9 })),
		},
		{ requiredKeys: ['value', 'from', 'evidence', 'at'] },
	) as fc.Arbitrary<Known>;

const some = <Value>(of: (fact: Fact) => fc.Arbitrary<Value>): fc.Arbitrary<Readonly<Record<string, Value>>> =>
	fc
		.subarray(stated, { maxLength: 5 })
		.chain((chosen) => fc.record(Object.fromEntries(chosen.map(([key, fact]) => [key, of(fact)]))))
		.map((record) => ({ ...record }));

/** Up to five facts with any plausible value. */
export const someFacts: fc.Arbitrary<Facts> = some(known);

const place = fc.record({ id: name, title: name, where: fc.constantFrom(...wheres), facts: someFacts });
const cell = fc.record({
	account: name,
	region: name,
	kind: name,
	action: name,
	state: fc.constantFrom('ok' as const, 'denied' as const, 'empty' as const),
	calls: fc.nat(),
	found: fc.nat(),
});

/** Estates of a few places and sources with any facts, valid in every respect. */
export const estates: fc.Arbitrary<Estate> = fc
	.uniqueArray(place, { selector: ({ id }) => id, minLength: 1, maxLength: 4 })
	.chain((places) =>
		fc.record({
			version: fc.constant(1 as const),
			scanned: fc.array(cell, { maxLength: 3 }),
			workload: someFacts,
			places: fc.constant(places),
			sources: fc.uniqueArray(
				fc.record(
					{
						id: name,
						kind: name,
						family: fc.constantFrom(...families),
						title: name,
						place: fc.constantFrom(...places.map(({ id }) => id)),
						account: fc.constant('123456789012'),
						region: fc.constant('eu-central-1'),
						facts: someFacts,
					},
					{ requiredKeys: ['id', 'kind', 'family', 'title', 'place', 'facts'] },
				),
				{ selector: ({ id }) => id, maxLength: 6 },
			),
			links: fc.array(fc.record({ from: name, to: name, by: name }), { maxLength: 2 }),
			gaps: fc.array(
				fc.record(
					{ about: name, fact: name, action: name, why: name, cure: name },
					{ requiredKeys: ['about', 'why', 'cure'] },
				),
				{ maxLength: 3 },
			),
		}),
	) as fc.Arbitrary<Estate>;

const answer = (fact: Fact): fc.Arbitrary<Answer> =>
	fc.oneof({ weight: 4, arbitrary: anyValue(fact) }, fc.constant('unknown' as const));

const byName = <Value>(of: fc.Arbitrary<Value>): fc.Arbitrary<Readonly<Record<string, Value>>> =>
	fc.array(fc.tuple(name, of), { maxLength: 3 }).map((entries) => Object.fromEntries(entries));

/** Answers and choices about any sources and places. */
export const answers: fc.Arbitrary<Answers> = fc
	.record(
		{
			version: fc.constant(1 as const),
			workload: some(answer),
			places: byName(some(answer)),
			sources: byName(some(answer)),
			choices: fc.record(
				{ strategy: fc.constant('data-lake'), routes: byName(fc.constantFrom('dms', 'datasync')) },
				{ requiredKeys: ['routes'] },
			),
			at,
		},
		{ requiredKeys: ['version', 'workload', 'places', 'sources', 'choices'] },
	)
	.map((made) => made as Answers);
