import type { AnswerSet, Answers } from './answers.ts';

/** Answers of several documents as one: of two statements about the same thing the one that comes later holds. */
export function mergeAnswers(all: readonly Answers[]): Answers {
	return all.reduce((before, later) => {
		const told = [...(before.told ?? []), ...(later.told ?? [])];
		const at = [before.at, later.at]
			.filter((one) => one !== undefined)
			.toSorted()
			.at(-1);
		return {
			version: 1,
			workload: { ...before.workload, ...later.workload },
			places: united(before.places, later.places),
			sources: united(before.sources, later.sources),
			choices: { ...before.choices, ...later.choices, routes: { ...before.choices.routes, ...later.choices.routes } },
			...(told.length > 0 && { told }),
			...(at !== undefined && { at }),
		};
	});
}

type Sets = Readonly<Record<string, AnswerSet>>;

// By way of entries, since a name may be `__proto__`.
function united(before: Sets, later: Sets): Sets {
	const sets = new Map(Object.entries(before));
	for (const [key, set] of Object.entries(later)) sets.set(key, { ...sets.get(key), ...set });
	return Object.fromEntries(sets);
}
