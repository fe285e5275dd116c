import { HeadwaterError } from '../errors.ts';
import type { Source } from './estate.ts';

/** Takes the lines of an estate.json one by one. */
export interface SourceLines {
	/** The source that stands on a line, if one does. */
	take(line: string): Source | undefined;
	/** To be called behind the last line: a HeadwaterError where the file had no list of sources, or was cut off in it. */
	end(): void;
}

const begins = '\t"sources": [';
const ends = /^\t\],?$/;

/**
Reads the sources of an estate.json as `printEstate` writes it, a line each, so that a file of any size is read in bounded
memory. One that is written otherwise is a HeadwaterError. What a source states is not checked; `parseEstate` does that.
`read` may know a line better; what it gives is taken as it is.
*/
export function sourceLines(file: string, read?: (line: string) => Source | undefined): SourceLines {
	let state: 'before' | 'in' | 'after' = 'before';
	let number = 0;
	const refuse = (message: string): never => {
		throw new HeadwaterError('estate-lines', {
			message,
			wayOut: 'Make it again with `headwater discover -o FILE`, which writes a source on each line.',
		});
	};
	return {
		take(line) {
			number += 1;
			if (state !== 'in') {
				if (line.startsWith(begins)) state = line.endsWith('[]') || line.endsWith('[],') ? 'after' : 'in';
				return undefined;
			}
			if (ends.test(line)) {
				state = 'after';
				return undefined;
			}
			const known = read?.(line);
			if (known !== undefined) return known;
			try {
				return JSON.parse(line.endsWith(',') ? line.slice(0, -1) : line) as Source;
			} catch {
				return refuse(`The estate file ${file}, line ${number}: no source stands on this line alone.`);
			}
		},
		end() {
			if (state === 'before') refuse(`The estate file ${file} has no list of sources with a line for each.`);
			if (state === 'in') refuse(`The estate file ${file} ends in the middle of its sources: it was cut off.`);
		},
	};
}

/** Takes the lines of an estate.json and keeps those on which no source stands: together they are the estate without its sources. */
export function frameLines(): { readonly take: (line: Buffer) => void; readonly text: () => string } {
	const kept: string[] = [];
	let within = false;
	return {
		take(line) {
			// Sources are indented by two tabs; what ends their list, by one.
			if (within && line[0] === 9 && line[1] === 9) return;
			const text = line.toString('utf8');
			within = !within && text.startsWith(begins) && !/\[\],?$/.test(text);
			kept.push(text);
		},
		text: () => kept.join('\n'),
	};
}
