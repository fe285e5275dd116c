import type { TableReport } from './report.ts';

/** A rule that rows must keep, as the quality job of the lake reads it. */
export interface QualityRule {
	readonly table: string;
	readonly column: string;
	readonly rule: 'complete' | 'unique';
}

/** Rules whose breach must stop a run: what held in every row that was seen, of the columns that rows are told apart and placed in time by. */
export function criticalRules({ figures, roles, columns }: TableReport): readonly QualityRule[] {
	const table = figures.name.toLowerCase().replace(/[^a-z0-9]+/g, '_');
	const [key] = roles.keys;
	const timed = columns.find(({ column, complete }) => column.name === roles.eventTime && complete.value === 1);
	return [
		...(key === undefined
			? []
			: ([
					{ table, column: key, rule: 'complete' },
					{ table, column: key, rule: 'unique' },
				] as const)),
		...(timed === undefined ? [] : ([{ table, column: timed.column.name, rule: 'complete' }] as const)),
	];
}

/** The rules of a table in DQDL: a set that stops a run, and one that only measures (docs/glue/latest/dg/dqdl-rule-types.html). */
export function dqdlOf(table: TableReport): { readonly critical: string; readonly warning: string } {
	const critical = criticalRules(table).map(
		({ column, rule }) => `${rule === 'unique' ? 'IsUnique' : 'IsComplete'} ${quoted(column)}`,
	);
	// Of several columns together (docs/glue/latest/dg/dqdl-rule-types-IsPrimaryKey.html).
	if (table.roles.together !== undefined) critical.push(`IsPrimaryKey ${table.roles.together.map(quoted).join(' ')}`);
	const features = table.columns.filter(
		({ column }) => !table.roles.keys.slice(0, 1).includes(column.name) && column.name !== table.roles.eventTime,
	);
	const warning = features.flatMap(({ column: { name, number }, complete }) => [
		...(complete.value >= 0.95 ? [`Completeness ${quoted(name)} > 0.95`] : []),
		...(number !== undefined && number.low >= 0 ? [`ColumnValues ${quoted(name)} >= 0`] : []),
	]);
	return { critical: rulesText(['RowCount > 0', ...critical]), warning: rulesText(warning) };
}

const quoted = (column: string): string => `"${column.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
const rulesText = (rules: readonly string[]): string =>
	rules.length === 0 ? '' : `Rules = [\n    ${rules.join(',\n    ')}\n]`;
