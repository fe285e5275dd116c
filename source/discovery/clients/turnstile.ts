/** Lets a bounded number through at once; the others wait in the order in which they came. */
export interface Turnstile {
	/** Runs the task when there is room. */
	pass<T>(task: () => Promise<T>): Promise<T>;
}

/** A turnstile with room for `limit` tasks. */
export function turnstile(limit: number): Turnstile {
	const waiting: (() => void)[] = [];
	let inside = 0;
	return {
		async pass(task) {
			if (inside >= limit) await new Promise<void>((enter) => waiting.push(enter));
			else inside += 1;
			try {
				return await task();
			} finally {
				const next = waiting.shift();
				if (next) next();
				else inside -= 1;
			}
		},
	};
}
