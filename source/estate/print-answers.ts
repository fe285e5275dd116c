import { stringify } from 'yaml';
import type { Vocabulary } from '../facts/fact.ts';
import { facts as ownFacts } from '../facts/index.ts';
import { writeValue } from '../facts/quantity-text.ts';
import { type AnswerSet, type Answers, notSure, type Said } from './answers.ts';

/**
answers.yaml: values as people write them, facts in the order of the vocabulary, ids sorted, so that the same answers are
always the same bytes. `parseAnswers` reads back exactly these answers.
*/
export function printAnswers(answers: Answers, vocabulary: Vocabulary = ownFacts): string {
	const { at, choices, told } = answers;
	const document = {
		version: '1',
		...(at === undefined ? {} : { at }),
		...writtenSaid(answers, vocabulary),
		...filled('choices', {
			...(choices.strategy === undefined ? {} : { strategy: choices.strategy }),
			...filled(
				'routes',
				sorted(choices.routes, (route) => route),
			),
		}),
		...filled(
			'told',
			(told ?? []).map((one) => ({ by: one.by, at: one.at, ...writtenSaid(one, vocabulary) })),
		),
	};
	return stringify(document, { schema: 'failsafe', lineWidth: 0 });
}

function writtenSaid({ workload, places, sources }: Said, vocabulary: Vocabulary): Readonly<Record<string, object>> {
	const set = (said: AnswerSet) => writtenSet(said, vocabulary);
	return {
		...filled('workload', set(workload)),
		...filled('places', sorted(places, set)),
		...filled('sources', sorted(sources, set)),
	};
}

function writtenSet(said: AnswerSet, vocabulary: Vocabulary): Readonly<Record<string, string>> {
	const written: [string, string][] = [];
	for (const [name, fact] of Object.entries(vocabulary)) {
		if (!Object.hasOwn(said, name)) continue;
		const answer = said[name];
		if (answer !== undefined) written.push([name, answer === notSure ? notSure : writeValue(fact, answer)]);
	}
	return Object.fromEntries(written);
}

const filled = (key: string, part: object): Readonly<Record<string, object>> =>
	Object.keys(part).length === 0 ? {} : { [key]: part };

const sorted = <A, B>(parts: Readonly<Record<string, A>>, write: (part: A) => B): Readonly<Record<string, B>> =>
	Object.fromEntries(
		Object.keys(parts)
			.toSorted()
			.map((key) => [key, write(parts[key] as A)]),
	);
