import { expect, test } from 'vitest';
import { advise } from '../../source/advice/advise.ts';
import type { Given } from '../../source/advice/ground/ground.ts';
import { days, gigabytes, terabytes } from '../../source/facts/units.ts';
import type { Question } from '../../source/questions/question.ts';
import { questions } from '../../source/questions/questions.ts';
import { answering, archive, clicks, given, ledger, orders, pulses, source } from '../advice/small-estate.ts';

const ask = (one: Given): readonly Question[] => questions({ ...one, advice: advise(one) });
const ids = (one: Given) => ask(one).map(({ id }) => id);
const find = (one: Given, id: string) => ask(one).find((question) => question.id === id);
const all = [archive(), ledger(), orders(), clicks(), pulses()];

test('what heads the plan comes first, then what is said once, then places and families, the most decisive first', () => {
	const asked = ask(given(all));
	expect(asked.slice(0, 4).map(({ id }) => id)).toEqual([
		'model.predicts@workload',
		'model.unit@workload',
		'model.label@workload',
		'regime@workload',
	]);
	const scopes = asked.map(({ scope }) => scope);
	expect(scopes.lastIndexOf('workload')).toBeLessThan(scopes.findIndex((scope) => scope !== 'workload'));
	const rest = asked.filter(({ scope }) => scope !== 'workload');
	const beside = rest.findIndex(({ effects }) => effects.some(({ says }) => says.startsWith('if ')));
	for (const some of [rest.slice(0, beside), rest.slice(beside)]) {
		const weights = some.map(({ weight }) => weight[0]);
		expect(weights).toEqual(weights.toSorted((a, b) => b - a));
	}
});

test('one question serves all sources of a family that it decides', () => {
	expect(find(given([orders(), ledger()]), 'use@source:relational')).toMatchObject({
		fact: 'use',
		scope: 'source',
		about: ['ledger', 'orders'],
		group: 'relational',
		asks: 'What is this data used for?',
		prefilled: { value: 'training', from: 'assumed' },
	});
});

test('a question about a line is asked of its place, with what each answer would do', () => {
	const { effects, ...question } = find(given([archive()]), 'near.directConnect@place:river') as Question;
	expect(question).toMatchObject({
		scope: 'place',
		about: ['river'],
		group: 'River mill',
		weight: [1, expect.closeTo(4628)],
	});
	expect(effects).toEqual([
		{
			value: true,
			sources: 1,
			monthly: 219,
			says: 'Ferry over The Wire (as it is) becomes Ferry over The Lease (leased, 1 Gbps), + $219 a month',
		},
		{ value: false, sources: 0, monthly: 0, says: 'changes nothing' },
	]);
});

test('facts that change something only together are asked, and say what they need', () => {
	const one = given([archive()]);
	expect(find(one, 'near.terminal@place:river')?.effects).toEqual([
		{
			value: true,
			sources: 1,
			monthly: 0,
			says: 'if Enterprise Support is yes, Ferry over The Wire (as it is) becomes Mule',
		},
	]);
	expect(find(one, 'customer.enterprise@workload')?.effects[0]?.says).toMatch(
		/^if A Data Transfer Terminal can be reached is yes/,
	);
});

test('amounts are told by the first of those that do the same', () => {
	expect(find(given([orders()]), 'cost.hour@workload')?.effects).toEqual([
		{ value: 20, sources: 1, monthly: expect.closeTo(-59.343), says: 'Photograph becomes Ferry, - $59.3 a month' },
	]);
});

test('what turns a route only close to where another fact makes two routes worth the same is asked', () => {
	// A copy pays from some number of reads on, which lies higher the fewer months the cost is counted over.
	const tables = source('tables', 'relational', 'cloud', {
		volume: gigabytes(50),
		change: 0,
		managed: 'self',
		'load.allowed': true,
		use: 'exploration',
		deadline: days(2),
	});
	const one = given([tables], { said: { repeatable: false, 'cost.hour': 80, scoring: 'batch' } });
	expect(find(one, 'cost.months@workload')?.effects).toEqual([
		{
			value: 60,
			sources: 1,
			monthly: expect.closeTo(-13.38),
			says: expect.stringMatching(/^if Full reads a month is /),
		},
	]);
});

test('what mends one of two reasons for which a source could be left without a route is asked', () => {
	// Nobody uses the files, or they may not cross the internet: only against the latter a terminal helps.
	const files = source('files', 'file', 'river', { volume: terabytes(1), change: 0, freshness: days(1) });
	const tables = source('tables', 'relational', 'river', {
		change: 1e5,
		managed: 'rds',
		'load.allowed': true,
		deadline: days(45),
		use: 'exploration',
	});
	const one = given([files, tables], { said: { 'customer.enterprise': true, 'cost.hour': 80, scoring: 'online' } });
	expect(ids(one)).toContain('near.terminal@place:river');
});

test('what was answered, measured or declared is not asked', () => {
	const answers = answering({
		workload: { 'model.predicts': 'returns', 'cost.hour': 90 },
		sources: { orders: { use: 'training' } },
	});
	const asked = ids(given([orders({ freshness: days(1) })], { answers }));
	expect(asked).not.toContain('model.predicts@workload');
	expect(asked).not.toContain('cost.hour@workload');
	expect(asked).not.toContain('use@source:relational');
	expect(asked).not.toContain('freshness@source:relational');
});

test('who does not know is not asked again, for one source, a pattern, a place or the workload', () => {
	const answers = answering({
		workload: { regime: 'unknown', 'cost.months': 'unknown' },
		places: { river: { 'near.directConnect': 'unknown' } },
		sources: { 'or*': { use: 'unknown' } },
	});
	const asked = ask(given([archive(), orders(), ledger()], { answers }));
	expect(asked.map(({ id }) => id)).not.toContain('regime@workload');
	expect(asked.map(({ id }) => id)).not.toContain('cost.months@workload');
	expect(asked.map(({ id }) => id)).not.toContain('near.directConnect@place:river');
	expect(asked.find(({ id }) => id === 'use@source:relational')?.about).toEqual(['ledger']);
});

test('what no answer could change is not asked', () => {
	expect(ids(given([clicks({ use: 'training' })], { said: { repeatable: true, residency: 'anywhere' } }))).toEqual([
		'model.predicts@workload',
		'model.unit@workload',
		'model.label@workload',
		'regime@workload',
	]);
});

test('a regime says which controls it asks for, and is not asked when every source states its own', () => {
	expect(find(given([clicks()]), 'regime@workload')?.effects).toEqual([
		{ value: ['pci'], sources: 0, monthly: 0, says: 'asks for Vault' },
	]);
	expect(ids(given([clicks({ regime: [] })]))).not.toContain('regime@workload');
});

test('a region where models train is asked as long as nobody said it', () => {
	const one = given([clicks()]);
	const unsaid = { ...one, estate: { ...one.estate, workload: {} } };
	const { effects } = find(unsaid, 'training.region@workload') as Question;
	expect(effects.map(({ value, says }) => [value, says])).toEqual([
		['us-east-1', 'changes nothing'],
		['another', 'In Place becomes Mirror'],
	]);
});

test('the order in which sources are told says nothing', () => {
	expect(ask(given(all.toReversed()))).toEqual(ask(given(all)));
});

test('of many sources some stand for all, and the questions are the same', () => {
	const many = Array.from({ length: 30 }, (_, index) => [
		source(`orders-${index}`, 'relational', 'cloud', { volume: 2e11, change: 2e4, managed: 'rds' }),
		source(`pulses-${index}`, 'stream', 'cloud', { change: 1e6 }),
		source(`files-${index}`, 'file', 'river', { volume: 1e12, change: 0 }),
	]).flat();
	const few = many.slice(0, 9);
	const [asked, wanted] = [ask(given(many)), ask(given(few))];
	expect(asked.map(({ id }) => id).toSorted()).toEqual(wanted.map(({ id }) => id).toSorted());
	expect(asked.find(({ id }) => id === 'use@source:relational')?.about.length).toBe(30);
	expect(asked.find(({ id }) => id === 'use@source:relational')?.weight[0]).toBe(30);
});
