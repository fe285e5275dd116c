import { capital } from '../../facts/capital.ts';
import type { Finding, Plan } from '../../plan/plan.ts';
import { blank, paragraph, type Row, row, section, span } from '../rows.ts';
import type { Role, Signs } from '../theme.ts';
import { count } from './amounts.ts';
import { named } from './flow.ts';

const looks: Readonly<
	Record<Finding['severity'], { readonly sign: 'failed' | 'caution' | 'dot'; readonly role: Role }>
> = {
	high: { sign: 'failed', role: 'bad' },
	medium: { sign: 'caution', role: 'warn' },
	low: { sign: 'dot', role: 'quiet' },
};
const severities = ['high', 'medium', 'low'] as const;

/** At most so many names of what a finding is about. */
const most = 6;

/** What does not hold yet, gravest first: what it is about, what is wrong, and the remedy. */
export function findingRows(plan: Plan, columns: number, signs: Signs): readonly Row[] {
	const { findings } = plan;
	if (findings.length === 0)
		return [row(span(`${signs.done} Nothing was found that would have to be mended.`, 'good'))];
	const by = Map.groupBy(findings, ({ severity }) => severity);
	const summary = severities.flatMap((severity) => {
		const of = by.get(severity);
		return of ? [`${of.length} ${severity}`] : [];
	});
	return [
		row(span(count(findings.length, 'finding'), 'strong'), span(`: ${summary.join(', ')}`, 'quiet')),
		blank,
		...severities.flatMap((severity) =>
			section(
				capital(severity),
				(by.get(severity) ?? []).flatMap((one) => told(plan, one, columns, signs)),
			),
		),
	];
}

function told(
	plan: Plan,
	{ severity, title, about, says, remedy }: Finding,
	columns: number,
	signs: Signs,
): readonly Row[] {
	const { sign, role } = looks[severity];
	const names = about.slice(0, most).map((id) => named(plan, id));
	const more = about.length > most ? ` and ${about.length - most} more` : '';
	return [
		...paragraph(title, columns, span(`${signs[sign]} `, role), 'strong'),
		...(names.length > 0 ? paragraph(`${names.join(', ')}${more}`, columns, '  ', 'quiet') : []),
		...paragraph(says, columns, '  '),
		...paragraph(remedy, columns, span(`  ${signs.arrow} `, 'good')),
	];
}
