import { CfnDataQualityRuleset } from 'aws-cdk-lib/aws-glue';
import type { Construct } from 'constructs';
import type { Dataset } from './datasets.ts';
import type { Job } from './plan.ts';

/** A rule of quality as the plan has it, and as the jobs check it. */
interface Rule {
	readonly rule: 'complete' | 'unique' | 'between' | 'in' | 'matches';
	readonly column?: string;
	/** Columns that must be unique together. */
	readonly columns?: readonly string[];
	/** The table, or the data set, that it is about; all of them, if left out. */
	readonly table?: string;
	readonly low?: number;
	readonly high?: number;
	readonly values?: readonly (string | number)[];
	readonly pattern?: string;
}

/** A text of DQDL: in quotes, on one line. */
const quoted = (text: string): string =>
	`"${text.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ').replace(/["\\]/g, (sign) => `\\${sign}`)}"`;

const value = (one: unknown): string => (typeof one === 'number' ? String(one) : quoted(String(one)));

/** A rule as rules of DQDL; none, if it is not one that is known. Bounds of `between` would be outside, those of the plan are inside. */
function dqdl({ rule, column = '', columns, low, high, values = [], pattern = '' }: Rule): readonly string[] {
	if (columns) return rule === 'unique' ? [`IsPrimaryKey ${columns.map(quoted).join(' ')}`] : [];
	const name = quoted(column);
	switch (rule) {
		case 'complete':
			return [`IsComplete ${name}`];
		case 'unique':
			return [`IsUnique ${name}`];
		case 'between':
			return [`ColumnValues ${name} >= ${value(low)}`, `ColumnValues ${name} <= ${value(high)}`];
		case 'in':
			return values.length > 0 ? [`ColumnValues ${name} in [ ${values.map(value).join(', ')} ]`] : [];
		case 'matches':
			return [`ColumnValues ${name} matches ${quoted(`.*(?:${pattern}).*`)}`];
		default:
			return [];
	}
}

/** The rules of a job as a set in DQDL; the first is that a table has rows. Undefined, if the plan has none that can be written so. */
export function rulesetOf({ settings }: Pick<Job, 'settings'>): string | undefined {
	const rules = rulesIn(settings.rules).flatMap(dqdl);
	return rules.length === 0 ? undefined : `Rules = [ ${['RowCount > 0', ...new Set(rules)].join(', ')} ]`;
}

function rulesIn(said: unknown): readonly Rule[] {
	if (typeof said !== 'string') return [];
	try {
		const rules: unknown = JSON.parse(said);
		return Array.isArray(rules)
			? rules.filter((rule) => typeof rule?.rule === 'string' && isAbout(rule.column, rule.columns))
			: [];
	} catch {
		return [];
	}
}

/** Whether a rule names its column, or its columns. */
const isAbout = (column: unknown, columns: unknown): boolean =>
	columns === undefined
		? typeof column === 'string'
		: Array.isArray(columns) && columns.length > 0 && columns.every((name) => typeof name === 'string');

/**
 * The rules that a job checks by itself, as a rule set of Glue besides: it can be evaluated on a table of the catalogue, or be
 * scheduled there, by whoever keeps an eye on quality.
 */
export function makeRulesets(scope: Construct, app: string, job: Job, datasets: readonly Dataset[]): void {
	const rules = rulesIn(job.settings.rules);
	for (const table of new Set(rules.map((rule) => rule.table))) {
		const own = rules.filter((rule) => rule.table === table || rule.table === undefined);
		const ruleset = rulesetOf({ settings: { rules: JSON.stringify(own) } });
		if (ruleset === undefined) continue;
		const of = table === undefined ? 'every-table' : (datasets.find(({ name }) => name === table)?.name ?? table);
		const name = `${app}-${job.id}-${of}`.replace(/[^A-Za-z0-9_-]+/g, '-').slice(0, 255);
		new CfnDataQualityRuleset(scope, `rules-${job.id}-${of.replace(/[^A-Za-z0-9_-]+/g, '-')}`, {
			name,
			description: `Rules of ${job.title}`.slice(0, 1000),
			ruleset,
		});
	}
}
