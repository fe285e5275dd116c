import { creditsText, currencyText } from '../../facts/money.ts';
import type { CostItem, Plan } from '../../plan/plan.ts';
import { billedAt } from '../knowledge/billed.ts';
import { heading, labelled, wrap } from '../wrap.ts';
import { dollarsIn, titleIn } from '../written.ts';

/** What each part of the plan costs, dearest first; what is not sure and what could not be priced. */
export function costPart(plan: Plan, width: number): readonly string[] {
	const { costs, network } = plan;
	if (plan.flows.length === 0 && costs.lines.length === 0) return [];
	const title = titleIn(plan);
	const dollars = dollarsIn(plan);
	const groups = [...new Set(costs.lines.map((line) => line.for))]
		.map((id) => ({ id, lines: costs.lines.filter((line) => line.for === id) }))
		.map(({ id, lines }) => ({
			id,
			month: sumOf(lines, 'month'),
			once: sumOf(lines, 'once'),
			sure: lines.every(({ sure }) => sure),
		}))
		.filter(({ month, once }) => month + once > 0)
		.toSorted((a, b) => b.month - a.month || b.once - a.once || (a.id < b.id ? -1 : 1));
	const elsewhere = network.region !== '' && network.region !== costs.region;
	return [
		...heading('Costs'),
		...wrap(
			`${dollars(costs.monthly)} a month and ${dollars(costs.oneOff)} once, without work, at ${billedAt(plan)} of ${costs.region} as of ${costs.asOf}` +
				`${elsewhere ? `; prices in ${network.region} differ` : ''}.`,
			{ width },
		),
		...[creditsText(costs, plan.workload), currencyText(plan.workload)].flatMap((says) =>
			says === '' ? [] : wrap(says, { width }),
		),
		...groups.flatMap(({ id, month, once, sure }) => {
			const amounts = [
				...(month > 0 ? [`${dollars(month)} a month`] : []),
				...(once > 0 ? [`${dollars(once)} once`] : []),
			];
			return wrap(`${title(id)}: ${amounts.join(' and ')}${sure ? '' : ' *'}`, {
				width,
				first: '  ',
				rest: '    ',
			});
		}),
		...labelled(
			'Work',
			`${costs.workOnce} h once and ${costs.workMonthly} h a month, not in the sums above.`,
			width,
			'  ',
		),
		...costs.excluded.flatMap(({ for: of, why }) => labelled('Not priced', `${title(of)}: ${why}`, width, '  ')),
	];
}

const sumOf = (lines: readonly CostItem[], per: CostItem['per']): number =>
	lines.reduce((total, line) => total + (line.per === per ? line.dollars : 0), 0);
