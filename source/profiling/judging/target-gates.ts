import type { TableFigures } from '../figures.ts';
import { shareOf } from './interval.ts';
import { percent, type Verdict } from './verdict.ts';

const leaks = 0.98;
const labelled = 0.8;
const minority = 0.01;

/** The gates of the column that a model shall predict: labels, their balance, what tells them and what gives them away. */
export function targetGates({ target: found, columns, whole }: TableFigures): readonly Verdict[] {
	if (found === undefined) return [];
	const label = columns.find(({ name }) => name === found.column);
	if (label === undefined) return [];
	const coverage = shareOf(label.rows - label.missing, label.rows, { whole });
	const base = { column: found.column } as const;
	const covered: Verdict =
		coverage.value >= labelled
			? {
					gate: 'label',
					level: 'pass',
					...base,
					says: `${percent(coverage.value)} of rows have a label, at least 80 %`,
				}
			: {
					gate: 'label',
					level: 'fail',
					...base,
					says: `${percent(coverage.value)} of rows have a label, less than 80 %`,
					remedy: 'find the missing labels, or train on the labelled rows alone',
				};
	return [covered, ...balance(found, label.rows - label.missing), ...association(found)];
}

function balance({ column, labels, numeric }: NonNullable<TableFigures['target']>, rows: number): readonly Verdict[] {
	if (numeric || labels.length === 0 || rows === 0) return [];
	if (labels.length === 1)
		return [
			{
				gate: 'label',
				level: 'fail',
				column,
				says: '1 label in all rows',
				remedy: 'there is nothing to learn: bring rows with other labels',
			},
		];
	const rarest = (labels.at(-1) ?? 0) / rows;
	const says = `${labels.length} labels, the rarest in ${percent(rarest)} of rows`;
	return rarest >= minority
		? [{ gate: 'label', level: 'pass', column, says: `${says}, at least 1 %` }]
		: [
				{
					gate: 'label',
					level: 'warn',
					column,
					says: `${says}, less than 1 %`,
					remedy: 'weigh or resample it, and judge the model by more than accuracy',
				},
			];
}

const association = ({ associations, column: target }: NonNullable<TableFigures['target']>): readonly Verdict[] =>
	associations.flatMap(({ column, by, value, presence, rows }): Verdict[] => {
		if (rows < 20) return [];
		const strength = Math.max(Math.abs(value), presence);
		const what =
			Math.abs(value) >= presence
				? by === 'correlation'
					? `correlation with ${target}`
					: `share of ${target} that it tells`
				: `share of ${target} that its being there tells`;
		const says = `${what}: ${Number(strength.toFixed(3))}`;
		if (strength >= leaks)
			return [
				{
					gate: 'leakage',
					level: 'fail',
					column,
					says: `${says}, at least 0.98`,
					remedy: 'leave it out unless it is known before the label is',
				},
			];
		return strength >= (by === 'correlation' ? Math.max(0.05, 3 / Math.sqrt(rows)) : 0.01)
			? [{ gate: 'relevance', level: 'pass', column, says }]
			: [];
	});
