import { roundedAmount } from '../../facts/amount-text.ts';
import type { Flow, Plan } from '../../plan/plan.ts';
import { exactly, type Row, row, section, span } from '../rows.ts';
import { money, time } from './amounts.ts';

const written = {
	monthly: ['each month', money],
	once: ['once', money],
	complete: ['history there', time],
	freshness: ['then old', time],
	lead: ['can start in', time],
	effortOnce: ['work once', (hours: number) => roundedAmount('hours', hours)],
	effortMonthly: ['work a month', (hours: number) => roundedAmount('hours', hours)],
} as const satisfies Readonly<Record<string, readonly [string, (amount: number, plan: Plan | undefined) => string]>>;

/** The route in place and the one under the cursor side by side, in every amount that either has. */
export function compareRows(
	plan: Plan | undefined,
	{ estimate, alternatives }: Flow,
	cursor: number,
	columns: number,
): readonly Row[] {
	const other = alternatives[cursor - 1]?.estimate;
	if (!other) return [];
	const cell = Math.max(8, Math.min(18, Math.floor((columns - 16) / 2)));
	const rows = (Object.keys(written) as (keyof typeof written)[]).flatMap((part): readonly Row[] => {
		const [title, write] = written[part];
		const [now, then] = [estimate[part], other[part]];
		if (now === undefined && then === undefined) return [];
		const text = (amount: number | undefined): string =>
			exactly(amount === undefined ? 'unknown' : write(amount, plan), cell, 'right');
		return [
			row(span(`  ${exactly(title, 13)}`, 'quiet'), text(now), span(text(then), now === then ? 'quiet' : 'strong')),
		];
	});
	const heads = row(
		span(`  ${exactly('', 13)}${exactly('now', cell, 'right')}${exactly('this', cell, 'right')}`, 'quiet'),
	);
	return section('Side by side', [heads, ...rows]);
}
