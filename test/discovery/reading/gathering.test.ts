import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DiscoveryEvent } from '../../../source/discovery/events.ts';
import { gathering } from '../../../source/discovery/reading/gathering.ts';
import type { Facts, Known, Source } from '../../../source/estate/estate.ts';

const known = (value: Known['value'], evidence = 'e'): Known => ({
	value,
	from: 'measured',
	evidence,
	at: '2026-11-25',
});
const source = (facts: Facts = {}, more: Partial<Source> = {}): Source => ({
	id: 's',
	kind: 'k',
	family: 'object',
	title: 's',
	place: 'p',
	facts,
	...more,
});
const valuesOf = (facts: Facts | undefined) =>
	Object.fromEntries(Object.entries(facts ?? {}).map(([fact, { value }]) => [fact, value]));

test('what another kind claims stands where the own kind says nothing, is told as an event, and only at the end', () => {
	const events: DiscoveryEvent[] = [];
	const { emit, settle, sources } = gathering((event) => events.push(event));
	emit.claim('s', { format: known('json'), volume: known(5) });
	emit.source(source({ volume: known(7) }));
	expect(valuesOf(sources()[0]?.facts)).toEqual({ volume: 7 });
	settle();
	expect(valuesOf(sources()[0]?.facts)).toEqual({ format: 'json', volume: 7 });
	expect(events.at(-1)).toEqual({ type: 'facts', id: 's', facts: { format: known('json') } });
	settle();
	expect(events).toHaveLength(2);
});

test('claims that differ leave the fact open, and a claim about nothing that was found is dropped', () => {
	const { emit, settle, sources } = gathering(() => {});
	emit.source(source());
	emit.claim('s', { format: known('json'), updates: known('append') });
	emit.claim('s', { format: known('parquet'), updates: known('append') });
	emit.claim('other', { format: known('json') });
	settle();
	expect(sources().map(({ id, facts }) => [id, valuesOf(facts)])).toEqual([['s', { updates: 'append' }]]);
});

test('a link or a gap that is handed over twice is one', () => {
	const events: DiscoveryEvent[] = [];
	const { emit, links, gaps } = gathering((event) => events.push(event));
	for (const _ of [1, 2]) emit.link({ from: 'a', to: 'b', by: 'c' });
	for (const _ of [1, 2]) emit.gap({ about: 'a', why: 'w', cure: 'c' });
	expect([links(), gaps()]).toEqual([[{ from: 'a', to: 'b', by: 'c' }], [{ about: 'a', why: 'w', cure: 'c' }]]);
	expect(events.filter(({ type }) => type === 'gap')).toHaveLength(1);
});

test('whatever several kinds hand over about one source and one place, its order does not show', () => {
	const facts = fc.dictionary(
		fc.constantFrom('bandwidth', 'volume', 'link.kind'),
		fc
			.oneof(fc.constantFrom('internet', 'vpn', 'direct-connect'), fc.integer({ min: 1, max: 9 }))
			.chain((value) => fc.constantFrom('x', 'y').map((evidence) => known(value, evidence))),
	);
	const told = fc.array(fc.record({ kind: fc.constantFrom('a', 'b'), title: fc.constantFrom('t', 'u'), facts }), {
		minLength: 1,
		maxLength: 4,
	});
	const gathered = (parts: readonly { kind: string; title: string; facts: Facts }[]) => {
		const { emit, settle, sources, places } = gathering(() => {});
		for (const { kind, title, facts } of parts) {
			emit.source(source(facts, { kind, title }));
			emit.place({ id: 'p', title, where: 'on-premises', facts });
			emit.claim('s', facts);
		}
		settle();
		return JSON.stringify([sources(), places()]);
	};
	fc.assert(
		fc.property(told, (parts) => {
			expect(gathered(parts.toReversed())).toBe(gathered(parts));
		}),
	);
});
