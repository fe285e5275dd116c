import { resolve } from 'node:path';
import { HeadwaterError } from '../../errors.ts';
import type { Estate, Source } from '../../estate/estate.ts';
import { parseEstate } from '../../estate/parse-estate.ts';
import { frameLines, type SourceLines, sourceLines } from '../../estate/source-lines.ts';
import { sourceReader } from '../../estate/source-reader.ts';
import { troubleOfFields, troubleOfSource } from '../../estate/trouble-of-source.ts';
import { clean } from '../../facts/clean.ts';
import type { Vocabulary } from '../../facts/fact.ts';
import { eachLine } from '../workspace/lines.ts';
import { readText, sizeOf } from '../workspace.ts';

/** Bytes of an estate.json beyond which it is read source by source: a text may be no longer than half a gigabyte. */
const largest = 500e6;

/** Whether a file is too large to be read as a whole. One that is missing is not. */
export async function isLarge(file: string, cwd: string): Promise<boolean> {
	return (await sizeOf(resolve(cwd, file))) > largest;
}

/** An estate that is read source by source. */
export interface LargeEstate {
	/** All but the sources. */
	readonly frame: Estate;
	/** The buckets into which links lead, by their ids. */
	readonly buckets: ReadonlyMap<string, Source>;
	/** Hands over every source, checked, in the order of the ids. */
	readonly each: (take: (source: Source) => void) => Promise<void>;
}

/**
Opens an estate.json as `printEstate` writes it, a source a line, of any size. What is wrong with it is a HeadwaterError that names the file,
the line and the way out.
*/
export async function largeEstate(file: string, cwd: string, vocabulary: Vocabulary): Promise<LargeEstate> {
	const path = resolve(cwd, file);
	const frame = frameLines();
	await eachLine(path, (line) => {
		frame.take(line);
		return true;
	});
	const text = frame.text();
	// Nothing was read: whoever reads it as a whole says why.
	const known = parseEstate(text === '' ? await readText(file, cwd, 'estate') : text, file, vocabulary);
	const places = new Set(known.places.map(({ id }) => id));
	return {
		frame: known,
		buckets: await bucketsIn(path, file, known),
		each: async (take) => {
			let last = '';
			// The statements of what this reads are sound.
			const read = sourceReader(vocabulary);
			let sound: Source | undefined;
			const readSound = (line: string): Source | undefined => {
				sound = read(line);
				return sound;
			};
			await eachSource(path, sourceLines(file, readSound), (source, line) => {
				const trouble =
					source === sound ? troubleOfFields(source, places) : troubleOfSource(source, { vocabulary, places });
				if (trouble !== undefined) throw fault(file, line, trouble);
				if (source.id <= last) throw fault(file, line, `"${source.id}" stands behind "${last}"; ids must ascend`);
				last = source.id;
				take(source);
			});
		},
	};
}

const fault = (file: string, line: number, says: string): HeadwaterError =>
	new HeadwaterError('estate-shape', {
		message: `The estate file ${file}, line ${line}: ${clean(says)}.`,
		wayOut: 'Make it again with `headwater discover -o FILE`, which writes a source on each line.',
	});

async function eachSource(
	path: string,
	lines: SourceLines,
	take: (source: Source, line: number) => void,
): Promise<void> {
	let number = 0;
	await eachLine(path, (line) => {
		number += 1;
		const source = lines.take(line.toString('utf8'));
		if (source !== undefined) take(source, number);
		return true;
	});
	lines.end();
}

/** Looks only where links lead, which few estates have. */
async function bucketsIn(path: string, file: string, { links }: Estate): Promise<ReadonlyMap<string, Source>> {
	const wanted = new Set(links.map(({ to }) => to));
	const found = new Map<string, Source>();
	if (wanted.size === 0) return found;
	await eachSource(path, sourceLines(file), (source) => {
		if (source.family === 'object' && wanted.has(source.id)) found.set(source.id, source);
	});
	return found;
}
