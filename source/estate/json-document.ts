import { HeadwaterError } from '../errors.ts';
import { jsonTrouble } from './json-trouble.ts';

/** Which document a text should be, for the sentences about what is wrong with it. */
export interface DocumentKind {
	readonly file: string;
	/** `estate`: also the start of the error codes. */
	readonly what: 'estate' | 'plan';
	/** The version this program writes, and reads. */
	readonly version: number;
	/** Versions of earlier programs that it reads, too. */
	readonly former?: readonly number[];
	/** How a sound one is made: `Make it again with \`headwater discover -o FILE\`.` */
	readonly wayOut: string;
}

/**
The fields of a JSON document of ours. A HeadwaterError says when it is empty, cut off, broken (with the line), not a
document of this kind, or of a version that this program does not read.
*/
export function readJsonDocument(text: string, document: DocumentKind): Readonly<Record<string, unknown>> {
	const { file, what, version, former = [], wayOut } = document;
	const fault = (code: string, message: string, way = wayOut, cause?: unknown) =>
		new HeadwaterError(`${what}-${code}`, { message, wayOut: way, cause });
	if (text.trim() === '') throw fault('empty', `The ${what} file ${file} is empty.`);
	// Some editors of Windows begin every file with a mark.
	const plain = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
	let read: unknown;
	try {
		read = JSON.parse(plain);
	} catch (cause) {
		const trouble = jsonTrouble(plain);
		if (trouble === 'end')
			throw fault('cut-off', `The ${what} file ${file} ends in the middle: it was cut off.`, wayOut, cause);
		const message = `The ${what} file ${file} is no valid JSON; the first trouble is in line ${lineAt(plain, trouble)}.`;
		throw fault('broken', message, wayOut, cause);
	}
	if (typeof read !== 'object' || read === null || Array.isArray(read) || !('version' in read)) {
		throw fault('unlike', `${file} is no ${what} file: it has no "version".`);
	}
	if ([version, ...former].some((one) => one === read.version)) return read as Readonly<Record<string, unknown>>;
	const newer = typeof read.version === 'number' && read.version > version;
	throw fault(
		'version',
		`The ${what} file ${file} is version ${JSON.stringify(read.version)}; this program reads version ${version}.`,
		newer ? 'It was written by a newer headwater. Update this one.' : wayOut,
	);
}

/** The line (from 1) in which a position of a text lies. */
export function lineAt(text: string, position: number): number {
	let line = 1;
	for (let at = text.indexOf('\n'); at >= 0 && at < position; at = text.indexOf('\n', at + 1)) line += 1;
	return line;
}
