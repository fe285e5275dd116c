import type { Estate, Facts, Known, Source } from './estate.ts';

/** An estate whose sources may come one by one, in the order of their ids: one that no memory holds. */
export type StreamedEstate = Omit<Estate, 'sources'> & { readonly sources: Iterable<Source> };

/**
estate.json: places, sources, cells, links and gaps a line each, sorted by their ids, so that two scans compare well line by
line and the same estate is always the same bytes. Fields that this program does not know are kept, behind those it knows.
*/
export function printEstate(estate: Estate): string {
	return [...estateText(estate)].join('');
}

/** The same in parts, for a document that is larger than any one text may be. */
export function* estateText(estate: StreamedEstate): Generator<string, void, undefined> {
	const { sources } = estate;
	const parts: Readonly<Record<string, Iterable<string>>> = {
		version: ['1'],
		scanned: lines(estate.scanned, cellKeys, ({ account, region, kind }) => [account, region, kind]),
		workload: [facts(estate.workload)],
		places: lines(estate.places, placeKeys, ({ id }) => [id]),
		sources: Array.isArray(sources) ? lines(sources, sourceKeys, ({ id }) => [id]) : linesOf(sources, sourceKeys),
		links: lines(estate.links, linkKeys, ({ from, to, by }) => [from, to, by]),
		gaps: lines(estate.gaps, gapKeys, ({ about, fact = '', action = '', why }) => [about, fact, action, why]),
	};
	const more = Object.entries(estate)
		.filter(([key]) => !Object.hasOwn(parts, key))
		.toSorted(([a], [b]) => (a < b ? -1 : 1))
		.map(([key, value]) => [key, [JSON.stringify(value)]] as const);
	let before = '{\n';
	for (const [key, texts] of [...Object.entries(parts), ...more]) {
		yield `${before}\t${JSON.stringify(key)}: `;
		yield* texts;
		before = ',\n';
	}
	yield '\n}\n';
}

const cellKeys = ['account', 'region', 'kind', 'action', 'state', 'layer', 'calls', 'found'];
const placeKeys = ['id', 'title', 'where', 'facts'];
const sourceKeys = ['id', 'kind', 'family', 'title', 'place', 'account', 'region', 'facts'];
const linkKeys = ['from', 'to', 'by', 'age'];
const gapKeys = ['about', 'fact', 'action', 'why', 'cure'];
const knownKeys = ['value', 'from', 'evidence', 'at', 'between'];

function lines<Part extends object>(
	parts: readonly Part[],
	keys: readonly string[],
	orderOf: (part: Part) => readonly string[],
): Iterable<string> {
	const sorted = parts.map((part) => ({ part, order: orderOf(part) })).toSorted((a, b) => compare(a.order, b.order));
	return linesOf(
		sorted.map(({ part }) => part),
		keys,
	);
}

/** A list with a line for each part. */
function* linesOf(parts: Iterable<object>, keys: readonly string[]): Generator<string, void, undefined> {
	let before = '[';
	for (const part of parts) {
		yield `${before}\n\t\t${fields(part, keys)}`;
		before = ',';
	}
	yield before === '[' ? '[]' : '\n\t]';
}

function compare(a: readonly string[], b: readonly string[]): number {
	for (const [index, text] of a.entries()) {
		const other = b[index] ?? '';
		if (text !== other) return text < other ? -1 : 1;
	}
	return 0;
}

type Fields = Readonly<Record<string, unknown>>;

/** JSON of a part with its fields in one order: those named first, the others by name. */
function fields(part: object, keys: readonly string[]): string {
	const values = part as Fields;
	const texts: string[] = [];
	for (const key of keys) if (Object.hasOwn(values, key)) write(texts, key, values[key]);
	const others = Object.keys(values).filter((key) => !keys.includes(key));
	for (const key of others.toSorted()) write(texts, key, values[key]);
	return `{${texts.join(',')}}`;
}

function write(texts: string[], key: string, value: unknown): void {
	if (value === undefined) return;
	texts.push(`${JSON.stringify(key)}:${key === 'facts' ? facts(value as Facts) : JSON.stringify(value)}`);
}

/** Facts by name, each with its fields in one order. */
function facts(known: Facts): string {
	const texts: string[] = [];
	for (const name of Object.keys(known).toSorted()) texts.push(`${quoted(name)}:${statement(known[name] as Known)}`);
	return `{${texts.join(',')}}`;
}

/** A statement in its usual four fields is written straight away: a large estate holds millions of them. */
function statement(known: Known): string {
	const { value, from, evidence, at } = known;
	if (Object.keys(known).length !== 4) return fields(known, knownKeys);
	return `{"value":${JSON.stringify(value)},"from":"${from}","evidence":${quoted(evidence)},"at":${quoted(at)}}`;
}

/** Most names, evidences and times have nothing to escape. */
const quoted = (text: string): string => (/^[\w .:,#/-]*$/.test(text) ? `"${text}"` : JSON.stringify(text));
