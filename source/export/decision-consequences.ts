import { creditsText, currencyText, moneyIn } from '../facts/money.ts';
import type { Plan } from '../plan/plan.ts';
import { markdownTable, markdownText } from './languages/markdown.ts';
import { duration, titleOf } from './titles.ts';

/** What is not as it should be, worst first, with what would cure it. */
export function findings(plan: Plan): readonly string[] {
	const order = { high: 0, medium: 1, low: 2 };
	const rows = plan.findings
		.toSorted((a, b) => order[a.severity] - order[b.severity])
		.map(({ severity, title, about, says, remedy }) => [
			severity,
			markdownText(title),
			markdownText(about.map((id) => titleOf(plan, id)).join(', ')),
			markdownText(says),
			markdownText(remedy),
		]);
	return markdownTable(['Severity', 'Finding', 'About', 'Why', 'Remedy'], rows);
}

/** Sums, lines, and what could not be priced. */
export function costs(plan: Plan): readonly string[] {
	const { oneOff, monthly, workOnce, workMonthly, region, asOf, lines, excluded } = plan.costs;
	const write = moneyIn(plan.workload);
	const dollars = (amount: number): string => markdownText(write(amount));
	const rows = lines.map((line) => [
		markdownText(titleOf(plan, line.for)),
		markdownText(line.title),
		`${Number(line.quantity.toPrecision(4))} ${markdownText(line.unit)}`,
		dollars(line.dollars),
		line.per === 'once' ? 'once' : 'a month',
		line.sure ? '' : 'price not confirmed',
	]);
	return [
		`${dollars(oneOff)} once and ${dollars(monthly)} a month, at the prices of ${markdownText(region)} as of ${markdownText(asOf)}; ${Math.round(workOnce)} hours of work once, ${Math.round(workMonthly * 10) / 10} a month.`,
		'',
		...[creditsText(plan.costs, plan.workload), currencyText(plan.workload)].flatMap((says) =>
			says === '' ? [] : [markdownText(says), ''],
		),
		...markdownTable(['For', 'What', 'Quantity', 'Amount', 'Paid', ''], rows),
		...excluded.map(
			({ for: about, why }) => `- Not priced, ${markdownText(titleOf(plan, about))}: ${markdownText(why)}`,
		),
	];
}

/** Defaults that nobody confirmed, questions that would change the plan, and what could not be read. */
export function openPoints(plan: Plan): readonly string[] {
	const assumed = plan.assumptions.map(({ title, about, says }) => [
		markdownText(title),
		markdownText(about.map((id) => titleOf(plan, id)).join(', ') || 'the workload'),
		markdownText(says),
	]);
	return [
		...markdownTable(['Assumed', 'About', 'Value'], assumed),
		...plan.questions.flatMap(({ asks, effects }) => [
			`- ${markdownText(asks)}`,
			...effects.map((effect) => `  - ${markdownText(effect)}`),
		]),
		...plan.gaps.map(
			({ about, why, cure }) => `- Not read, ${markdownText(about)}: ${markdownText(why)} ${markdownText(cure)}`,
		),
	];
}

/** What people do, in order. */
export function steps(plan: Plan): readonly string[] {
	const rows = plan.steps.map(({ number, says, owner, lead, wave, after, request }) => [
		String(number),
		markdownText(request === undefined ? says : `${says} (${request})`),
		markdownText(owner),
		duration(lead),
		wave === undefined ? 'all' : String(wave),
		after.join(', ') || '–',
	]);
	return markdownTable(['', 'Step', 'Owner', 'Takes', 'For wave', 'After'], rows);
}

/** Where today's answer differs from what the textbook teaches. */
export function textbook(plan: Plan): readonly string[] {
	const rows = plan.textbook.map(({ says, today, since }) => [
		markdownText(says),
		markdownText(today),
		markdownText(since ?? '–'),
	]);
	return markdownTable(['Textbook', 'Today', 'Since'], rows);
}
