import { isAbsolute, resolve } from 'node:path';
import { HeadwaterError } from '../../errors.ts';
import type { Estate, Source } from '../../estate/estate.ts';
import { coded } from '../../facts/clean.ts';
import { dataSetOf } from './data-sets.ts';
import { thisMachine } from './folder.ts';
import { walk } from './walk.ts';

interface Listed {
	readonly path: string;
	readonly size: number;
}

/** The files of a data set: some of them chosen, and the sizes of all. */
export interface DataSetFiles {
	readonly root: string;
	readonly count: number;
	readonly volume: number;
	/** Of all files: smallest, quarter, half, three quarters, largest; near enough for more than a few thousand. */
	readonly sizes: readonly number[];
	readonly histogram: readonly (readonly [exponent: number, files: number])[];
	/** By path. The same whatever order the folder gives its files in. */
	readonly chosen: readonly Listed[];
}

const deepest = 64;
const keptSizes = 4096;

/**
The files of a folder's source as discovery found it: names and sizes are read, no file is opened. Of more than `most` files
those are chosen whose names hash lowest, which is as good as by chance. Memory does not grow with the number of files.
*/
export async function dataSetFiles(
	estate: Estate,
	source: Source,
	{ most, signal }: { readonly most: number; readonly signal: AbortSignal },
): Promise<DataSetFiles> {
	const { root, name, ending, onlyFormats } = partsOf(estate, source);
	const chosen: { path: string; size: number; turn: number }[] = [];
	const sizes: { size: number; turn: number }[] = [];
	const histogram = new Map<number, number>();
	let [count, volume] = [0, 0];
	await walk({
		root,
		signal,
		most: 10_000_000,
		deepest,
		onUnread: () => undefined,
		onFile({ path, size }) {
			const of = dataSetOf(path);
			if (coded(of.ending) !== ending || (!onlyFormats && coded(of.name) !== name)) return;
			count += 1;
			volume += size;
			const exponent = size === 0 ? 0 : Math.floor(Math.log2(size));
			histogram.set(exponent, (histogram.get(exponent) ?? 0) + 1);
			const turn = turnOf(path);
			keepLowest(chosen, { path, size, turn }, most);
			keepLowest(sizes, { size, turn }, keptSizes);
		},
	});
	const sorted = sizes.map(({ size }) => size).toSorted((a, b) => a - b);
	return {
		root,
		count,
		volume,
		sizes:
			sorted.length === 0
				? []
				: [0, 0.25, 0.5, 0.75, 1].map((share) => sorted[Math.round(share * (sorted.length - 1))] as number),
		histogram: [...histogram].toSorted(([a], [b]) => a - b),
		chosen: chosen.map(({ path, size }) => ({ path, size })).toSorted((a, b) => (a.path < b.path ? -1 : 1)),
	};
}

/** Keeps the `most` lowest turns; sorts only now and then. */
function keepLowest<One extends { readonly turn: number }>(kept: One[], one: One, most: number): void {
	const worst = kept.length >= most ? (kept[most - 1]?.turn ?? 0) : Number.POSITIVE_INFINITY;
	if (one.turn >= worst) return;
	let at = kept.length;
	while (at > 0 && (kept[at - 1] as One).turn > one.turn) at -= 1;
	kept.splice(at, 0, one);
	if (kept.length > most) kept.pop();
}

/** A number that stands for a name (FNV-1a, mixed). */
function turnOf(path: string): number {
	let turn = 0x811c9dc5;
	for (let index = 0; index < path.length; index += 1) turn = Math.imul(turn ^ path.charCodeAt(index), 0x01000193);
	turn = Math.imul(turn ^ (turn >>> 16), 0x45d9f3b);
	return (turn ^ (turn >>> 16)) >>> 0;
}

/** The folder and the data set that the id of a source names. */
function partsOf(estate: Estate, source: Source) {
	const hash = source.id.lastIndexOf('#');
	const body = source.id.slice(thisMachine.id.length + 1, hash < 0 ? undefined : hash);
	const ending = hash < 0 ? 'other' : source.id.slice(hash + 1);
	const roots = estate.scanned
		.filter(({ kind, account }) => kind === source.kind && account === thisMachine.id)
		.map(({ region }) => region)
		.toSorted((a, b) => b.length - a.length);
	const slashed = (root: string): string => coded(root.replaceAll('\\', '/').replace(/^\//, ''));
	const root = roots.find((one) => body === slashed(one) || body.startsWith(`${slashed(one)}/`));
	if (root === undefined || !isAbsolute(root)) {
		throw new HeadwaterError('unknown-folder', {
			message: `The estate does not say in which folder of this machine ${source.title} lies.`,
			wayOut: 'Find it again on this machine: headwater discover --folder DIR -o estate.json',
		});
	}
	const prefix = `${thisMachine.id}/${slashed(root)}`;
	const onlyFormats = !estate.sources.some(({ id }) => id.startsWith(`${prefix}/`));
	return { root: resolve(root), name: body.slice(slashed(root).length + 1), ending, onlyFormats };
}

export { formatByName } from './data-sets.ts';
