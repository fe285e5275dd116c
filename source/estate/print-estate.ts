import type { Estate } from './estate.ts';

/**
estate.json: places, sources, cells, links and gaps a line each, sorted by their ids, so that two scans compare well line by
line and the same estate is always the same bytes. Fields that this program does not know are kept, behind those it knows.
*/
export function printEstate(estate: Estate): string {
	const parts: Readonly<Record<string, string>> = {
		version: '1',
		scanned: lines(estate.scanned, cellKeys, ({ account, region, kind }) => [account, region, kind]),
		workload: JSON.stringify(ordered(estate.workload, [])),
		places: lines(estate.places, placeKeys, ({ id }) => [id]),
		sources: lines(estate.sources, sourceKeys, ({ id }) => [id]),
		links: lines(estate.links, linkKeys, ({ from, to, by }) => [from, to, by]),
		gaps: lines(estate.gaps, gapKeys, ({ about, fact = '', action = '', why }) => [about, fact, action, why]),
	};
	const more = Object.entries(estate)
		.filter(([key]) => !Object.hasOwn(parts, key))
		.toSorted(([a], [b]) => (a < b ? -1 : 1))
		.map(([key, value]) => [key, JSON.stringify(value)] as const);
	const all = [...Object.entries(parts), ...more].map(([key, text]) => `\t${JSON.stringify(key)}: ${text}`);
	return `{\n${all.join(',\n')}\n}\n`;
}

const cellKeys = ['account', 'region', 'kind', 'action', 'state', 'calls', 'found'];
const placeKeys = ['id', 'title', 'where', 'facts'];
const sourceKeys = ['id', 'kind', 'family', 'title', 'place', 'account', 'region', 'facts'];
const linkKeys = ['from', 'to', 'by'];
const gapKeys = ['about', 'fact', 'action', 'why', 'cure'];
const knownKeys = ['value', 'from', 'evidence', 'at', 'between'];

function lines<Part extends object>(
	parts: readonly Part[],
	keys: readonly string[],
	orderOf: (part: Part) => readonly string[],
): string {
	if (parts.length === 0) return '[]';
	const sorted = parts.map((part) => ({ part, order: orderOf(part) })).toSorted((a, b) => compare(a.order, b.order));
	return `[\n${sorted.map(({ part }) => `\t\t${JSON.stringify(ordered(part, keys))}`).join(',\n')}\n\t]`;
}

function compare(a: readonly string[], b: readonly string[]): number {
	for (const [index, text] of a.entries()) {
		const other = b[index] ?? '';
		if (text !== other) return text < other ? -1 : 1;
	}
	return 0;
}

/** The same fields in one order: those named first, the others by name. */
function ordered(value: object, keys: readonly string[]): Readonly<Record<string, unknown>> {
	const fields = value as Readonly<Record<string, unknown>>;
	const others = Object.keys(fields).filter((key) => !keys.includes(key));
	const found: [string, unknown][] = [];
	for (const key of [...keys, ...others.toSorted()]) {
		if (fields[key] === undefined) continue;
		found.push([key, key === 'facts' ? factsOf(fields[key] as object) : knownOf(fields[key])]);
	}
	return Object.fromEntries(found);
}

const factsOf = (facts: object): object => ordered(facts, []);

const knownOf = (value: unknown): unknown =>
	typeof value === 'object' && value !== null && 'from' in value && 'evidence' in value
		? ordered(value, knownKeys)
		: value;
