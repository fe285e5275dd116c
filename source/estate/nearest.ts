/** The known name that a mistyped one most likely means; undefined if none is near enough to be worth naming. */
export function nearestName(wrong: string, known: Iterable<string>): string | undefined {
	let best: string | undefined;
	let least = Math.max(2, Math.floor(wrong.length / 3)) + 1;
	for (const name of known) {
		const distance = distanceOf(wrong.toLowerCase(), name.toLowerCase(), least);
		if (distance >= least) continue;
		best = name;
		least = distance;
	}
	return best;
}

/** Letters to add, drop, change or swap until one word is the other; at most `limit`, which stands for "too many". */
function distanceOf(from: string, to: string, limit: number): number {
	if (Math.abs(from.length - to.length) >= limit) return limit;
	let before: readonly number[] = [];
	let last: readonly number[] = Array.from({ length: to.length + 1 }, (_, index) => index);
	for (let row = 1; row <= from.length; row += 1) {
		const next = [row];
		for (let column = 1; column <= to.length; column += 1) {
			const same = from[row - 1] === to[column - 1];
			const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
			next[column] = Math.min(
				(last[column] ?? limit) + 1,
				(next[column - 1] ?? limit) + 1,
				(last[column - 1] ?? limit) + (same ? 0 : 1),
				swapped ? (before[column - 2] ?? limit) + 1 : limit,
			);
		}
		before = last;
		last = next;
	}
	return Math.min(last[to.length] ?? limit, limit);
}
