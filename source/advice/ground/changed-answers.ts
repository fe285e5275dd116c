import type { AnswerSet, Answers } from '../../estate/answers.ts';
import { turnsWith } from './read-facts.ts';

type Sets = Readonly<Record<string, AnswerSet>>;

/** Facts of which the answers say something else, and those that may turn with them. */
export function changedFacts(before: Answers, after: Answers): ReadonlySet<string> {
	const facts = new Set([
		...changedIn(before.workload, after.workload),
		...changedInSets(before.places, after.places),
		...changedInSets(before.sources, after.sources),
	]);
	return new Set([...facts].flatMap(turnsWith));
}

function changedInSets(before: Sets, after: Sets): readonly string[] {
	if (before === after) return [];
	const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
	// A statement counts by itself and by what comes before it: by which id or pattern it was made.
	return [...keys].flatMap((key) => changedIn(before[key] ?? {}, after[key] ?? {}));
}

function changedIn(before: AnswerSet, after: AnswerSet): readonly string[] {
	if (before === after) return [];
	const facts = new Set([...Object.keys(before), ...Object.keys(after)]);
	return [...facts].filter(
		(fact) =>
			Object.hasOwn(before, fact) !== Object.hasOwn(after, fact) || String(before[fact]) !== String(after[fact]),
	);
}
