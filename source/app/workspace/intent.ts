import { HeadwaterError } from '../../errors.ts';
import { isBelow } from '../exporting/manifest.ts';

/** What a change of several files is about to do. It lies beside the files that wait for it, and outlives a program that is killed. */
export interface Intent {
	/** In the order in which they go into their places. */
	readonly files: readonly {
		/** Below the folder, with forward slashes. */
		readonly path: string;
		/** sha256 of what was there when it was decided; absent: nothing. */
		readonly before?: string;
		readonly after: string;
	}[];
	readonly removals: readonly { readonly path: string; readonly before: string }[];
}

export const printIntent = ({ files, removals }: Intent): string =>
	`${JSON.stringify({ version: 1, files, removals }, undefined, '\t')}\n`;

/** An intent from its text. One that somebody broke is a HeadwaterError: what was meant is not guessed at. */
export function parseIntent(text: string | undefined, file: string): Intent {
	const read = parse(text ?? '');
	if (read?.version === 1 && areEntries(read.files, 'after') && areEntries(read.removals, 'before')) {
		return read as Intent & { readonly version: 1 };
	}
	throw new HeadwaterError('broken-intent', {
		message: `${file} does not say what an export that was cut off was about to do.`,
		wayOut: 'Remove the folder it lies in and export again. What was edited by hand stays.',
	});
}

const hash = /^[0-9a-f]{64}$/;

const areEntries = (value: unknown, needed: 'after' | 'before'): boolean =>
	Array.isArray(value) &&
	value.every(
		(entry) =>
			typeof entry?.path === 'string' &&
			isBelow(entry.path) &&
			hash.test(entry[needed]) &&
			(entry.before === undefined || hash.test(entry.before)),
	);

function parse(
	text: string,
): { readonly version?: unknown; readonly files?: unknown; readonly removals?: unknown } | undefined {
	try {
		const read: unknown = JSON.parse(text);
		return typeof read === 'object' && read !== null ? read : undefined;
	} catch {
		return undefined;
	}
}
