import { type Answer, type Answers, noAnswers, notSure } from '../estate/answers.ts';
import { printAnswers } from '../estate/print-answers.ts';
import { printValue } from '../facts/quantity-text.ts';
import type { Question } from '../questions/question.ts';
import { littleIsLeft } from './minor-text.ts';
import { textWidth, wrap } from './wrap.ts';

/** How many questions the example of an answers file takes up. */
const shown = 3;

/**
Open questions as text, most decisive first and the minor ones under a heading: what each answer would do, what is taken while nobody answers, and the answers
file that would settle the first ones. No line but those of the file is wider than `columns` cells.
*/
export function questionList(open: readonly Question[], columns = 100): string {
	if (open.length === 0) return 'Nothing is open that would change the plan.\n';
	const width = textWidth(columns);
	const from = open.findIndex(({ minor }) => minor);
	const blocks = open.map((question, index) => {
		const heading = index === from ? [...minorHeading(open.length - from, width), ''] : [];
		return [...heading, ...block(question, index + 1, width)].join('\n');
	});
	const how =
		'Write answers into a YAML file and pass it with --answers; unknown is an answer too. The first ones, for example:';
	return `${blocks.join('\n\n')}\n\n${wrap(how, { width }).join('\n')}\n\n${printAnswers(exampleFor(open.slice(0, shown)))}`;
}

function block(question: Question, number: number, width: number): readonly string[] {
	const { asks, fact, prefilled, form, effects, help, weight } = question;
	const [sources] = weight;
	const first = `${number}. `;
	const line = { width, first: ' '.repeat(first.length) };
	const decides = sources > 0 ? `; decides ${sources} source${sources === 1 ? '' : 's'}` : '';
	const now = prefilled ? `${printValue(form, prefilled.value)} (${prefilled.from})` : notSure;
	return [
		...wrap(asks, { width, first }),
		...(help === undefined ? [] : wrap(help, line)),
		...wrap(`${fact}, for ${whom(question)}${decides}; now ${now}`, line),
		...effects.flatMap(({ value, says }) =>
			wrap(`${printValue(form, value)}: ${says}`, { width, first: `${line.first}  ` }),
		),
	];
}

function minorHeading(minor: number, width: number): readonly string[] {
	const why = 'all together at most a twentieth of the routes and of the money that open answers move by themselves';
	const says = `${littleIsLeft(minor)}: ${why}. Without an answer the plan takes what is assumed.`;
	return ['Minor', ...wrap(says, { width })];
}

function whom({ scope, about, group }: Question): string {
	if (scope === 'workload') return 'the workload';
	const few = about.slice(0, 3).join(', ');
	return about.length > 3 ? `${few} and ${about.length - 3} more (${group})` : few;
}

/** An answers file that settles some questions: with what would change the plan, else with what is taken now. */
function exampleFor(questions: readonly Question[]): Answers {
	const workload: Record<string, Answer> = {};
	const places: Record<string, Record<string, Answer>> = {};
	const sources: Record<string, Record<string, Answer>> = {};
	for (const { scope, fact, about, effects, prefilled } of questions) {
		const value = effects[0]?.value ?? prefilled?.value ?? notSure;
		if (scope === 'workload') workload[fact] = value;
		const part = scope === 'place' ? places : sources;
		for (const id of scope === 'workload' ? [] : about.slice(0, shown)) part[id] = { ...part[id], [fact]: value };
	}
	return { ...noAnswers, workload, places, sources };
}
