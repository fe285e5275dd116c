import type { SourceFigures, TableFigures } from '../figures.ts';
import { columnGates } from './column-gates.ts';
import { type ColumnReport, columnReport } from './column-report.ts';
import { type Roles, rolesOf } from './roles.ts';
import { tableGates } from './table-gates.ts';
import type { Verdict } from './verdict.ts';

/** A table with its shares, roles and verdicts. */
export interface TableReport {
	readonly figures: TableFigures;
	readonly columns: readonly ColumnReport[];
	readonly roles: Roles;
	readonly verdicts: readonly Verdict[];
}

/** What is known of the readiness of one source. */
export interface SourceReport {
	readonly source: string;
	readonly title: string;
	readonly at: string;
	readonly tables: readonly TableReport[];
	readonly unread: readonly string[];
}

/** The document: what was counted with what it means. Its figures alone make the rest. */
export interface Readiness {
	readonly version: 1;
	readonly madeBy: string;
	readonly sources: readonly SourceReport[];
}

/** Judges what was counted. `wantedAge` gives how old the data of a source may be, in seconds, where somebody said so. */
export function judged(
	figures: readonly SourceFigures[],
	{ madeBy, wantedAge }: { readonly madeBy: string; readonly wantedAge: (source: string) => number | undefined },
): Readiness {
	return {
		version: 1,
		madeBy,
		sources: figures.map(({ source, title, at, tables, unread }) => ({
			source,
			title,
			at,
			tables: tables.map((table) => tableReport(table, { now: Date.parse(at), wantedAge: wantedAge(source) })),
			unread,
		})),
	};
}

function tableReport(
	figures: TableFigures,
	{ now, wantedAge }: { now: number; wantedAge: number | undefined },
): TableReport {
	const columns = figures.columns.map((column) => columnReport(column, figures));
	const roles = rolesOf(columns, figures);
	const verdicts = [
		...tableGates(figures, roles, { now, ...(wantedAge === undefined ? {} : { wantedAge }) }),
		...columns.flatMap((column) => columnGates(column, roles, figures)),
	];
	return { figures, columns, roles, verdicts };
}
