import { expect, test } from 'vitest';
import { type Cell, type Estate, emptyEstate, type Gap, type Known, type Source } from '../../source/estate/estate.ts';
import { mergeEstates } from '../../source/estate/merge.ts';

const known = (value: number, from: Known['from'], at = '2026-11-24'): Known => ({
	value,
	from,
	evidence: 'a test',
	at,
});
const orders: Source = {
	id: 'arn:aws:rds:eu-central-1:1:db:orders',
	kind: 'rds-instance',
	family: 'relational',
	title: 'orders',
	place: 'aws:1:eu-central-1',
	account: '1',
	region: 'eu-central-1',
	facts: {},
};
const withSource = (source: Partial<Source>): Estate => ({ ...emptyEstate, sources: [{ ...orders, ...source }] });

test('a declared file adds facts to a source that was discovered, and does not overrule what was measured', () => {
	const found = withSource({ facts: { volume: known(5, 'measured', '2026-01-01') } });
	const declared = withSource({ title: 'Orders', facts: { volume: known(7, 'declared'), rows: known(9, 'declared') } });
	const facts = { volume: known(5, 'measured', '2026-01-01'), rows: known(9, 'declared') };
	expect(mergeEstates(found, declared).sources).toEqual([{ ...orders, facts }]);
	expect(mergeEstates(declared, found).sources).toEqual([{ ...orders, title: 'Orders', facts }]);
});

test('of two statements of one kind the later holds', () => {
	const old = withSource({ facts: { volume: known(5, 'measured', '2026-01-01') } });
	const recent = withSource({ facts: { volume: known(6, 'measured', '2026-02-01') } });
	expect(mergeEstates(old, recent).sources[0]?.facts).toEqual({ volume: known(6, 'measured', '2026-02-01') });
	expect(mergeEstates(recent, old).sources[0]?.facts).toEqual({ volume: known(6, 'measured', '2026-02-01') });
});

test('cells that were read again replace the earlier reading; gaps are told once', () => {
	const denied: Cell = {
		account: '1',
		region: 'r',
		kind: 'k',
		action: 'rds:DescribeDBInstances',
		state: 'denied',
		calls: 1,
		found: 0,
	};
	const read: Cell = { ...denied, state: 'ok', calls: 4, found: 2 };
	const gap: Gap = { about: '1/r/k', why: 'denied', cure: 'allow it' };
	const first = { ...emptyEstate, scanned: [denied], gaps: [gap] };
	const merged = mergeEstates(first, { ...emptyEstate, scanned: [read], gaps: [gap] });
	expect(merged).toEqual({ ...emptyEstate, scanned: [read], gaps: [gap] });
});

test('two different things under one id are refused', () => {
	expect(() => mergeEstates(withSource({}), withSource({ family: 'saas' }))).toThrow(
		'Two different things are called source "arn:aws:rds:eu-central-1:1:db:orders": one is relational, the other saas.',
	);
});

test('nothing merged is the empty estate', () => {
	expect(mergeEstates()).toEqual(emptyEstate);
});
