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
