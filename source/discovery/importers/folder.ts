import { basename, join, resolve } from 'node:path';
import { HeadwaterError } from '../../errors.ts';
import {
	type Cell,
	type CellState,
	type Estate,
	emptyEstate,
	type Facts,
	type Gap,
	type Place,
	type Source,
} from '../../estate/estate.ts';
import { coded } from '../../facts/clean.ts';
import type { DiscoveryEvent } from '../events.ts';
import { factsOf } from '../reading/measured.ts';
import { type DataSet, dataSets, endingOf } from './data-sets.ts';
import { formatInFile, lookedAt } from './first-bytes.ts';
import { type Format, structureOf } from './sniff.ts';
import { codeOf, type Walked, walk } from './walk.ts';

/** Where the program itself runs: its folders share the line of this machine. */
export const thisMachine: Place = { id: 'this-machine', title: 'This machine', where: 'on-premises', facts: {} };

export interface FolderReading {
	readonly now: () => Date;
	readonly signal: AbortSignal;
	readonly onEvent?: (event: DiscoveryEvent) => void;
	/** Files after which counting stops; ten million if left out. */
	readonly mostFiles?: number;
	/** Files whose first 4 KiB are read; 400 if left out. */
	readonly mostSamples?: number;
}

const kind = 'folder';
const deepest = 64;

/**
The data sets of a folder, a source for each first-level folder and format: how much, how many files, the largest, and the
format that the first 4 KiB of some files show. Names are counted, not kept; no link is followed. What could not be read is a
gap, also what was not read because the signal fired. A folder that is missing, is no folder or may not be read is a HeadwaterError `no-folder`.
*/
export async function readFolder(dir: string, reading: FolderReading): Promise<Estate> {
	const { now, signal, onEvent = () => undefined, mostFiles = 10_000_000, mostSamples = 400 } = reading;
	const root = resolve(dir);
	const id = `${thisMachine.id}/${coded(root.replaceAll('\\', '/').replace(/^\//, ''))}`;
	const cell = { account: thisMachine.id, region: root, kind };
	onEvent({ type: 'planned', cells: [cell] });
	onEvent({ type: 'started', ...cell });

	const sets = dataSets();
	const unread = new Map<string, { readonly first: string; readonly count: number }>();
	const walked = await walk({
		root,
		signal,
		most: mostFiles,
		deepest,
		onFile: ({ path, size }) => sets.add(path, size),
		onUnread: ({ path, code }) => {
			const seen = unread.get(code);
			unread.set(code, { first: seen?.first ?? path, count: (seen?.count ?? 0) + 1 });
		},
	}).catch((cause: unknown) => {
		throw refusalOf(root, cause);
	});

	const found = sets.found();
	const gaps: Gap[] = [...unread].map(([code, { first, count }]) => unreadGap(id, code, first, count));
	if (walked.ended !== 'all') gaps.push(endedEarly(id, walked.ended, mostFiles));
	const each = Math.max(1, Math.floor(mostSamples / Math.max(1, found.length)));
	const at = now().toISOString();
	const sources: Source[] = [];
	let looked = 0;
	for (const set of found) {
		const samples = signal.aborted ? [] : set.samples.slice(0, each);
		looked += samples.length;
		const seen = await lookInto(root, set, samples);
		const source = sourceOf({ set, seen, id, root, at });
		sources.push(source);
		onEvent({ type: 'source', source });
		if (seen.failed !== undefined) gaps.push(unseenGap(source.id, seen.failed));
	}
	for (const gap of gaps) onEvent({ type: 'gap', gap });
	const state = stateOf(sources.length, walked.ended, [...unread.keys()]);
	const ended: Cell = { ...cell, action: 'readdir', state, calls: walked.folders + looked, found: sources.length };
	onEvent({ type: 'ended', cell: ended });
	return { ...emptyEstate, scanned: [ended], places: [thisMachine], sources, gaps };
}

/** A folder in which nothing was seen is empty only if nothing was shut either. */
function stateOf(found: number, ended: Walked['ended'], unread: readonly string[]): CellState {
	if (found > 0) return 'ok';
	if (unread.some((code) => code === 'EACCES' || code === 'EPERM')) return 'denied';
	return ended !== 'all' || unread.length > 0 ? 'failed' : 'empty';
}

interface Seen {
	readonly formats: readonly Format[];
	readonly looked: number;
	/** The system's code of a file that could not be opened, when none could. */
	readonly failed?: string;
}

async function lookInto(root: string, { byName }: DataSet, samples: readonly string[]): Promise<Seen> {
	const formats = new Set<Format>();
	let looked = 0;
	let failed: string | undefined;
	for (const path of samples) {
		try {
			const format = await formatInFile(join(root, path), byName);
			looked += 1;
			if (format) formats.add(format);
		} catch (error) {
			failed ??= codeOf(error);
		}
	}
	return { formats: [...formats], looked, ...(looked === 0 && failed !== undefined ? { failed } : {}) };
}

interface Told {
	readonly set: DataSet;
	readonly seen: Seen;
	/** Of the folder. */
	readonly id: string;
	readonly root: string;
	readonly at: string;
}

function sourceOf({ set, seen, id, root, at }: Told): Source {
	const format = formatIn(seen);
	const label = [format === undefined || format === 'mixed' ? set.byName : format, set.packed]
		.filter(Boolean)
		.join('.');
	const name = coded(set.name || basename(root) || root);
	const ending = endingOf(set);
	return {
		id: `${id}${set.name === '' ? '' : `/${coded(set.name)}`}#${coded(ending)}`,
		kind,
		family: 'file',
		title: label === '' ? name : `${name} (${label})`,
		place: thisMachine.id,
		facts: {
			...factsOf({ volume: set.volume, objects: set.files, 'object.largest': set.largest }, 'file sizes', at),
			...factsOf(
				{ format, structure: format && structureOf[format] },
				`first ${lookedAt / 1024} KiB of ${seen.looked} file${seen.looked === 1 ? '' : 's'}`,
				at,
			),
			...factsOf({ managed: 'self' }, 'a local folder', at),
			...sharedBy(at),
		},
	};
}

/** Several formats under one ending are mixed, except records of JSON of which some files hold only one. */
function formatIn({ formats }: Seen): Format | undefined {
	if (formats.length <= 1) return formats[0];
	return formats.every((format) => format === 'json' || format === 'ndjson') ? 'ndjson' : 'mixed';
}

/** A local folder is read over the network by sharing it; how, nobody said. */
const sharedBy = (at: string): Facts => ({
	protocol: { value: 'nfs', from: 'assumed', evidence: 'a folder can be shared over NFS', at },
});

const reasons: Readonly<Record<string, string>> = {
	EACCES: 'reading is not permitted',
	EPERM: 'reading is not permitted',
	ENOENT: 'it is not there any more',
	ENOTDIR: 'it is not a folder',
	ELOOP: `it lies more than ${deepest} folders deep`,
	ENAMETOOLONG: 'its path is too long',
};
const reasonOf = (code: string): string => reasons[code] ?? `the system says ${code}`;

function unreadGap(about: string, code: string, first: string, count: number): Gap {
	const more = count > 1 ? ` and ${count - 1} more` : '';
	return {
		about,
		why: `${first === '' ? 'A part' : first}${more} could not be read: ${reasonOf(code)}.`,
		cure: code === 'ELOOP' ? 'Name the inner folder with --folder.' : 'Permit reading, or declare what is there.',
	};
}

const endedEarly = (about: string, ended: 'most' | 'stopped', most: number): Gap =>
	ended === 'most'
		? {
				about,
				why: `Counting stopped after ${most} files; sizes are those of the part that was seen.`,
				cure: 'Name the inner folders one by one, or declare their volume.',
			}
		: {
				about,
				why: 'The reading was stopped; sizes are those of the part that was seen.',
				cure: 'Run the discovery again.',
			};

const unseenGap = (about: string, code: string): Gap => ({
	about,
	fact: 'format',
	why: `No file could be opened to see its format: ${reasonOf(code)}.`,
	cure: 'Permit reading, or answer what the format is.',
});

function refusalOf(root: string, cause: unknown): HeadwaterError {
	const code = codeOf(cause);
	return new HeadwaterError('no-folder', {
		message: `The folder ${root} could not be read: ${code === 'ENOENT' ? 'there is no such folder' : reasonOf(code)}.`,
		wayOut: 'Check the path and its permissions.',
		cause,
	});
}
