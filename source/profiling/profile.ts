import type { Source } from '../estate/estate.ts';
import type { SourceFigures, TableFigures } from './figures.ts';
import { type GrowingTable, gathering } from './gathering.ts';
import { type Budget, budgetOf, type Limits } from './limits.ts';
import { seeded } from './random.ts';
import type { Announcement, Around, ReadSource } from './reader.ts';
import { readerOf } from './readers/index.ts';
import { type Referable, referencesOf, type Sketch } from './references.ts';
import { tableFigures, type Wanted } from './table-figures.ts';

interface Profiling {
	readonly sources: readonly Source[];
	readonly limits: Limits;
	readonly target?: string;
	/** Milliseconds that only grow. */
	readonly clock: () => number;
	readonly around: Around;
	readonly onSource?: (source: Source, done: number, of: number) => void;
	/** What was read in all so far; told often. */
	readonly onRead?: (read: { readonly bytes: number; readonly rows: number }) => void;
}

/** What a yes would allow, a source each. Nothing is read for it. */
export const announced = (sources: readonly Source[], limits: Limits): readonly Announcement[] =>
	sources.flatMap((source) => readerOf(source.kind)?.announce(source, limits) ?? []);

/**
Reads samples of sources, one after the other, within the limits; each source gets its part of what is left. Call it only after
somebody said yes to what `announced` tells. Never rejects for what a source does: what could not be read is told.
*/
export async function profileSources({
	sources,
	limits,
	target,
	clock,
	around,
	onSource,
	onRead,
}: Profiling): Promise<readonly SourceFigures[]> {
	const whole = budgetOf(limits, clock);
	const found: SourceFigures[] = [];
	const referable: Referable[] = [];
	for (const [index, source] of sources.entries()) {
		const reader = readerOf(source.kind);
		if (reader === undefined || around.signal.aborted) continue;
		onSource?.(source, index, sources.length);
		const waiting = sources.length - index;
		const part = {
			...limits,
			bytes: whole.left('bytes') / waiting,
			rows: whole.left('rows') / waiting,
			seconds: whole.left('seconds') / waiting,
		};
		const budget = telling(budgetOf(part, clock), whole, onRead);
		const gathered = gathering();
		const read = await reader
			.read(source, {
				...around,
				budget,
				gathering: gathered,
				random: seeded(index + 1),
				isOneOfMany: sources.length > 1,
			})
			.catch((error: unknown): ReadSource => {
				gathered.unread(`It could not be read: ${sentenceOf(error)}`);
				return { whole: false };
			});
		whole.spend('bytes', part.bytes - budget.left('bytes'));
		whole.spend('rows', part.rows - budget.left('rows'));
		// What was stopped before a row was read tells nothing.
		if (around.signal.aborted && gathered.tables.length === 0) continue;
		const wanted = { ...read, ...(target === undefined ? {} : { target }) };
		found.push({
			source: source.id,
			title: source.title,
			at: around.now().toISOString(),
			tables: gathered.tables.map((table) => {
				const figures = figuresOf(table, wanted, read);
				referable.push({
					title: source.title,
					figures,
					sketch: (column) =>
						read.exact?.has(table) ? read.sketches?.get(table)?.get(column) : sketchIn(table, column),
				});
				return figures;
			}),
			unread: gathered.troubles,
		});
	}
	const references = referencesOf(referable);
	return found.map((one) => ({
		...one,
		tables: one.tables.map((table) => {
			const named = references.get(table) ?? [];
			return named.length === 0 ? table : { ...table, references: named };
		}),
	}));
}

/** The figures of a table; those of which an engine counted all rows keep what only the sample shows. */
function figuresOf(table: GrowingTable, wanted: Wanted, { exact }: ReadSource): TableFigures {
	const sampled = tableFigures(table, wanted);
	const counted = exact?.get(table);
	if (counted === undefined) return sampled;
	const { drift, troubles, files, target } = sampled;
	return { ...counted, drift, troubles, ...(files && { files }), ...(target && { target }) };
}

/** The different values of a column as our own readers hashed them. */
function sketchIn(table: GrowingTable, column: string): Sketch | undefined {
	const counted = table.tally.columns.get(column);
	return counted && { by: 'headwater', ...counted.values.sketch() };
}

/** A budget that tells of what is spent, in all with what was spent before. */
function telling(budget: Budget, whole: Budget, onRead: Profiling['onRead']): Budget {
	if (onRead === undefined) return budget;
	const spentOf = (what: 'bytes' | 'rows'): number =>
		whole.limits[what] - whole.left(what) + budget.limits[what] - budget.left(what);
	return {
		...budget,
		spend(what, amount) {
			budget.spend(what, amount);
			onRead({ bytes: spentOf('bytes'), rows: spentOf('rows') });
		},
	};
}

/** The sentence of a fault of ours; of any other only its code or name, since its message may carry content. */
function sentenceOf(error: unknown): string {
	if (error instanceof Error && 'wayOut' in error) return error.message;
	const code =
		error instanceof Error
			? 'code' in error && error.code !== undefined
				? String(error.code)
				: error.name
			: 'unknown';
	return `${code.replace(/[^\w.]/g, '')}.`;
}
