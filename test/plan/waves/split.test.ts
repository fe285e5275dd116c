import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Candidate } from '../../../source/plan/waves/candidates.ts';
import { split } from '../../../source/plan/waves/split.ts';

const day = 86_400;
const candidate = (id: string, over: Partial<Candidate> = {}): Candidate => ({
	id,
	place: 'site',
	adds: 'features',
	points: 75,
	why: [],
	time: day,
	weight: 1000,
	once: 0,
	monthly: 10,
	trains: true,
	overLine: false,
	rank: (over.points ?? 75) / (over.weight ?? 1000),
	...over,
});
const ranked = (some: readonly Candidate[]) => some.toSorted((a, b) => b.rank - a.rank || (a.id < b.id ? -1 : 1));
const wavesOf = (...some: readonly Candidate[]) =>
	split(ranked(some)).map(({ kind, members }) => [
		kind,
		...members.map(({ candidate: { id }, because }) => `${id} ${because}`),
	]);

test('the label begins, and what surely joins comes with it when it is there by then', () => {
	const label = candidate('orders', { adds: 'label', points: 100, time: 20 * day });
	expect(wavesOf(label, candidate('profiles', { time: 12 * day }), candidate('archive', { time: 40 * day }))).toEqual([
		['first', 'orders label', 'profiles in time'],
		['later', 'archive takes longer'],
	]);
});

test('without a label the source worth most for its days and money begins', () => {
	expect(wavesOf(candidate('dear', { weight: 9000 }), candidate('cheap'))).toEqual([
		['first', 'cheap anchor', 'dear in time'],
	]);
});

test('what may join, or is much dearer for what it adds, waits for the next wave though it is there in time', () => {
	const sure = candidate('sure');
	const perhaps = candidate('perhaps', { adds: 'perhaps features', points: 55 });
	const dear = candidate('very dear', { weight: 20_000 });
	expect(wavesOf(sure, perhaps, dear)).toEqual([
		['first', 'sure anchor'],
		['soon', 'perhaps less known', 'very dear dear'],
	]);
});

test('what can be joined to nothing comes with no label, and begins only where nothing else is left', () => {
	const apart = candidate('apart', { adds: 'nothing that joins', points: 10 });
	const label = candidate('orders', { adds: 'label', points: 100 });
	expect(wavesOf(label, apart)).toEqual([
		['first', 'orders label'],
		['soon', 'apart less known'],
	]);
	expect(wavesOf(apart)).toEqual([['first', 'apart anchor']]);
});

test('what nobody can date comes after what is dated, and what people only explore last', () => {
	const explored = candidate('explored', { adds: 'no training', points: 0, trains: false });
	const undated = candidate('undated', { time: Number.NaN });
	expect(wavesOf(candidate('a'), undated, explored)).toEqual([
		['first', 'a anchor'],
		['undated', 'undated undated'],
		['beside', 'explored beside'],
	]);
	expect(wavesOf(undated)).toEqual([['first', 'undated anchor']]);
});

const wild = fc.record({
	adds: fc.constantFrom(
		...(['label', 'features', 'perhaps features', 'not known', 'nothing that joins', 'no training'] as const),
	),
	points: fc.integer({ min: 0, max: 100 }),
	time: fc.oneof(fc.constant(Number.NaN), fc.double({ min: 0, max: 4e7, noNaN: true })),
	weight: fc.double({ min: 1, max: 1e7, noNaN: true }),
	trains: fc.boolean(),
});
const wilds = fc
	.array(wild, { maxLength: 12 })
	.map((all) => all.map((one, index) => candidate(`source ${index}`, { ...one, rank: one.points / one.weight })));

test('every source stands in exactly one wave', () => {
	fc.assert(
		fc.property(wilds, (all) => {
			const ids = split(ranked(all)).flatMap(({ members }) => members.map(({ candidate: { id } }) => id));
			expect(ids.toSorted()).toEqual(all.map(({ id }) => id).toSorted());
		}),
	);
});

test('the first wave gives a training set whenever any source can', () => {
	fc.assert(
		fc.property(wilds, (all) => {
			const can = all.some(({ trains, adds }) => trains && adds !== 'no training');
			const [first] = split(ranked(all));
			expect(first?.kind === 'first').toBe(can);
			if (can) expect(first?.members.some(({ candidate: { trains } }) => trains)).toBe(true);
			const label = all.find(({ adds, trains }) => adds === 'label' && trains);
			if (label) expect(first?.members.map(({ candidate: { id } }) => id)).toContain(label.id);
		}),
	);
});

test('no dated wave is there before the one in front of it', () => {
	fc.assert(
		fc.property(wilds, (all) => {
			const ends = split(ranked(all))
				.filter(({ kind }) => kind === 'first' || kind === 'soon' || kind === 'later')
				.map(({ kind, members }) => {
					const last = Math.max(0, ...members.map(({ candidate: { time } }) => time || 0));
					return kind === 'later' ? last : Math.max(last, 0);
				});
			const later = ends.slice(2);
			expect(later).toEqual(later.toSorted((a, b) => a - b));
		}),
	);
});
