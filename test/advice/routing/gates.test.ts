import { expect, test } from 'vitest';
import { availabilityGates } from '../../../source/advice/routing/gates.ts';
import type { Availability } from '../../../source/catalog/record.ts';
import { smallCatalog } from '../small-catalog.ts';

const cited = { source: 'invented', checked: '2026-11-22', sure: true };
const gates = (availability: Availability, today = '2026-11-22') =>
	availabilityGates('mule', availability, today, smallCatalog).map(({ because, that }) => ({ because, that }));

test('what is open, or only ends one day, asks for nothing', () => {
	expect(gates({ state: 'open', ...cited })).toEqual([]);
	expect(gates({ state: 'ending', on: '2027-06-30', instead: [], ...cited })).toEqual([]);
});

test('what closed to new customers passes for those who were customers, if a fact tells them', () => {
	const closed = { state: 'closed to new customers', on: '2026-01-02', instead: ['ferry'], ...cited } as const;
	expect(gates({ ...closed, existing: 'customer.snowball' })).toEqual([
		{
			because: 'Mule is closed to new customers since 2026-01-02; use Ferry instead',
			that: { fact: 'customer.snowball', is: [true] },
		},
	]);
	expect(gates(closed)[0]?.that).toEqual({ any: [] });
	expect(gates(closed, '2026-01-01')).toEqual([]);
});

test('what has ended passes for nobody', () => {
	expect(gates({ state: 'ended', on: '2026-01-02', instead: [], existing: 'customer.snowball', ...cited })).toEqual([
		{ because: 'Mule ended on 2026-01-02', that: { any: [] } },
	]);
});
