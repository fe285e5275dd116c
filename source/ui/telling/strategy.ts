import type { Plan } from '../../plan/plan.ts';
import { blank, labelled, paragraph, type Row, section, span } from '../rows.ts';
import type { Signs } from '../theme.ts';
import { count } from './amounts.ts';
import { changeRows, named, points } from './flow.ts';
import { waveRows } from './waves.ts';

/** How the sources are brought together, and why not otherwise. */
export function strategyRows(plan: Plan, chosen: string | undefined, columns: number, signs: Signs): readonly Row[] {
	const { id, reasons, rejected, changes } = plan.strategy;
	const by = Map.groupBy(plan.sources, ({ strategy }) => strategy);
	const shares = [...by].map(([strategy, sources]) => `${count(sources.length, 'source')}: ${named(plan, strategy)}`);
	return [
		...paragraph('How the data is brought together for training', columns),
		blank,
		...paragraph(named(plan, id), columns, '', 'strong'),
		...(chosen === undefined ? [] : paragraph(`You chose: ${named(plan, chosen)}`, columns, '', 'said')),
		...paragraph(shares.join('; '), columns, '', 'quiet'),
		blank,
		...section('Why', points(reasons, columns, span('+ ', 'good'))),
		...section(
			'Why not',
			rejected.flatMap(({ id: other, reason }) => labelled(named(plan, other), reason, columns)),
		),
		...section('What would change this', changeRows(plan, changes, columns, signs)),
		...section('In waves', waveRows(plan, columns)),
		...section(
			'Controls that the plan brings',
			plan.controls.flatMap(({ title, because }) => labelled(title, because, columns)),
		),
	];
}
