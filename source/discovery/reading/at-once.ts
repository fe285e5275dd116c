/** Runs tasks beside each other, a bounded number at once. The first failure is kept and thrown at the next step. */
export interface Lane {
	/** Resolves when the task has a place; so a list is not read faster than its items are hydrated. */
	add(task: () => Promise<void>): Promise<void>;
	/** Resolves when all tasks are done. */
	done(): Promise<void>;
}

/** A lane with room for `limit` tasks. */
export function atOnce(limit: number): Lane {
	const running = new Set<Promise<void>>();
	let failure: { readonly error: unknown } | undefined;
	const check = () => {
		if (failure) throw failure.error;
	};
	return {
		async add(task) {
			while (running.size >= limit) await Promise.race(running);
			check();
			const run: Promise<void> = task().then(
				() => void running.delete(run),
				(error: unknown) => {
					running.delete(run);
					failure ??= { error };
				},
			);
			running.add(run);
		},
		async done() {
			while (running.size > 0) await Promise.all(running);
			check();
		},
	};
}
