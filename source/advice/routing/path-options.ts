import type { Place } from '../../estate/estate.ts';
import { type FactValue, isOfLine } from '../../facts/fact.ts';
import { gigabits } from '../../facts/units.ts';
import { type Column, setCell } from '../../rules/table.ts';
import type { Ground } from '../ground/ground.ts';
import { expense, type Path, passes, unweighed, type Weighed } from '../ground/kernel.ts';
import { choicesOf } from './forced.ts';

/** A line a place could have, as far as places are compared under it. Without `path` it is what the place has of itself. */
export interface Line {
	readonly path?: Pick<Path, 'blueprint'>;
	/** Place in the order that breaks ties. */
	readonly order: number;
	readonly gives: readonly { readonly column: Pick<Column, 'fact'>; readonly value: FactValue | undefined }[];
	/** Seconds until the line is there. */
	readonly lead: number;
	readonly weighed: Weighed;
	/** Sources of the place for which somebody chose another line that it could have; absent: none. */
	readonly against?: number;
}

/** The same with what is compiled for it. Mutable: weighed anew in place. */
export interface PathOption extends Line {
	readonly path?: Path;
	readonly gives: readonly { readonly column: Column; value: FactValue | undefined }[];
	lead: number;
}

const inAws: Readonly<Record<string, FactValue>> = {
	'path.online': true,
	'path.private': true,
	'path.bandwidth': gigabits(10),
};
const noLine: Readonly<Record<string, FactValue>> = { 'path.online': false, 'path.private': false };

const holding = (): Weighed => ({ ...unweighed(), outcome: 2 });

/** What AWS itself gives a place in it: always online, private, and 10 Gbps. It is the same for all of them. */
export function awsOption(ground: Ground): PathOption {
	const known = inAwsOn.get(ground.table) ?? { order: 0, gives: givesOf(ground, inAws), lead: 0, weighed: holding() };
	inAwsOn.set(ground.table, known);
	return known;
}

const inAwsOn = new WeakMap<Ground['table'], PathOption>();

/** A place outside AWS without any line. */
function noLineOption(ground: Ground): PathOption {
	return { order: 0, gives: givesOf(ground, noLine), lead: 0, weighed: holding() };
}

function givesOf({ table }: Ground, values: Readonly<Record<string, FactValue>>): PathOption['gives'] {
	return lineColumns(table).map((column) => ({ column, value: values[column.fact] }));
}

const columnsOfLines = new WeakMap<Ground['table'], readonly Column[]>();

/** The columns of what lines give. */
function lineColumns(table: Ground['table']): readonly Column[] {
	const found = columnsOfLines.get(table) ?? [...table.columns.values()].filter(({ fact }) => isOfLine(fact));
	columnsOfLines.set(table, found);
	return found;
}

function pathOption(ground: Ground, path: Path, row: number, index: number): PathOption {
	const option = { path, order: index + 1, gives: givesOf(ground, {}), lead: 0, weighed: unweighed() };
	weighOption(ground, option, row);
	return option;
}

/** Weighs a path on the row of its place. One that fails its gates has outcome 0. What a place has of itself stays as it is. */
export function weighOption({ money }: Ground, option: PathOption, row: number): void {
	const { path, gives, weighed } = option;
	if (!path) return;
	passes(path.gates, row, weighed);
	expense(path, row, money.hour.values[row] as number, money.months.values[row] as number, weighed);
	for (const given of gives) {
		const value = path.gives.get(given.column.fact);
		given.value = typeof value === 'function' ? value(row) : value;
	}
	option.lead = path.lead(row);
}

/** A place that nobody knows counts as one in AWS. */
export const isInAws = (place: Place | undefined): place is undefined | (Place & { readonly where: 'aws' }) =>
	!place || place.where === 'aws';

/** The options of a place: one in AWS; elsewhere none at all, and every path of the catalogue, passing or not. */
export function optionsOf(ground: Ground, place: Place | undefined, row: number): readonly PathOption[] {
	const options = bareOptionsOf(ground, place, row);
	const against = place && againstOf(ground, place.id, options);
	return against ? options.map((option) => ({ ...option, against: against(option) })) : options;
}

/** The same whatever people chose. */
export function bareOptionsOf(ground: Ground, place: Place | undefined, row: number): readonly PathOption[] {
	if (isInAws(place)) return [awsOption(ground)];
	return [noLineOption(ground), ...ground.paths.map((path, index) => pathOption(ground, path, row, index))];
}

const serviceOf = ({ path }: PathOption): string | undefined => path?.blueprint.leg.service;

/** How many sources of a place an option of it goes against; undefined for none. A line is shared: who chooses none has nothing against any. */
export function againstOf(
	{ given, sources }: Ground,
	place: string,
	options: readonly PathOption[],
): ((option: PathOption) => number) | undefined {
	if (options.length === 1 || Object.keys(given.answers.choices.routes).length === 0) return undefined;
	const { routes } = choicesOf(given);
	const lines = new Set(options.map(serviceOf));
	const wished = sources.flatMap((source) => {
		const [service] = source.place === place ? routes(source.id) : [];
		return service !== undefined && lines.has(service) ? [service] : [];
	});
	return wished.length === 0 ? undefined : (option) => wished.filter((one) => one !== serviceOf(option)).length;
}

/** Writes what a line gives into the row of a source that would use it. */
export function layLine({ gives }: PathOption, row: number): void {
	for (const { column, value } of gives) {
		// Most of it are numbers; this runs for every line of every trial.
		if (column.kind === 'number' && typeof value === 'number') {
			column.values[row] = value;
			column.open[row] = 0;
		} else setCell(column, row, value, false);
	}
}

/** Writes what a line gives into the rows of all who would use it. */
export function layLines(option: PathOption, rows: Int32Array): void {
	if (rows.length === 0) return;
	const [first] = rows as unknown as readonly [number];
	layLine(option, first);
	for (const { column } of option.gives) {
		const { values, open } = column;
		const value = values[first] as number;
		for (let index = 1; index < rows.length; index++) {
			const row = rows[index] as number;
			values[row] = value;
			open[row] = 0;
		}
	}
}

/** Whether routes over two lines are judged and weighed alike. */
export function isSameLine(a: PathOption, b: PathOption): boolean {
	return (
		a.lead === b.lead &&
		a.weighed.outcome === b.weighed.outcome &&
		a.gives.length === b.gives.length &&
		a.gives.every(({ column, value }, index) => {
			const other = b.gives[index];
			return column.fact === other?.column.fact && Object.is(value, other.value);
		})
	);
}
