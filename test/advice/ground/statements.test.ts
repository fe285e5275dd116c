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

/** What is stated, statement by statement. */
function statedIn(wanted: readonly string[]) {
	const { facts, batches } = statementsOf(sources, new Set(wanted));
	const stated = [...batches].flatMap(({ from, ends, about, values, open }) =>
		values
			.slice(0, ends.at(-1))
			.map((value, index) => [
				from + ends.findIndex((end) => index < end),
				facts[about[index] as number],
				value,
				open[index],
			]),
	);
	return { facts, stated };
}

test('what sources state of the facts that are wanted comes source by source, with whether it is only assumed', () => {
	const { facts, stated } = statedIn(['volume', 'protocol', 'regime']);
	expect(facts).toEqual(['volume', 'protocol', 'regime', 'note']);
	expect(stated).toEqual([
		[0, 'volume', 5, 0],
		[0, 'protocol', 'nfs', 0],
		[0, 'regime', ['hipaa', 'pci'], 0],
		[1, 'protocol', 'smb', 0],
		[2, 'volume', 7, 1],
		[2, 'protocol', 'nfs', 0],
		[2, 'regime', ['hipaa', 'pci'], 0],
	]);
});

test('it is remembered from the second time on for the same sources, and gathered anew for a fact that nobody wanted before', () => {
	statedIn(['volume']);
	statedIn(['volume']);
	const few = statementsOf(sources, new Set(['volume']));
	expect(statementsOf(sources, new Set(['volume']))).toBe(few);
	expect(statedIn(['volume', 'note']).stated.map(([, fact]) => fact)).toEqual(['volume', 'volume', 'note']);
	expect(statementsOf(sources, new Set(['note']))).toBe(statementsOf(sources, new Set(['volume'])));
});
