import type { Answer, AnswerSet, Answers, Said, Told } from './answers.ts';

/** Who gave an answer and when, if the answers say so. */
export type Teller = (fact: string, answer: Answer) => { readonly by: string; readonly at: string } | undefined;

/** Who said what about the workload, a place or a key of the sources: the last one whose word it still is. */
export function tellerOf(answers: Answers, part: keyof Said, key = ''): Teller {
	const said = (answers.told ?? []).flatMap((told) => {
		const set = setOf(told, part, key);
		return set === undefined ? [] : [{ set, who: { by: told.by, at: told.at } }];
	});
	if (said.length === 0) return () => undefined;
	return (fact, answer) =>
		said.findLast(({ set }) => Object.hasOwn(set, fact) && isSame(set[fact] as Answer, answer))?.who;
}

function setOf(told: Told, part: keyof Said, key: string): AnswerSet | undefined {
	if (part === 'workload') return told.workload;
	return Object.hasOwn(told[part], key) ? told[part][key] : undefined;
}

const isSame = (a: Answer, b: Answer): boolean => JSON.stringify(a) === JSON.stringify(b);
