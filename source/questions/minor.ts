/** What the most changing answer to a question moves by itself, while every other fact stays as it is assumed. */
export interface Move {
	/** Sources whose route changes. */
	readonly sources: number;
	/** Dollars a month, up or down. */
	readonly monthly: number;
	/** It heads the plan and is never minor, whatever it moves. */
	readonly isHead: boolean;
}

/** The part of all that the open questions move which the minor ones stay within, all together. */
const little = 0.05;

/**
Where the minor questions begin, in the order in which they are asked: the longest tail that, summed up, moves at most a twentieth of the
routes and at most a twentieth of the money that all of them move. Both have to hold, for a dear answer about one source is not minor. What
changes something only beside another answer moves nothing yet; it is weighed anew when that other answer is given. The length, where no tail is that light.
*/
export function minorFrom(moves: readonly Move[]): number {
	const routes = moves.reduce((sum, { sources }) => sum + sources, 0) * little;
	const money = moves.reduce((sum, { monthly }) => sum + monthly, 0) * little;
	let [from, sources, monthly] = [moves.length, 0, 0];
	for (const move of moves.toReversed()) {
		sources += move.sources;
		monthly += move.monthly;
		if (move.isHead || sources > routes || monthly > money) break;
		from -= 1;
	}
	return from;
}
