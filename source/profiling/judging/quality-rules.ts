import type { TableReport } from './report.ts';

/** A rule that rows must keep, as the quality job of the lake reads it. */
export type QualityRule = {
	readonly table: string;
} & (
	| { readonly column: string; readonly rule: 'complete' | 'unique' }
	/** Several columns that tell rows apart only together. */
	| { readonly columns: readonly string[]; readonly rule: 'unique' }
);

/** Rules whose breach must stop a run: what held in every row that was seen, of the columns that rows are told apart and placed in time by. */
export function criticalRules({ figures, roles, columns }: TableReport): readonly QualityRule[] {
	const table = figures.name.toLowerCase().replace(/[^a-z0-9]+/g, '_');
	const [key] = roles.keys;
	const together = roles.together ?? [];
	const timed = columns.find(
		({ column: { name }, complete }) => name === roles.eventTime && complete.value === 1 && !together.includes(name),
	);
	return [
		...(key === undefined
			? []
			: ([
					{ table, column: key, rule: 'complete' },
					{ table, column: key, rule: 'unique' },
				] as const)),
		...together.map((column) => ({ table, column, rule: 'complete' }) as const),
		...(together.length === 0 ? [] : [{ table, columns: together, rule: 'unique' } as const]),
		...(timed === undefined ? [] : ([{ table, column: timed.column.name, rule: 'complete' }] as const)),
	];
}

/** The rules of a table in DQDL: a set that stops a run, and one that only measures (docs/glue/latest/dg/dqdl-rule-types.html). */
export function dqdlOf(table: TableReport): { readonly critical: string; readonly warning: string } {
	const critical = criticalRules(table).map((rule) =>
		// Of several columns together (docs/glue/latest/dg/dqdl-rule-types-IsPrimaryKey.html).
		'columns' in rule
			? `IsPrimaryKey ${rule.columns.map(quoted).join(' ')}`
			: `${rule.rule === 'unique' ? 'IsUnique' : 'IsComplete'} ${quoted(rule.column)}`,
	);
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
