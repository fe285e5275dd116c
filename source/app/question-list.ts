import { clean } from '../facts/clean.ts';
import { printValue } from '../facts/quantity-text.ts';
import type { Question } from '../questions/question.ts';

/** Open questions as text, most decisive first, with the lines of answers.yaml that would answer them. */
export function questionList(open: readonly Question[]): string {
	if (open.length === 0) return 'Nothing is open that would change the plan.\n';
	const blocks = open.map((question, index) => {
		const [sources] = question.weight;
		const { prefilled } = question;
		const lines = [
			`${index + 1}. ${question.asks}`,
			`   ${question.fact}, for ${whom(question)}${sources > 0 ? `; decides ${sources} source${sources === 1 ? '' : 's'}` : ''}`,
			prefilled ? `   now: ${printValue(question.form, prefilled.value)} (${prefilled.from})` : '   now: unknown',
			...question.effects.map(({ value, says }) => `   ${printValue(question.form, value)}: ${says}`),
		];
		return lines.map((line) => clean(line)).join('\n');
	});
	return `${blocks.join('\n\n')}\n\nAnswers go into a YAML file, for example:\n\nversion: 1\nworkload:\n  scoring: batch\n  customer.enterprise: unknown\n`;
}

function whom({ scope, about }: Question): string {
	if (scope === 'workload') return 'the workload';
	const shown = about.slice(0, 3).join(', ');
	return about.length > 3 ? `${shown} and ${about.length - 3} more` : shown;
}
