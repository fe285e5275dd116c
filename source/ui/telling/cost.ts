import { billedAt } from '../../app/knowledge/billed.ts';
import { roundedAmount } from '../../facts/amount-text.ts';
import { creditsText, currencyText } from '../../facts/money.ts';
import type { CostItem, Plan } from '../../plan/plan.ts';
import { blank, exactly, labelled, paragraph, type Row, row, section, span } from '../rows.ts';
import type { Signs } from '../theme.ts';
import { money, time } from './amounts.ts';
import { meter } from './discovery.ts';
import { named, routeText } from './flow.ts';

/** What the plan costs, in money and work, line by line, and when it is done. */
export function costRows(plan: Plan, columns: number, signs: Signs): readonly Row[] {
	const { oneOff, monthly, workOnce, workMonthly, region, asOf, lines, excluded } = plan.costs;
	const hours = (n: number): string => roundedAmount('hours', n);
	const by = (per: CostItem['per']) =>
		lines.filter((line) => line.per === per).toSorted((a, b) => b.dollars - a.dollars);
	return [
		row(span('Each month ', 'heading'), span(money(monthly, plan), 'strong'), ` and ${hours(workMonthly)} of work`),
		row(span('Once       ', 'heading'), span(money(oneOff, plan), 'strong'), ` and ${hours(workOnce)} of work`),
		...paragraph(
			`At ${billedAt(plan)} of ${region || 'no region'} as of ${asOf}. ? is a price that no primary source confirms.`,
			columns,
			'',
			'quiet',
		),
		...paragraphs([creditsText(plan.costs, plan.workload), currencyText(plan.workload)], columns),
		blank,
		...section('Each month', lineRows(plan, by('month'), columns, signs)),
		...section('Once', lineRows(plan, by('once'), columns, signs)),
		...section('What would be cheaper', leverRows(plan, columns, signs)),
		...section(
			'Not counted',
			excluded.flatMap(({ for: of, why }) => labelled(named(plan, of), why, columns)),
		),
		...section('When the history is there', timelineRows(plan, columns, signs)),
		...section('Steps', stepRows(plan, columns)),
	];
}

const paragraphs = (texts: readonly string[], columns: number): readonly Row[] =>
	texts.flatMap((text) => (text === '' ? [] : paragraph(text, columns, '', 'quiet')));

/** Routes that cost less each month than the one in place, the largest saving first, and what speaks against each. */
function leverRows(plan: Plan, columns: number, signs: Signs): readonly Row[] {
	const levers = plan.flows.flatMap((flow) => {
		const now = flow.estimate.monthly;
		return flow.alternatives.flatMap(({ services, estimate: { monthly }, reason }) =>
			now === undefined || monthly === undefined || monthly >= now
				? []
				: [{ flow, services, saves: now - monthly, reason }],
		);
	});
	return levers
		.toSorted((a, b) => b.saves - a.saves)
		.flatMap(({ flow, services, saves, reason }) => [
			...paragraph(
				`${routeText(plan, services, signs)} for ${flow.title}`,
				columns,
				span(`${money(saves, plan)} a month: `, 'strong'),
			),
			...paragraph(reason, columns, '  ', 'quiet'),
		]);
}

function lineRows(plan: Plan, lines: readonly CostItem[], columns: number, signs: Signs): readonly Row[] {
	const largest = Math.max(...lines.map(({ dollars }) => dollars), 1);
	const bar = columns >= 70 ? 16 : 0;
	const title = Math.max(10, columns - 12 - (bar ? bar + 2 : 0));
	return lines.map((line) => [
		span(exactly(`${line.title}, ${named(plan, line.for)}`, title)),
		span(exactly(`${money(line.dollars, plan)}${line.sure ? '' : ' ?'}`, 11, 'right'), 'strong'),
		...(bar ? [span(`  ${meter(line.dollars / largest, bar, signs)}`, 'good')] : []),
	]);
}

function timelineRows(plan: Plan, columns: number, signs: Signs): readonly Row[] {
	const timed = plan.flows.flatMap(({ title, estimate: { lead = 0, complete } }) =>
		complete === undefined ? [] : [{ title, lead, complete: lead + complete }],
	);
	const last = Math.max(...timed.map(({ complete }) => complete), 1);
	const bar = columns >= 70 ? 24 : 0;
	const name = Math.max(10, columns - 14 - (bar ? bar + 2 : 0));
	return timed
		.toSorted((a, b) => a.complete - b.complete)
		.map(({ title, lead, complete }) => {
			const waits = Math.round((Math.min(lead, complete) / last) * bar);
			const moves = Math.max(bar ? 1 : 0, Math.round((complete / last) * bar) - waits);
			return [
				span(exactly(title, name)),
				span(exactly(time(complete), 13, 'right'), 'strong'),
				...(bar ? [span(`  ${signs.light.repeat(waits)}`, 'quiet'), span(signs.full.repeat(moves), 'good')] : []),
			];
		});
}

const stepRows = (plan: Plan, columns: number): readonly Row[] =>
	plan.steps.flatMap(({ number, says, owner, lead, wave, after }) => [
		...paragraph(says, columns, span(`${String(number).padStart(2)} `, 'strong')),
		...paragraph(
			[
				owner,
				lead === undefined ? undefined : time(lead),
				wave === undefined ? undefined : `for wave ${wave}`,
				after.length > 0 ? `after ${after.join(', ')}` : undefined,
			]
				.filter(Boolean)
				.join('; '),
			columns,
			'   ',
			'quiet',
		),
	]);
