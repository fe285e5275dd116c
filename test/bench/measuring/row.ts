/** One line of the bench. */
export interface Row {
	readonly title: string;
	readonly figure: number;
	readonly unit: 'ms' | 'MB' | 'x' | 'files' | '';
	/** The most it may be, or with `least` the least; a row without is only told. In milliseconds: on an idle machine. */
	readonly wanted?: number;
	readonly least?: boolean;
	/** Of a time: how many yardsticks of the same run it is. */
	readonly ratio?: number;
}

/** What a file of test/bench gives. */
export interface Topic {
	readonly measure: (rounds: number) => Promise<readonly Row[]>;
}

/** Milliseconds that the yardstick takes on an idle machine of the size the figures are for: 2 cores, Node 24. */
const idle = 10;

/** Whether a row is as wanted. A time is held against the yardstick of its run, so that a busy machine does not fail it. */
export function holds({ figure, wanted, least = false, ratio }: Row): boolean {
	if (wanted === undefined) return true;
	const seen = ratio === undefined ? figure : ratio * idle;
	return least ? seen >= wanted : seen <= wanted;
}

const shown = (value: number): string =>
	Number.isInteger(value) ? String(value) : value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);

/** The rows of a topic as lines of text, an exclamation mark before each that does not hold. */
export function print(topic: string, rows: readonly Row[]): string {
	const lines = rows.map((row) => {
		const { title, figure, unit, wanted, least, ratio } = row;
		const limit = wanted === undefined ? 'told' : `${least ? '>=' : '<='} ${wanted} ${unit}`;
		const yards = ratio === undefined ? '' : `${shown(ratio)} yardsticks`;
		return `${holds(row) ? ' ' : '!'} ${title.padEnd(64)} ${`${shown(figure)} ${unit}`.padStart(12)}   ${limit.padEnd(12)} ${yards}`.trimEnd();
	});
	return `${topic}\n${lines.join('\n')}\n`;
}
