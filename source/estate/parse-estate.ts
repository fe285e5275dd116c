import { HeadwaterError } from '../errors.ts';
import { clean } from '../facts/clean.ts';
import type { Vocabulary } from '../facts/fact.ts';
import { families, wheres } from '../facts/families.ts';
import { facts as ownFacts } from '../facts/index.ts';
import { cellStates, type Estate } from './estate.ts';
import { lineAt, readJsonDocument } from './json-document.ts';
import { troubleOfKnown } from './trouble-of-known.ts';

const wayOut = 'Make it again with `headwater discover -o FILE`, or mend the file by hand.';

/**
The estate of a text as `printEstate` writes it. Only `version` and `sources` must be there. Every fact is checked against
the vocabulary; facts and fields it does not know are kept as they are, so that nothing is lost in a round trip. What is
wrong is a HeadwaterError (`estate-…`) that names the file, the place in it and the way out.
*/
export function parseEstate(text: string, file: string, vocabulary: Vocabulary = ownFacts): Estate {
	const read = readJsonDocument(text, { file, what: 'estate', version: 1, wayOut });
	const { refuse, each, string, among, facts } = checks(text, file, vocabulary);

	const places = each(read, 'places', (place, path) => {
		string(place, 'title', path);
		among(place, 'where', wheres, path);
		facts(place.facts, `${path}.facts`, place.id);
		return string(place, 'id', path);
	});
	const sources = each(read, 'sources', (source, path) => {
		for (const key of ['kind', 'title']) string(source, key, path);
		for (const key of ['account', 'region']) if (source[key] !== undefined) string(source, key, path);
		among(source, 'family', families, path);
		facts(source.facts, `${path}.facts`, source.id);
		const place = string(source, 'place', path);
		if (!places.has(place)) refuse(`${path}.place`, `no place has the id "${place}"`, place);
		return string(source, 'id', path);
	});
	if (read.sources === undefined) refuse('sources', 'it is missing');
	each(read, 'scanned', (cell, path) => {
		for (const key of ['account', 'region', 'kind', 'action']) string(cell, key, path);
		among(cell, 'state', cellStates, path);
		if (cell.layer !== undefined) string(cell, 'layer', path);
		for (const key of ['calls', 'found']) {
			if (!Number.isInteger(cell[key]) || Number(cell[key]) < 0) refuse(`${path}.${key}`, 'it must be a whole number');
		}
	});
	each(read, 'links', (link, path) => {
		for (const key of ['from', 'to', 'by']) string(link, key, path);
		if (link.age !== undefined) facts({ age: link.age }, path);
	});
	each(read, 'gaps', (gap, path) => {
		for (const key of ['about', 'why', 'cure']) string(gap, key, path);
		for (const key of ['fact', 'action']) if (gap[key] !== undefined) string(gap, key, path);
	});
	facts(read.workload ?? {}, 'workload');
	const none = { scanned: [], workload: {}, places: [], sources, links: [], gaps: [] };
	return { ...none, ...read } as unknown as Estate;
}

type Fields = Readonly<Record<string, unknown>>;

/** Checks that throw where something is not as it should be; a path is only made when it is needed for the sentence. */
function checks(text: string, file: string, vocabulary: Vocabulary) {
	const refuse = (path: string, says: string, near?: string): never => {
		const found = near === undefined ? -1 : text.indexOf(JSON.stringify(near));
		const line = found < 0 ? '' : `, line ${lineAt(text, found)}`;
		throw new HeadwaterError('estate-shape', {
			message: `The estate file ${file}${line}: ${clean(`${path}: ${says}`)}.`,
			wayOut,
		});
	};
	const fieldsOf = (value: unknown, path: string): Fields =>
		typeof value === 'object' && value !== null && !Array.isArray(value)
			? (value as Fields)
			: refuse(path, 'it must hold fields in braces');
	const nearest = (fields: Fields): string | undefined => (typeof fields.id === 'string' ? fields.id : undefined);
	const string = (fields: Fields, key: string, path: string): string => {
		const value = fields[key];
		if (typeof value === 'string' && (value !== '' || key !== 'id')) return value;
		return refuse(`${path}.${key}`, value === undefined ? 'it is missing' : 'it must be a text', nearest(fields));
	};
	return {
		refuse,
		string,
		among(fields: Fields, key: string, values: readonly string[], path: string): void {
			const value = string(fields, key, path);
			if (values.includes(value)) return;
			refuse(`${path}.${key}`, `"${value}" is not one of ${values.join(', ')}`, nearest(fields));
		},
		/** Ids of the parts of a list, which must be different. */
		each(read: Fields, key: string, check: (part: Fields, path: string) => string | undefined): ReadonlySet<string> {
			const list = read[key] ?? [];
			if (!Array.isArray(list)) return refuse(key, 'it must be a list');
			const ids = new Set<string>();
			for (const [index, part] of list.entries()) {
				const path = `${key}[${index}]`;
				const id = check(fieldsOf(part, path), path);
				if (id === undefined) continue;
				if (ids.has(id)) refuse(path, `a second one has the id "${id}"`, id);
				ids.add(id);
			}
			return ids;
		},
		facts(value: unknown, path: string, id?: unknown): void {
			for (const [fact, known] of Object.entries(fieldsOf(value, path))) {
				const trouble = troubleOfKnown(known, Object.hasOwn(vocabulary, fact) ? vocabulary[fact] : undefined);
				if (trouble !== undefined) refuse(`${path}["${fact}"]`, trouble, typeof id === 'string' ? id : fact);
			}
		},
	};
}
