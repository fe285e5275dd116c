import { moneyIn } from '../facts/money.ts';
import type { Plan, WaveMember } from '../plan/plan.ts';
import { some } from './drawing/picture.ts';
import { markdownTable, markdownText } from './languages/markdown.ts';
import { duration, titleOf } from './titles.ts';

/** More names would hide the reason; the plan holds them all. */
const mostNamed = 12;

/** In which order sources are worth bringing, and why each stands where it does. */
export function waves(plan: Plan): readonly string[] {
	const dollars = moneyIn(plan.workload);
	return (plan.waves ?? []).flatMap(({ number, title, yields, ready, once, monthly, members }) => [
		`### ${number}. ${markdownText(title)}`,
		'',
		`${markdownText(yields)} There after: ${duration(ready)}. ${markdownText(dollars(monthly))} a month and ${markdownText(dollars(once))} once.`,
		'',
		...markdownTable(
			['Sources', 'Worth', 'Why here'],
			members.map((member) => [markdownText(namesIn(plan, member)), String(member.worth), markdownText(member.reason)]),
		),
	]);
}

/** Titles of the sources of a member, as many as can be read. */
export const namesIn = (plan: Plan, { sources }: WaveMember): string =>
	some(
		sources.map((id) => titleOf(plan, id)),
		mostNamed,
	);
