import type { Know } from '../app/explaining/evaluation.ts';
import type { Documents } from '../app/session/derive.ts';
import type { Known, Source } from '../estate/estate.ts';
import { facts } from '../facts/index.ts';
import { parseValue } from '../facts/quantity-text.ts';

/** The orders of the list of sources; the first is the order in which they were found. */
export const sorts = ['found', 'name', 'kind', 'place', 'volume', 'velocity'] as const;
export type Sort = (typeof sorts)[number];

interface Listed {
	readonly filter: string;
	readonly sort: Sort;
	readonly know: Know | undefined;
	readonly shown: readonly Source[];
}

/** What was last listed of some sources: a frame asks several times. */
const lastOf = new WeakMap<readonly Source[], Listed>();

/** The sources in which every word of a filter occurs, in an order; `>1TB` and `<10GB` are words about the volume. */
export function listed(
	{ estate: { sources } }: Documents,
	filter: string,
	sort: Sort,
	know: Know | undefined,
): readonly Source[] {
	const last = lastOf.get(sources);
	if (last?.filter === filter && last.sort === sort && last.know === know) return last.shown;
	const tests = filter
		.split(/\s+/)
		.filter(Boolean)
		.map((word) => testOf(word, know));
	const kept = tests.length === 0 ? sources : sources.filter((source) => tests.every((holds) => holds(source)));
	const shown = sort === 'found' ? kept : sorted(kept, sort, know);
	lastOf.set(sources, { filter, sort, know, shown });
	return shown;
}

type Test = (source: Source) => boolean;

function testOf(word: string, know: Know | undefined): Test {
	const [, sign, amount] = /^([<>])(.+)$/.exec(word) ?? [];
	const bytes = sign && amount ? bytesOf(amount) : undefined;
	if (bytes !== undefined) {
		return (source) => {
			const volume = Number(know?.(source, 'volume')?.value);
			return sign === '>' ? volume > bytes : volume < bytes;
		};
	}
	const lower = word.toLowerCase();
	return (source) => textOf(source).includes(lower);
}

function bytesOf(text: string): number | undefined {
	try {
		const value = parseValue(facts.volume, text);
		return typeof value === 'number' ? value : undefined;
	} catch {
		return undefined;
	}
}

/** Everything of a source that a filter looks at; made once, since every key of a filter asks for it again. */
const texts = new WeakMap<Source, string>();

function textOf(source: Source): string {
	const known = texts.get(source);
	if (known !== undefined) return known;
	const { title, kind, family, place, region = '', account = '', facts: said } = source;
	const values = Object.values(said).map(({ value }: Known) => (typeof value === 'number' ? '' : String(value)));
	const text = `${title} ${kind} ${family} ${place} ${region} ${account} ${values.join(' ')}`.toLowerCase();
	texts.set(source, text);
	return text;
}

function sorted(sources: readonly Source[], sort: Sort, know: Know | undefined): readonly Source[] {
	if (sort === 'volume' || sort === 'velocity') {
		const fact = sort === 'volume' ? 'volume' : 'change';
		const amounts = new Map(sources.map((source) => [source, Number(know?.(source, fact)?.value ?? -1)]));
		return sources.toSorted((a, b) => (amounts.get(b) ?? -1) - (amounts.get(a) ?? -1));
	}
	const key = ({ title, kind, place, region = '' }: Source): string =>
		sort === 'name' ? title : sort === 'kind' ? `${kind} ${title}` : `${place} ${region} ${title}`;
	const keys = new Map(sources.map((source) => [source, key(source).toLowerCase()]));
	const of = (source: Source): string => keys.get(source) ?? '';
	return sources.toSorted((a, b) => (of(a) < of(b) ? -1 : of(a) > of(b) ? 1 : 0));
}
