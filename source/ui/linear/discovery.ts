import { slowText } from '../../app/discovering/slow-text.ts';
import { progressOf, type Ui } from '../state.ts';
import { count } from '../telling/amounts.ts';
import { askableText } from '../telling/discovery.ts';

/** What was found and what could not be read, in sentences. */
export function discoveryLines(ui: Ui): readonly string[] {
	const { cells, sources, gaps } = progressOf(ui);
	const { scan } = ui;
	if (scan?.fault) return [scan.fault.message, scan.fault.wayOut];
	const calls = cells.reduce((sum, cell) => sum + cell.calls, 0);
	const byKind = Map.groupBy(sources, ({ kind }) => kind);
	const kinds = [...byKind].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([kind, found]) => `${kind}: ${found.length}`);
	return [
		`${scan?.running ? 'So far' : 'Done'}: ${count(sources.length, 'source')}, ${count(calls, 'call')}.`,
		...kinds,
		...askableText(ui),
		...(gaps.length > 0 ? [`Not read: ${gaps.length}.`] : []),
		...gaps.map(({ about, why, cure }) => `${about}: ${why} ${cure}`),
	];
}

/** How far a discovery is, in one line. */
export function progressLine(ui: Ui): string {
	const { cells, sources, slowed } = progressOf(ui);
	const slow = slowText(slowed);
	const done = cells.filter(({ state }) => state !== 'waiting' && state !== 'running').length;
	return `Discovering: ${done} of ${count(cells.length, 'cell')} read, ${count(sources.length, 'source')}.${slow === undefined ? '' : ` ${slow}.`}`;
}
