import { expect, test } from 'vitest';
import { type Answers, noAnswers } from '../../source/estate/answers.ts';
import {
	type Estate,
	emptyEstate,
	type Facts,
	type Known,
	type Place,
	type Source,
} from '../../source/estate/estate.ts';
import { knower } from '../../source/estate/known.ts';
import { facts } from '../../source/facts/index.ts';

const at = '2026-11-24T00:00:00.000Z';
const known = (value: Known['value'], from: Known['from']): Known => ({ value, from, evidence: 'a test', at });

const plant: Place = { id: 'plant', title: 'Plant', where: 'on-premises', facts: {} };
const historian: Source = {
	id: 'plant/historian',
	kind: 'oracle',
	family: 'relational',
	title: 'Historian',
	place: 'plant',
	facts: {},
};

interface Told {
	readonly source?: Facts;
	readonly place?: Facts;
	readonly workload?: Facts;
	readonly answers?: Partial<Answers>;
}

/** What is known about the deadline of the historian. */
function deadline({ source = {}, place = {}, workload = {}, answers = {} }: Told) {
	const about = { ...historian, facts: source };
	const estate: Estate = { ...emptyEstate, workload, places: [{ ...plant, facts: place }], sources: [about] };
	return knower(estate, { ...noAnswers, ...answers }, facts)(about, 'deadline');
}

const answered = (value: number) => ({ value, from: 'answered', evidence: 'answers', at });

test('what nobody said is assumed as the vocabulary does, and told as an assumption', () => {
	expect(deadline({})).toEqual({ value: 60 * 86_400, from: 'assumed', evidence: 'the usual case', at: '' });
});

test('the nearest statement wins: source over place over workload', () => {
	const workload = { deadline: known(1, 'declared') };
	const place = { deadline: known(2, 'declared') };
	const source = { deadline: known(3, 'measured') };
	expect(deadline({ workload })?.value).toBe(1);
	expect(deadline({ workload, place })?.value).toBe(2);
	expect(deadline({ workload, place, source })?.value).toBe(3);
});

test('at one scope an answer overrules what was found, and a nearer finding overrules a farther answer', () => {
	const source = { deadline: known(3, 'measured') };
	const said = { sources: { 'plant/historian': { deadline: 4 } }, at };
	expect(deadline({ source, answers: said })).toEqual(answered(4));
	expect(deadline({ source, answers: { places: { plant: { deadline: 5 } } } })?.value).toBe(3);
	expect(
		deadline({ place: { deadline: known(2, 'declared') }, answers: { places: { plant: { deadline: 5 } } } })?.value,
	).toBe(5);
	expect(
		deadline({ workload: { deadline: known(1, 'declared') }, answers: { workload: { deadline: 6 } } })?.value,
	).toBe(6);
});

test('an answer to the id comes before one to a pattern, and the more literal pattern before the other', () => {
	const sources = { '*': { deadline: 1 }, 'plant/*': { deadline: 2 }, 'plant/hist?rian': { deadline: 3 } };
	expect(deadline({ answers: { sources } })?.value).toBe(3);
	expect(deadline({ answers: { sources: { ...sources, 'plant/historian': { deadline: 4 } } } })?.value).toBe(4);
	expect(deadline({ answers: { sources: { '*': { deadline: 1 }, 'plant/*': { volume: 2 } } } })?.value).toBe(1);
});

test('"unknown" stands for the assumption, and for nothing where none is made', () => {
	const unknown = 'unknown' as const;
	expect(deadline({ answers: { sources: { 'plant/*': { deadline: unknown } } } })).toEqual({
		value: 60 * 86_400,
		from: 'assumed',
		evidence: 'not known',
		at: '',
	});
	const answers = { ...noAnswers, sources: { 'plant/*': { volume: unknown } }, workload: { volume: 5 } };
	const knows = knower({ ...emptyEstate, places: [plant], sources: [historian] }, answers, facts);
	expect(knows(historian, 'volume')).toBeUndefined();
});

test('an unknown volume is not 0', () => {
	expect(knower(emptyEstate, noAnswers, facts)(historian, 'volume')).toBeUndefined();
});

test('a place and the workload can be asked about too', () => {
	const answers: Answers = {
		...noAnswers,
		at,
		places: { plant: { bandwidth: 200e6 } },
		workload: { scoring: 'online' },
	};
	const knows = knower({ ...emptyEstate, places: [plant] }, answers, facts);
	expect(knows(plant, 'bandwidth')).toEqual(answered(200e6));
	expect(knows(undefined, 'bandwidth')).toBeUndefined();
	expect(knows(plant, 'scoring')).toEqual({ ...answered(0), value: 'online' });
	expect(knows(undefined, 'scoring')?.value).toBe('online');
});

test('a million lookups with a hundred patterns end within seconds', () => {
	const sources = Object.fromEntries(Array.from({ length: 100 }, (_, n) => [`arn:aws:*:${n}:*`, { deadline: n }]));
	const knows = knower(emptyEstate, { ...noAnswers, sources }, facts);
	const keys = Object.keys(facts);
	let found = 0;
	for (let n = 0; n < 20_000; n += 1) {
		const source = { ...historian, id: `arn:aws:s3:::bucket-${n}:99:x` };
		for (const key of keys.slice(0, 50)) if (knows(source, key) !== undefined) found += 1;
	}
	expect(found).toBeGreaterThan(20_000 * 10);
}, 10_000);
