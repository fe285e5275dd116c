/** Whether it is time to let others work. */
export type IsDue = () => boolean;

/** Work that pauses where it is due; what it leaves behind while it pauses is as if it had not begun. */
export type Slices<Made> = Generator<undefined, Made>;

/** Work that never pauses. */
export const never: IsDue = () => false;

/** Does work to its end. */
export function whole<Made>(slices: Slices<Made>): Made {
	let step = slices.next();
	while (!step.done) step = slices.next();
	return step.value;
}

/** So many rows are sorted, or laid together, before anybody asks whether a pause is due. */
const many = 2048;

/** Sorts rows of which no two are equal: piece by piece, which are then laid together two by two. */
export function* sorted(
	rows: readonly number[],
	compare: (a: number, b: number) => number,
	isDue: IsDue,
): Slices<Int32Array> {
	let from = Int32Array.from(rows);
	for (let at = 0; at < from.length; at += many) {
		from.subarray(at, at + many).sort(compare);
		if (isDue()) yield;
	}
	let into = new Int32Array(from.length);
	for (let width = many; width < from.length; width *= 2) {
		for (let start = 0; start < from.length; start += 2 * width) {
			const middle = Math.min(start + width, from.length);
			const end = Math.min(middle + width, from.length);
			let [left, right] = [start, middle];
			for (let at = start; at < end; at++) {
				const isLeft = right >= end || (left < middle && compare(from[left] as number, from[right] as number) < 0);
				into[at] = from[isLeft ? left++ : right++] as number;
				if (at % many === many - 1 && isDue()) yield;
			}
		}
		[from, into] = [into, from];
	}
	return from;
}
