import fc from 'fast-check';
import { expect, test } from 'vitest';
import { idOf, idPattern, uniqueIds, type Wanted } from '../../source/plan/plan-ids.ts';

test('an id says its name, then the service; what is too long gives way at a hyphen', () => {
	expect([
		idOf('orders', 'rds-snapshot-export'),
		idOf('Équipment logs (NAS)', 'datasync'),
		idOf('/aws/lambda/payment-precheck', 'cloudwatch-logs-delivery', 'changes'),
		idOf('2024', 'dms'),
		idOf('設計', 'dms'),
	]).toEqual([
		'orders-rds-snapshot-export',
		'equipment-logs-nas-datasync',
		'aws-lambda-cloudwatch-logs-changes',
		'x-2024-dms',
		'x-dms',
	]);
});

const ending = fc.constantFrom('dms', 'data-transfer-terminal', 'cloudwatch-logs-delivery', 'history');
const wanted: fc.Arbitrary<Wanted> = fc.record({
	name: fc.oneof(fc.constantFrom('orders', 'Orders', 'landing'), fc.string({ unit: 'grapheme' })),
	endings: fc.array(ending, { maxLength: 2 }),
	key: fc.string(),
});

test('every id can be a name in code, none occurs twice, and the order says nothing', () => {
	const taken = new Set(['landing', 'raw']);
	fc.assert(
		fc.property(fc.uniqueArray(wanted, { selector: ({ key }) => key, maxLength: 12 }), (all) => {
			const ids = uniqueIds(all, taken);
			for (const id of ids) expect(id).toMatch(idPattern);
			expect(new Set([...ids, ...taken]).size).toBe(ids.length + taken.size);
			expect(uniqueIds(all.toReversed(), taken).toReversed()).toEqual(ids);
		}),
	);
});
