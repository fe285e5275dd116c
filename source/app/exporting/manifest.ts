import { HeadwaterError } from '../../errors.ts';

/** What the last export wrote, in the export folder. */
export const manifestPath = '.headwater/manifest.json';

const hash = /^[0-9a-f]{64}$/;

/** Whether a path stays below the export folder, whatever it is joined with. */
export const isBelow = (path: string): boolean =>
	/^[\w.][\w./-]*$/.test(path) && path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');

/** sha256 by path of what was written. A manifest that somebody broke is a HeadwaterError: guessing could cost an edit. */
export function parseManifest(text: string, file: string): ReadonlyMap<string, string> {
	const read = parse(text);
	const files = read?.version === 1 ? read.files : undefined;
	const entries = typeof files === 'object' && files !== null ? Object.entries(files) : undefined;
	if (
		!entries?.every(
			(entry): entry is [string, string] => typeof entry[1] === 'string' && hash.test(entry[1]) && isBelow(entry[0]),
		)
	) {
		throw new HeadwaterError('broken-manifest', {
			message: `${file} does not say what the last export wrote; it was changed or written by another version.`,
			wayOut:
				'Export into an empty folder. Or remove that file and add --force, which writes over files edited by hand.',
		});
	}
	return new Map(entries);
}

function parse(text: string): { readonly version?: unknown; readonly files?: unknown } | undefined {
	try {
		const read: unknown = JSON.parse(text);
		return typeof read === 'object' && read !== null ? read : undefined;
	} catch {
		return undefined;
	}
}

/** The manifest's text, a line for each file in the order of their paths. */
export function printManifest(hashes: ReadonlyMap<string, string>): string {
	const files = Object.fromEntries([...hashes].toSorted(([a], [b]) => (a < b ? -1 : 1)));
	return `${JSON.stringify({ version: 1, files }, null, 2)}\n`;
}
