import type { HeadwaterError } from '../../errors.ts';
import { type Asked, formMark, formSign, readMark } from './marks.ts';

/** The refusal of a line. */
export type Refuse = (line: number, code: string, says: string, wayOut: string) => HeadwaterError;

interface Field {
	readonly text: string;
	/** Counted from 1. */
	readonly line: number;
}

/** An answer as it was written, and what it answers. */
export interface Entry extends Field {
	readonly asked: Asked;
	readonly markLine: number;
}

interface Entries {
	readonly name: Field;
	readonly date: Field;
	/** Without those that were left empty. */
	readonly entries: readonly Entry[];
}

const nameField = /^\s*(?:\*\*)?Name:(?:\*\*)?(.*)$/is;
const dateField = /^\s*(?:\*\*)?Date(?: \(YYYY-MM-DD\))?:(?:\*\*)?(.*)$/is;
const answerField = /^\s*(?:\*\*)?Answer:(?:\*\*)?(.*)$/is;

/** What was written into a form, line by line. */
export function entriesOf(text: string, refuse: Refuse): Entries {
	const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
	checkForm(lines, refuse);
	const marks = lines.flatMap((line, index) => {
		const asked = readMark(line);
		if (asked !== 'broken') return asked ? [{ asked, index }] : [];
		throw refuse(index + 1, 'broken', 'what this question is about can no longer be read.', again);
	});
	const [first] = marks;
	const head = lines.slice(0, first?.index ?? lines.length);
	const stray = head.findIndex((line) => answerField.test(line));
	if (stray >= 0) throw refuse(stray + 1, 'no-question', 'this answer belongs to no question.', again);
	const entries = marks.flatMap(({ asked, index }, at): readonly Entry[] => {
		const field = answerIn(lines, index + 1, marks[at + 1]?.index ?? lines.length, refuse);
		return field.text === '' ? [] : [{ ...field, asked, markLine: index + 1 }];
	});
	const { text: name, line } = fieldIn(head, nameField);
	return { name: { text: unescaped(name), line }, date: fieldIn(head, dateField), entries };
}

const again = 'Undo the change of that line, or make the form again with headwater questions --for NAME -o FILE';

function checkForm(lines: readonly string[], refuse: Refuse): void {
	const at = lines.findIndex((line) => line.includes(formSign));
	if (at >= 0 && lines[at]?.trim() === formMark) return;
	if (at < 0) throw refuse(1, 'none', `this is no form: the line ${formMark} is missing.`, again);
	throw refuse(at + 1, 'version', 'this form was made by another version of headwater.', again);
}

/** The answer between a mark and the next one: behind the word, or alone on a line below it. */
function answerIn(lines: readonly string[], from: number, to: number, refuse: Refuse): Field {
	const found = lines.slice(from, to).findIndex((line) => answerField.test(line));
	if (found < 0) return { text: '', line: from };
	const at = from + found;
	const written: Field[] = [];
	const behind = answerField.exec(lines[at] ?? '')?.[1]?.trim() ?? '';
	if (behind !== '') written.push({ text: behind, line: at + 1 });
	let ended = false;
	for (let index = at + 1; index < to; index += 1) {
		const text = (lines[index] ?? '').trim();
		ended ||= /^## /.test(text);
		// Behind the next heading its mark is missing, and the answer must not be lost.
		if (answerField.test(text)) throw refuse(index + 1, 'no-question', 'this answer belongs to no question.', again);
		if (text !== '' && !ended) written.push({ text, line: index + 1 });
	}
	const [answer = { text: '', line: at + 1 }, second] = written;
	if (second === undefined) return answer;
	throw refuse(
		second.line,
		'long-answer',
		'the answer goes on on a second line.',
		'Write the whole answer on one line, right after "Answer:".',
	);
}

function fieldIn(lines: readonly string[], field: RegExp): Field {
	const at = lines.findIndex((line) => field.test(line));
	return { text: field.exec(lines[at] ?? '')?.[1]?.trim() ?? '', line: Math.max(at, 0) + 1 };
}

/** Markdown's text as it is read on a page. */
const unescaped = (text: string): string =>
	text
		.replace(/\\([!-/:-@[-`{-~])/g, '$1')
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&amp;', '&');
