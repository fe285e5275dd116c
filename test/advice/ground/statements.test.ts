import { expect, test } from 'vitest';
import { statementsOf } from '../../../source/advice/ground/statements.ts';
import type { Known, Source } from '../../../source/estate/estate.ts';
import { source } from '../small-estate.ts';

const said = (value: Known['value'], from: Known['from'] = 'declared'): Known => ({
	value,
	from,
	evidence: '',
	at: '',
});
const telling = (id: string, facts: Source['facts']): Source => ({ ...source(id, 'relational', 'river', {}), facts });

const sources = [
	telling('a', { volume: said(5), protocol: said('nfs'), regime: said(['hipaa', 'pci']) }),
	telling('b', { protocol: said('smb') }),
	telling('c', { volume: said(7, 'assumed'), protocol: said('nfs'), regime: said(['hipaa', 'pci']), note: said('x') }),
];

test('what sources state stands fact by fact, numbers as they are and each other value once', () => {
	const { all, stated } = statementsOf(sources, new Set(['volume', 'protocol', 'regime']));
	expect([...stated]).toEqual(['volume', 'protocol', 'regime', 'note']);
	expect(all).toEqual([
		{ fact: 'volume', rows: Int32Array.of(0, 2), open: Uint8Array.of(0, 1), values: Float64Array.of(5, 7) },
		{
			fact: 'protocol',
			rows: Int32Array.of(0, 1, 2),
			open: Uint8Array.of(0, 0, 0),
			values: { all: ['nfs', 'smb'], of: Int32Array.of(0, 1, 0) },
		},
		{
			fact: 'regime',
			rows: Int32Array.of(0, 2),
			open: Uint8Array.of(0, 0),
			values: { all: [['hipaa', 'pci']], of: Int32Array.of(0, 0) },
		},
	]);
});

test('they are gathered once for the same sources, and anew for a fact that nobody wanted before', () => {
	const few = statementsOf(sources, new Set(['volume']));
	expect(statementsOf(sources, new Set(['volume']))).toBe(few);
	const more = statementsOf(sources, new Set(['volume', 'note']));
	expect(more.all.map(({ fact }) => fact)).toEqual(['volume', 'note']);
	expect(statementsOf(sources, new Set(['note']))).toBe(more);
});
