import type { PlanEffect } from '../../app/session/effect.ts';
import { roundedAmount } from '../../facts/amount-text.ts';
import { isUnsure } from '../draft.ts';
import { modeBelow } from '../mode.ts';
import { cells, exactly, paragraph, type Row, row, section, span } from '../rows.ts';
import { derivedOf, type Ui } from '../state.ts';
import { draftOf } from '../under.ts';
import { nameOf, wouldDo } from '../would.ts';
import { money, untilText } from './amounts.ts';

/** At most so many sentences of a change; the plan itself tells the others. */
const most = 8;

/** What the answer or choice under the cursor would do to the plan: before it is given, as soon as it is worked out. */
export function effectOnPlan(ui: Ui, columns: number): readonly Row[] {
	const action = wouldDo(ui);
	if (!action) return [];
	if (ui.tried?.name !== nameOf(action)) {
		if (ui.isTryingSlow) return [];
		return section(headingOf(ui), [row(span(`${ui.signs.more} working it out`, 'quiet'))]);
	}
	const { effect } = ui.tried;
	if (!effect) return section(headingOf(ui), [row(span('  The plan stays the same.', 'quiet'))]);
	const { says } = effect;
	const more = says.length - most;
	return section(headingOf(ui), [
		...sumRows(ui, effect, columns),
		...says.slice(0, most).flatMap((line) => paragraph(line, columns, '- ')),
		...(more > 0 ? [row(span(`  and ${more} more changes`, 'quiet'))] : []),
	]);
}

/** Which answer is meant. Where several may hold, moving over one of them does not take it yet. */
function headingOf(ui: Ui): string {
	const draft = modeBelow(ui) === 'question to pick' ? draftOf(ui) : undefined;
	if (draft?.form.type !== 'choices' || isUnsure(draft)) return 'If you take this';
	return draft.ticked.length === 0 ? 'If you take none of them' : 'If you take what is ticked';
}

/** The four amounts that people weigh, as they are and as they would be. */
function sumRows(ui: Ui, { before, after }: PlanEffect, columns: number): readonly Row[] {
	const plan = derivedOf(ui)?.plan;
	const hours = (n: number): string => roundedAmount('hours', n);
	const lines: readonly (readonly [string, string, string])[] = [
		['each month', money(before.monthly, plan), money(after.monthly, plan)],
		['once', money(before.once, plan), money(after.once, plan)],
		['work once', hours(before.workOnce), hours(after.workOnce)],
		['history there', untilText(before.complete), untilText(after.complete)],
		['grave findings', String(before.grave), String(after.grave)],
		['without a route', String(before.unserved), String(after.unserved)],
	];
	const changed = lines.filter(([, was, is]) => was !== is);
	if (changed.length === 0) return [row(span('  Costs and times stay the same.', 'quiet'))];
	// A line that is cut in an amount would tell another one.
	const isNarrow = changed.some(([, was, is]) => cells(`${was} becomes ${is}`) + 18 > columns);
	const turns = isNarrow ? ui.signs.arrow : 'becomes';
	return changed.map(([title, was, is]) =>
		row(span(`  ${exactly(title, isNarrow ? 14 : 16)}`, 'quiet'), `${was} `, span(`${turns} ${is}`, 'strong')),
	);
}

/** What the plan comes to as it stands, beside a question. */
export function planSoFar(ui: Ui, columns: number): readonly Row[] {
	const plan = derivedOf(ui)?.plan;
	if (!plan) return [];
	const { monthly, oneOff, workOnce } = plan.costs;
	const told: readonly (readonly [string, string])[] = [
		['each month', money(monthly, plan)],
		['once', money(oneOff, plan)],
		['work once', roundedAmount('hours', workOnce)],
		['routes', String(plan.flows.length)],
		['without a route', String(plan.unserved.length)],
		['assumed', `${plan.assumptions.length} facts`],
	];
	return section(
		'The plan so far',
		told.map(([title, says]) =>
			row(span(`  ${exactly(title, Math.min(16, columns - 12))}`, 'quiet'), span(says, 'strong')),
		),
	);
}
