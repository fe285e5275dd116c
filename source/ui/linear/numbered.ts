/** So many entries of a list are read out; a filter leads to the others. */
export const mostTold = 60;

/** Lines with the number that picks each. */
export const numbered = (lines: readonly string[]): readonly string[] =>
	lines.map((line, index) => `${index + 1}. ${line}`);
