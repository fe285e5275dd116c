import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { HeadwaterError } from '../errors.ts';
import { clean } from '../facts/clean.ts';
import { nearestName } from './nearest.ts';

/** A part of a document that people write (YAML, or JSON, which is YAML too), and where it stands. */
export interface Written {
	readonly node: Node | null | undefined;
	/** Position in the text; of a field, that of its name. */
	readonly start: number;
	/** What it is called in a sentence: `sources.orders`. Empty for the whole document. */
	readonly path: string;
	readonly page: Page;
}

interface Page {
	readonly file: string;
	/** What such a file is called: `answers`. Also the start of the error codes. */
	readonly what: string;
	readonly document: Document.Parsed;
	readonly lines: LineCounter;
}

/** Reads a document that people write. Every scalar stays the text that stands there; a syntax error is a HeadwaterError with its line. */
export function readWritten(text: string, file: string, what: string): Written {
	const lines = new LineCounter();
	// Plain texts only: 012345678901 is an account and `no` is said by a person, not by a parser.
	const document = parseDocument(text, { schema: 'failsafe', lineCounter: lines, prettyErrors: false });
	const page = { file, what, document, lines };
	const [error] = document.errors;
	if (error) {
		const line = lines.linePos(error.pos[0]).line;
		throw new HeadwaterError(`${what}-broken`, {
			message: `${file}, line ${line}: this is no valid YAML. ${clean(error.message)}`,
			wayOut: 'Mend the line; indentation is made of blanks, and texts with ": " or "#" stand in quotes.',
		});
	}
	return { node: document.contents, start: document.contents?.range?.[0] ?? 0, path: '', page };
}

/** A HeadwaterError about a part of the document: file and line, what is wrong, the way out. */
export function refusal(at: Written, code: string, says: string, wayOut: string): HeadwaterError {
	const { page, path, start } = at;
	const line = page.lines.linePos(start).line || 1;
	const message = `${page.file}, line ${line}: ${path === '' ? '' : `${path}: `}${says}`;
	return new HeadwaterError(`${page.what}-${code}`, { message: clean(message), wayOut: clean(wayOut) });
}

const targetOf = ({ node, page }: Written): Node | null | undefined =>
	isAlias(node) ? node.resolve(page.document) : node;

const isNothing = (node: Node | null | undefined): boolean =>
	node === null || node === undefined || (isScalar(node) && node.value === '' && node.type === 'PLAIN');

/** The fields of a part, in their order; none where nothing stands. */
export function fieldsOf(at: Written): ReadonlyMap<string, Written> {
	const node = targetOf(at);
	const fields = new Map<string, Written>();
	if (isNothing(node)) return fields;
	if (!isMap(node)) throw refusal(at, 'shape', 'fields are wanted here.', 'Write `name: value`, a line each.');
	for (const { key, value } of node.items) {
		const name = isScalar(key) ? String(key.value) : String(key);
		const path = at.path === '' ? name : `${at.path}.${name}`;
		const start = (key as Node).range?.[0] ?? at.start;
		fields.set(name, { node: value as Node | null, start, path, page: at.page });
	}
	return fields;
}

/** The parts of a list; none where nothing stands. */
export function itemsOf(at: Written): readonly Written[] {
	const node = targetOf(at);
	if (isNothing(node)) return [];
	if (!isSeq(node)) throw refusal(at, 'shape', 'a list is wanted here.', 'Begin each part with "- ".');
	return node.items.map((item, index) => {
		const part = item as Node;
		return { node: part, start: part.range?.[0] ?? at.start, path: `${at.path}[${index + 1}]`, page: at.page };
	});
}

/** The text that stands there; of a list of texts, those with commas between. Empty where nothing stands. */
export function textOf(at: Written): string {
	const node = targetOf(at);
	if (isNothing(node)) return '';
	if (isScalar(node)) return String(node.value);
	if (isSeq(node)) return itemsOf(at).length === 0 ? 'none' : itemsOf(at).map(textOf).join(', ');
	throw refusal(at, 'shape', 'a value is wanted here, not fields.', 'Write `name: value` on one line.');
}

/**
Refuses fields that a document of this kind does not have, naming the one that was most likely meant: one of `known`, or of
`alsoMeant`.
*/
export function onlyFields(
	at: Written,
	fields: ReadonlyMap<string, Written>,
	known: readonly string[],
	alsoMeant: readonly string[] = [],
): void {
	for (const [name, field] of fields) {
		if (known.includes(name)) continue;
		const near = nearestName(name, [...known, ...alsoMeant]);
		const what = at.path === '' ? 'this document has' : `${at.path} has`;
		throw refusal(
			{ ...field, path: '' },
			'unknown-field',
			`${what} no field "${name}".`,
			near === undefined ? `Fields are ${known.join(', ')}.` : `Did you mean "${near}"?`,
		);
	}
}
