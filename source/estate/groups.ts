import type { Source } from './estate.ts';

/** By what sources can be put together before anybody looks at them. */
export const groupings = {
	kind: ({ kind }) => kind,
	engine: ({ facts }) => textOf(facts.engine?.value),
	owner: ({ facts }) => textOf(facts.owner?.value),
	prefix: ({ title }) => prefixOf(title),
	size: ({ facts }) => sizeOf(facts.volume?.value),
} as const satisfies Readonly<Record<string, (source: Source) => string>>;
export type GroupBy = keyof typeof groupings;

/** Sources that are alike in something. */
export interface Group {
	readonly name: string;
	readonly count: number;
	/** Bytes that are known of them, and of how many of them they are. */
	readonly volume: number;
	readonly measured: number;
}

/** Groups that are told apart; what comes later is counted as one. */
const most = 20_000;
export const others = 'others';

/** Puts sources together one by one; holds the groups, not the sources. */
export function grouping(by: GroupBy): { add(source: Source): void; groups(): readonly Group[] } {
	const found = new Map<string, { count: number; volume: number; measured: number }>();
	return {
		add(source) {
			const key = groupings[by](source);
			const name = found.has(key) || found.size < most ? key : others;
			const group = found.get(name) ?? { count: 0, volume: 0, measured: 0 };
			group.count += 1;
			const volume = source.facts.volume?.value;
			if (typeof volume === 'number') {
				group.volume += volume;
				group.measured += 1;
			}
			found.set(name, group);
		},
		/** The largest first. */
		groups: () =>
			[...found]
				.map(([name, group]) => ({ name, ...group }))
				.toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1)),
	};
}

const textOf = (value: unknown): string => (typeof value === 'string' && value !== '' ? value : 'unknown');

/** What stands before the first sign that parts words, or the first number. */
function prefixOf(title: string): string {
	const [, prefix = ''] = /^([^\p{L}\p{N}]*\p{L}+)/u.exec(title) ?? [];
	return prefix === '' ? title.slice(0, 12) : prefix === title ? title : `${prefix}*`;
}

const sizes = [
	[1e9, 'below 1 GB'],
	[1e12, '1 GB to 1 TB'],
	[1e15, '1 TB to 1 PB'],
	[Number.POSITIVE_INFINITY, '1 PB and more'],
] as const;

function sizeOf(volume: unknown): string {
	if (typeof volume !== 'number') return 'unknown';
	return sizes.find(([below]) => volume < below)?.[1] ?? 'unknown';
}
