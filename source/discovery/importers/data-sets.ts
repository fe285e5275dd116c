import { type Format, formatsByEnding } from './sniff.ts';

/** Files that belong together: one future source. */
export interface DataSet {
	/** The first folder below the root, or what the names of files in the root have in common; empty for the rest. */
	readonly name: string;
	/** What the endings say; undefined for endings that say nothing. */
	readonly byName: Format | undefined;
	/** The compression that the endings tell: `gz`. */
	readonly packed: string | undefined;
	readonly files: number;
	/** Bytes. */
	readonly volume: number;
	readonly largest: number;
	/** Paths of the first files by name, to look into. */
	readonly samples: readonly string[];
}

/** Adds up files as they come; holds a bounded number of names, however many files there are. */
export interface DataSets {
	/** `path` is relative to the root, with forward slashes; `size` in bytes. */
	add(path: string, size: number): void;
	/** The data sets so far, by name; the same whatever order the files came in. */
	found(): readonly DataSet[];
}

type Mutable<Shape> = { -readonly [Key in keyof Shape]: Shape[Key] };
type Growing = Mutable<Omit<DataSet, 'samples'>> & { readonly samples: string[] };

const packings = new Set(['gz', 'zst', 'bz2', 'snappy', 'zip', 'xz']);

/** A tally of data sets; with more than `most` of them, only formats are told apart. `samples` is how many paths each keeps. */
export function dataSets({ most = 200, samples = 8 } = {}): DataSets {
	let sets = new Map<string, Growing>();
	let onlyFormats = false;
	let last: { readonly top: string | undefined; readonly ending: string; readonly set: Growing } | undefined;
	const into = (name: string, packed: string | undefined, byName: Format | undefined): Growing => {
		const key = JSON.stringify([name, byName, packed]);
		const known = sets.get(key);
		if (known) return known;
		const made: Growing = { name, byName, packed, files: 0, volume: 0, largest: 0, samples: [] };
		sets.set(key, made);
		return made;
	};
	const gather = (set: Growing, more: Omit<DataSet, 'name' | 'byName' | 'packed'>): void => {
		set.files += more.files;
		set.volume += more.volume;
		set.largest = Math.max(set.largest, more.largest);
		for (const path of more.samples) keepFirst(set.samples, path, samples);
	};
	return {
		add(path, size) {
			const slash = path.indexOf('/');
			const dot = path.indexOf('.', path.lastIndexOf('/') + 1);
			// What lies side by side mostly belongs together, and millions may lie there.
			const top = slash < 0 ? undefined : path.slice(0, slash);
			const ending = dot < 0 ? '' : path.slice(dot);
			if (top === undefined || last?.top !== top || last.ending !== ending) {
				const { name, byName, packed } = partsOf(path);
				last = { top, ending, set: into(onlyFormats ? '' : name, packed, byName) };
			}
			const { set } = last;
			set.files += 1;
			set.volume += size;
			if (size > set.largest) set.largest = size;
			if (size > 0) keepFirst(set.samples, path, samples);
			if (onlyFormats || sets.size <= most) return;
			onlyFormats = true;
			last = undefined;
			const before = sets;
			sets = new Map();
			for (const set of before.values()) gather(into('', set.packed, set.byName), set);
		},
		found: () =>
			[...sets].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, set]) => ({ ...set, samples: [...set.samples] })),
	};
}

function keepFirst(paths: string[], path: string, most: number): void {
	const last = paths.at(-1);
	if (paths.length === most && last !== undefined && path >= last) return;
	paths.push(path);
	paths.sort();
	if (paths.length > most) paths.pop();
}

/** The data set that a file belongs to, by its path below the root: its name, and the ending that its source's id bears. */
export function dataSetOf(path: string): { readonly name: string; readonly ending: string } {
	const { name, byName, packed } = partsOf(path);
	return { name, ending: endingOf({ byName, packed }) };
}

/** What the id of a data set ends with: `csv.gz`, `other`. */
export const endingOf = ({ byName, packed }: Pick<DataSet, 'byName' | 'packed'>): string =>
	[byName ?? 'other', packed].filter(Boolean).join('.');

/** The format that the name of a file tells, its packing aside. */
export const formatByName = (path: string): Format | undefined => partsOf(path).byName;

function partsOf(path: string): Pick<DataSet, 'name' | 'byName' | 'packed'> {
	const parts = path.split('/');
	const file = parts.at(-1) ?? '';
	const endings = file.toLowerCase().split('.').slice(1);
	const packed = packings.has(endings.at(-1) ?? '') ? endings.pop() : undefined;
	const ending = endings.at(-1) ?? '';
	const byName = Object.hasOwn(formatsByEnding, ending) ? formatsByEnding[ending] : undefined;
	const [top = ''] = parts;
	// A name tells what a table holds; the names of files of no known format tell nothing.
	if (parts.length === 1) return { name: byName === undefined ? '' : stemOf(file), byName, packed };
	return { name: isPartition(top) ? '' : top, byName, packed };
}

/** A folder that splits one data set: `dt=2026-11-24`, `2026`, `2026-11`. */
const isPartition = (folder: string): boolean => /^(?:[\w-]+=.*|\d{1,4}|\d{4}(?:[-_]?\d{2}){1,2})$/.test(folder);

/** What the parts of one data set have in common: `orders` of `orders-2026-11-24.csv.gz`; nothing of `part-00017`. */
function stemOf(file: string): string {
	const [base = ''] = file.split('.', 1);
	const stem = base.replace(/(?:[-_ ]?(?:\d+|part|[0-9a-f]{8,}))+$/i, '');
	return /^(?:part|data|file|chunk)?$/i.test(stem) ? '' : stem;
}
