import type { Dialect } from './delimited.ts';
import { alikeNames, flattened } from './nested.ts';

/** Takes one row: names and values in step. */
export type TakeRow = (names: readonly string[], values: readonly unknown[]) => void;

/** How lines become rows. A part of a file begins and finishes; one from the middle may begin with the rest of a row. */
export interface RowsOfText {
	readonly dialect?: Dialect;
	readonly format?: string;
	begin(first: boolean): void;
	line(line: string, take: TakeRow): void;
	finish(take: TakeRow): void;
	troubles(): readonly string[];
}

/** A JSON record a line. */
export function recordRows(): RowsOfText {
	const alike = alikeNames();
	let broken = 0;
	let within = false;
	return {
		begin(first) {
			within = !first;
		},
		line(line, take) {
			if (line.trim() === '') return;
			let record: unknown;
			try {
				record = JSON.parse(line);
			} catch {
				if (!within) broken += 1;
				return;
			} finally {
				within = false;
			}
			const { names, values } = flattened(record);
			take(alike(names), values);
		},
		finish() {},
		troubles: () => (broken > 0 ? ['has lines that are no JSON'] : []),
	};
}

const lineNames = ['line'] as const;

/** Lines as they are. */
export function plainRows(): RowsOfText {
	return {
		begin() {},
		line(line, take) {
			if (line.trim() !== '') take(lineNames, [line]);
		},
		finish() {},
		troubles: () => [],
	};
}
