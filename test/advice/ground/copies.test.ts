import { expect, test } from 'vitest';
import { withCopies, withCopyFacts } from '../../../source/advice/ground/copies.ts';
import { type Answers, noAnswers } from '../../../source/estate/answers.ts';
import { type Estate, emptyEstate, type Known, type Link, type Source } from '../../../source/estate/estate.ts';
import { knower } from '../../../source/estate/known.ts';
import { facts } from '../../../source/facts/index.ts';

const source = (id: string, family: Source['family'], region?: string): Source => ({
	...{ id, family, kind: family, title: id, place: 'account', facts: {} },
	...(region !== undefined && { region }),
});
const aged = (value: number): Known<number> => ({
	value,
	from: 'measured',
	evidence: 'its last run',
	at: '2026-11-24',
});

const estate = (...links: readonly Link[]): Estate => ({
	...emptyEstate,
	places: [{ id: 'account', title: 'Account', where: 'aws', facts: {} }],
	sources: [
		source('orders', 'relational', 'us-east-1'),
		source('lake', 'object', 'us-east-1'),
		source('backup', 'object', 'eu-west-1'),
		source('old lake', 'object', 'us-east-1'),
	],
	links,
});

/** What is known of a source, as the table reads it and as a plan does. */
function told(given: Estate, id: string, answers: Answers = noAnswers) {
	const of = given.sources.find((one) => one.id === id) as Source;
	const stated = withCopyFacts(given).find((one) => one.id === id)?.facts ?? {};
	const read = withCopies(given, knower(given, answers, facts));
	return { kept: read(of, 'copy.kept')?.value, age: read(of, 'copy.age')?.value, stated: Object.keys(stated) };
}
const none = { kept: false, age: undefined, stated: [] };

test('what something brings to a bucket is kept there, as old as it was when somebody looked', () => {
	const given = estate({ from: 'orders', to: 'lake', by: 'nightly export', age: aged(21_600) });
	expect(told(given, 'orders')).toEqual({ kept: true, age: 21_600, stated: ['copy.kept', 'copy.age'] });
	expect(told(given, 'lake')).toEqual(none);
});

test('of several copies the youngest counts, and one of unknown age only where there is no other', () => {
	const [export_, delivery] = [
		{ from: 'orders', to: 'lake', by: 'nightly export', age: aged(21_600) },
		{ from: 'orders', to: 'old lake', by: 'delivery' },
	];
	expect(told(estate(delivery, export_), 'orders').age).toBe(21_600);
	expect(told(estate(delivery), 'orders')).toEqual({ kept: true, age: undefined, stated: ['copy.kept'] });
});

test('a bucket needs no copy, and one in another region is none for who trains beside the source', () => {
	expect(told(estate({ from: 'lake', to: 'old lake', by: 'replication' }), 'lake')).toEqual(none);
	expect(told(estate({ from: 'orders', to: 'backup', by: 'export' }), 'orders')).toEqual(none);
	expect(told(estate({ from: 'orders', to: 'nowhere', by: 'export' }), 'orders')).toEqual(none);
});

test('who says that no copy is kept overrules what a link says', () => {
	const given = estate({ from: 'orders', to: 'lake', by: 'nightly export', age: aged(21_600) });
	const answers = { ...noAnswers, sources: { orders: { 'copy.kept': false } } };
	expect(told(given, 'orders', answers).kept).toBe(false);
});
