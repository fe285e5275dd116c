import type { Vocabulary } from '../facts/fact.ts';
import { families } from '../facts/families.ts';
import type { Estate, Source } from './estate.ts';
import { parseEstate } from './parse-estate.ts';
import { sourceReader } from './source-reader.ts';

/** An estate that is read line by line, so that a large one needs little more memory than it takes in the end. */
export interface EstateLines {
	/** Takes the next line without its end; false as soon as the document is not laid out as `printEstate` does. */
	take(line: string): boolean;
	/** The estate, checked as `parseEstate` does; undefined where that has to be asked, which also says what is wrong. */
	estate(): Estate | undefined;
}

/** Reads lines of an estate.json. Statements and names that are alike are held once. */
export function estateLines(vocabulary: Vocabulary): EstateLines {
	/** Everything but the sources, as text: it is small. */
	const others: string[] = [];
	const sources: Source[] = [];
	const ids = new Set<string>();
	const read = sourceReader(vocabulary);
	let state: 'before' | 'sources' | 'after' | 'broken' = 'before';
	let last = '';
	const isSound = (source: Source | undefined): source is Source =>
		source !== undefined &&
		typeof source.id === 'string' &&
		source.id !== '' &&
		typeof source.title === 'string' &&
		typeof source.kind === 'string' &&
		typeof source.place === 'string' &&
		(source.account === undefined || typeof source.account === 'string') &&
		(source.region === undefined || typeof source.region === 'string') &&
		families.includes(source.family) &&
		!ids.has(source.id);
	const take = (line: string): boolean => {
		last = line;
		if (state !== 'sources') {
			if (line === '\t"sources": [') {
				state = state === 'before' ? 'sources' : 'broken';
				others.push('\t"sources": []');
			} else others.push(line);
			return state !== 'broken';
		}
		if (line === '\t]' || line === '\t],') {
			state = 'after';
			others.push(line.slice(2));
			return true;
		}
		const source = read(line);
		if (!isSound(source)) {
			state = 'broken';
			return false;
		}
		ids.add(source.id);
		sources.push(source);
		return true;
	};
	return {
		take,
		estate() {
			if (state !== 'after' || last !== '}') return undefined;
			try {
				const { places, ...rest } = parseEstate(others.join('\n'), '', vocabulary);
				const known = new Set(places.map(({ id }) => id));
				return sources.every(({ place }) => known.has(place)) ? { ...rest, places, sources } : undefined;
			} catch {
				return undefined;
			}
		},
	};
}
