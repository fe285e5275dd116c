import type { Known } from '../../estate/estate.ts';
import { type Column, setCell } from '../../rules/table.ts';
import type { Read } from './read-facts.ts';

/** Reads a fact and writes what is known of it into a cell. */
export function write(column: Column, row: number, about: Parameters<Read>[0], read: Read): void {
	writeKnown(column, row, read(about, column.fact));
}

/** Writes what is known into a cell; what is assumed or not known stays open. */
export function writeKnown(column: Column, row: number, known: Known | undefined): void {
	setCell(column, row, known?.value, known === undefined || known.from === 'assumed');
}
