import { type PlanEffect, sumOf } from '../../app/session/effect.ts';
import type { Answers } from '../../estate/answers.ts';
import { roundedAmount } from '../../facts/amount-text.ts';
import type { Plan } from '../../plan/plan.ts';
import { blank, exactly, paragraph, type Row, row, section, span } from '../rows.ts';
import { derivedOf, type Ui } from '../state.ts';
import { effectsOf } from '../weighing.ts';
import { money, untilText } from './amounts.ts';
import { fieldRow } from './answer.ts';

type Sum = PlanEffect['after'];

interface Column {
	readonly title: string;
	readonly width: number;
	/** Least columns of the window in which it is shown. */
	readonly from: number;
	readonly of: (sum: Sum, plan: Plan) => string;
}

const columnsOf: readonly Column[] = [
	{ title: 'each month', width: 11, from: 0, of: ({ monthly }, plan) => money(monthly, plan) },
	{ title: 'once', width: 10, from: 60, of: ({ once }, plan) => money(once, plan) },
	{
		title: 'history',
		width: 12,
		from: 50,
		of: ({ complete }) => untilText(complete),
	},
	{ title: 'work once', width: 11, from: 80, of: ({ workOnce }) => roundedAmount('hours', workOnce) },
	{ title: 'grave', width: 6, from: 0, of: ({ grave }) => String(grave) },
	{ title: 'no route', width: 9, from: 72, of: ({ unserved }) => String(unserved) },
];

/** Variants side by side: cost, dates and findings of each, and what the one under the cursor does otherwise than the plan. */
export function variantRows(ui: Ui, columns: number): readonly Row[] {
	const plan = derivedOf(ui)?.plan;
	if (ui.over?.kind !== 'variants' || !plan || !ui.session) return [];
	const { cursor, naming } = ui.over;
	const table = columnsOf.filter(({ from }) => columns >= from);
	const wide = Math.max(10, columns - 3 - table.reduce((sum, { width }) => sum + width, 0));
	const entries = Object.entries(ui.session.variants ?? {});
	const line = (name: string, sum: Sum | undefined, index: number): Row => [
		span(index === cursor && !naming ? `${ui.signs.pointer} ` : '  ', 'chosen'),
		span(exactly(name, wide), index === cursor ? 'chosen' : 'plain'),
		...table.map(({ width, of }) => span(exactly(sum ? of(sum, plan) : ui.signs.more, width, 'right'))),
	];
	const here = entries[cursor - 1];
	return [
		row(span('Variants of the plan', 'heading')),
		row(span(exactly('', wide + 2)), ...table.map(({ title, width }) => span(exactly(title, width, 'right'), 'quiet'))),
		line('This plan', sumOf(plan), 0),
		...entries.map(([name, answers], index) => line(name, sumAt(ui, answers, plan), index + 1)),
		blank,
		...(naming ? [row(span('Keep this plan as', 'strong')), fieldRow(naming, columns, ui.signs)] : []),
		...(entries.length === 0 && !naming
			? paragraph(
					'None is kept yet. Keep this plan under a name, then answer or choose otherwise, and compare.',
					columns,
					'',
					'quiet',
				)
			: []),
		...(here && !naming ? otherwise(ui, here, columns) : []),
	];
}

const effectAt = (ui: Ui, answers: Answers): { readonly effect: PlanEffect | undefined } | undefined => {
	const known = effectsOf(ui);
	return known?.has(answers) ? { effect: known.get(answers) } : undefined;
};

function sumAt(ui: Ui, answers: Answers, plan: Plan): Sum | undefined {
	const known = effectAt(ui, answers);
	return known && (known.effect?.after ?? sumOf(plan));
}

function otherwise(ui: Ui, [name, answers]: readonly [string, Answers], columns: number): readonly Row[] {
	const known = effectAt(ui, answers);
	if (!known) return [row(span(`${ui.signs.more} working it out`, 'quiet'))];
	if (!known.effect) return paragraph(`"${name}" leads to this plan.`, columns, '', 'quiet');
	const { says } = known.effect;
	const lines = says.length > 0 ? says : ['Only amounts are others.'];
	return section(
		`What "${name}" does otherwise`,
		lines.flatMap((each) => paragraph(each, columns, '- ')),
	);
}
