import type { Plan } from '../../plan/plan.ts';
import { paragraph, type Row, span } from '../rows.ts';
import { count, money, time } from './amounts.ts';
import { named } from './flow.ts';

/** How many sources of a member are named. */
const shown = 4;

/** In which order sources are worth bringing: each wave with what it gives, and every source with the reason. */
export function waveRows(plan: Plan, columns: number): readonly Row[] {
	return (plan.waves ?? []).flatMap(({ number, title, yields, ready, once, monthly, members }) => {
		const sources = members.reduce((sum, member) => sum + member.sources.length, 0);
		const terms = [
			count(sources, 'source'),
			ready === undefined ? 'at a time nobody knows' : ready < 60 ? 'at once' : `after ${time(ready)}`,
			`${money(monthly, plan)} a month`,
			...(once > 0 ? [`${money(once, plan)} once`] : []),
		];
		return [
			...paragraph(title, columns, span(`${number} `, 'strong'), 'strong'),
			...paragraph(terms.join(', '), columns, '  ', 'quiet'),
			...paragraph(yields, columns, '  '),
			...members.flatMap((member) => {
				const more = member.sources.length - shown;
				const names = member.sources.slice(0, shown).map((id) => named(plan, id));
				const who = `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
				return paragraph(`${who}: ${member.reason}`, columns, span('  - ', 'good'));
			}),
		];
	});
}
