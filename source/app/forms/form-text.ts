import type { Estate } from '../../estate/estate.ts';
import { markdownText } from '../../export/languages/markdown.ts';
import { accepted, printValue } from '../../facts/quantity-text.ts';
import type { Question } from '../../questions/question.ts';
import { counted } from '../written.ts';
import { formMark, printMark } from './marks.ts';

interface Asking {
	/** Who is asked. */
	readonly person: string;
	/** Day of the plan the questions belong to, ISO. */
	readonly asOf: string;
	readonly estate: Estate;
}

/** More would hide the question; the answer holds for all. */
const mostNamed = 20;

/**
Questions as a form that a person fills in by hand: Markdown, each question with what it decides, what may be written and a
place to write it. `readForm` reads it back.
*/
export function formText(open: readonly Question[], { person, asOf, estate }: Asking): string {
	const titles = new Map([...estate.places, ...estate.sources].map(({ id, title }) => [id, title]));
	const lines = [
		formMark,
		`# Questions for ${markdownText(person)}`,
		'',
		`They are about a plan as of ${markdownText(asOf)}: how data reaches the place where models train on AWS. The most decisive ones come first.`,
		'',
		'Write each answer on one line, right after "Answer:". "not sure" is an answer too: the plan then rests on what is usual, and nobody asks again. What is left empty stays open. Leave the other lines as they are.',
		'',
		`**Name:** ${markdownText(person)}`,
		'',
		'**Date (YYYY-MM-DD):**',
		'',
		...open.flatMap((question, index) => block(question, index + 1, titles)),
	];
	return `${lines.join('\n').trimEnd()}\n`;
}

function block(question: Question, number: number, titles: ReadonlyMap<string, string>): readonly string[] {
	const { asks, help, form, prefilled, effects } = question;
	const now = prefilled ? `${printValue(form, prefilled.value)} (${prefilled.from})` : 'nothing';
	const example = effects[0]?.value ?? prefilled?.value;
	const shown = example === undefined ? '' : ` For example: ${printValue(form, example)}`;
	return [
		`## ${number}. ${markdownText(asks)}`,
		'',
		...(help === undefined ? [] : [markdownText(help), '']),
		...decides(question),
		...whom(question, titles),
		`${markdownText(`Write ${accepted(form)}, or not sure.${shown}`)}`,
		'',
		markdownText(`Until somebody says it, the plan takes: ${now}`),
		'',
		printMark(question),
		'',
		'**Answer:**',
		'',
	];
}

function decides({ form, effects, weight: [sources] }: Question): readonly string[] {
	const many = sources > 0 ? `It decides how ${counted(sources, 'source')} will be carried.` : '';
	const told = effects.map(({ value, says }) => `- ${markdownText(`${printValue(form, value)}: ${says}`)}`);
	return [
		...(many === '' ? [] : [many, '']),
		...(told.length > 0 ? ['What an answer would do:', '', ...told, ''] : []),
	];
}

function whom({ scope, about }: Question, titles: ReadonlyMap<string, string>): readonly string[] {
	if (scope === 'workload') return ['The answer holds for the whole workload.', ''];
	const named = about.slice(0, mostNamed).map((id) => {
		const title = titles.get(id) ?? id;
		return `- ${markdownText(title === id ? id : `${title} (${id})`)}`;
	});
	const more = about.length > mostNamed ? [`- and ${about.length - mostNamed} more`] : [];
	return ['The answer holds for:', '', ...named, ...more, ''];
}
