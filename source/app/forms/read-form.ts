import { HeadwaterError } from '../../errors.ts';
import { type Answer, type AnswerSet, type Answers, noAnswers, notSure } from '../../estate/answers.ts';
import { clean } from '../../facts/clean.ts';
import type { Vocabulary } from '../../facts/fact.ts';
import { derivedKeys } from '../../facts/index.ts';
import { parseValue } from '../../facts/quantity-text.ts';
import { type Entry, entriesOf, type Refuse } from './entries.ts';

/**
The answers of a form that somebody filled in, told by their name and day. What cannot be read is a HeadwaterError
(`form-…`) with file and line; a form with no answers in it says nothing.
*/
export function readForm(text: string, file: string, vocabulary: Vocabulary): Answers {
	const refuse: Refuse = (line, code, says, wayOut) =>
		new HeadwaterError(`form-${code}`, { message: clean(`${file}, line ${line}: ${says}`), wayOut: clean(wayOut) });
	const { name, date, entries } = entriesOf(text, refuse);
	const answers = entries.map((entry) => ({ ...entry.asked, answer: answerOf(entry, vocabulary, refuse) }));
	if (answers.length === 0) return noAnswers;
	const by = clean(name.text).trim();
	if (by === '') throw refuse(name.line, 'no-name', 'nobody is named.', 'Write who answered after "Name:".');
	if (!isDay(date.text)) {
		const says = date.text === '' ? 'the date is missing.' : `"${date.text}" is not a date.`;
		throw refuse(date.line, 'no-date', says, 'Write the day of the answers after "Date:", for example 2026-11-24.');
	}
	const workload = new Map<string, Answer>();
	const sets = { place: new Map<string, AnswerSet>(), source: new Map<string, AnswerSet>() };
	for (const { fact, scope, about, answer } of answers) {
		if (scope === 'workload') workload.set(fact, answer);
		else for (const id of about) sets[scope].set(id, { ...sets[scope].get(id), [fact]: answer });
	}
	const said = {
		workload: Object.fromEntries(workload),
		places: Object.fromEntries(sets.place),
		sources: Object.fromEntries(sets.source),
	};
	return { ...noAnswers, ...said, told: [{ by, at: date.text, ...said }], at: date.text };
}

const isDay = (text: string): boolean =>
	/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);

const unsure = /^(?:not sure|unsure|unknown|(?:i )?(?:do not|don['’]?t) know)\.?$/i;

function answerOf({ asked, line, text, markLine }: Entry, vocabulary: Vocabulary, refuse: Refuse): Answer {
	const form = Object.hasOwn(vocabulary, asked.fact) ? vocabulary[asked.fact] : undefined;
	if (!form || derivedKeys.has(asked.fact)) {
		const wayOut = 'Make the form again with this version and the same packs: headwater questions --for NAME -o FILE';
		throw refuse(markLine, 'unknown-fact', `there is no fact "${asked.fact}" to be answered.`, wayOut);
	}
	if (unsure.test(text)) return notSure;
	try {
		return parseValue(form, text);
	} catch (error) {
		if (!(error instanceof HeadwaterError)) throw error;
		throw refuse(line, 'wrong-value', error.message, error.wayOut.replace(/unknown\.$/, 'not sure.'));
	}
}
