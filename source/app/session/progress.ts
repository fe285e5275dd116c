import type { DiscoveryEvent } from '../../discovery/events.ts';
import { type CellState, type Estate, emptyEstate, type Gap, type Place, type Source } from '../../estate/estate.ts';

/** One kind in one region of one account, while it is read and afterwards. */
export interface CellProgress {
	readonly account: string;
	readonly region: string;
	readonly kind: string;
	readonly state: 'waiting' | 'running' | CellState;
	readonly found: number;
	readonly calls: number;
}

/** How far discovery has come: what a screen shows of it. */
export interface Progress {
	readonly cells: readonly CellProgress[];
	readonly sources: readonly Source[];
	readonly gaps: readonly Gap[];
}

/** Nothing read yet. */
export const noProgress: Progress = { cells: [], sources: [], gaps: [] };

/** Adds up events as they come. `progress()` is a snapshot; events that follow do not change it. */
export interface Tally {
	take(event: DiscoveryEvent): void;
	progress(): Progress;
}

/** A tally of one discovery. Taking an event costs the same however many came before. */
export function tally(): Tally {
	const cells = new Map<string, CellProgress>();
	const sources = new Map<string, Source>();
	const gaps: Gap[] = [];
	const keyOf = ({ account, region, kind }: { account: string; region: string; kind: string }) =>
		`${account}/${region}/${kind}`;

	const count = (source: Source): void => {
		const { account = '', region = '', kind } = source;
		const exact = cells.get(keyOf({ account, region, kind }));
		const cell = exact ?? [...cells.values()].find((one) => one.kind === kind && one.state === 'running');
		if (cell) cells.set(keyOf(cell), { ...cell, found: cell.found + 1 });
	};
	return {
		take(event) {
			switch (event.type) {
				case 'planned':
					for (const cell of event.cells) cells.set(keyOf(cell), { ...cell, state: 'waiting', found: 0, calls: 0 });
					return;
				case 'started':
					cells.set(keyOf(event), { ...partsOf(event), state: 'running', found: 0, calls: 0 });
					return;
				case 'source':
					if (!sources.has(event.source.id)) count(event.source);
					sources.set(event.source.id, event.source);
					return;
				case 'facts': {
					const source = sources.get(event.id);
					if (source) sources.set(event.id, { ...source, facts: { ...source.facts, ...event.facts } });
					return;
				}
				case 'place':
				case 'link':
				case 'metrics':
					return;
				case 'gap':
					gaps.push(event.gap);
					return;
				case 'ended': {
					const { state, found, calls } = event.cell;
					cells.set(keyOf(event.cell), { ...partsOf(event.cell), state, found, calls });
					return;
				}
				default:
					event satisfies never;
			}
		},
		progress: () => ({ cells: [...cells.values()], sources: [...sources.values()], gaps: [...gaps] }),
	};
}

const partsOf = ({ account, region, kind }: { account: string; region: string; kind: string }) => ({
	account,
	region,
	kind,
});

/** The estate as far as it has been found. Only the places of AWS are known by then; the others come with the end. */
export function estateSoFar({ cells, sources, gaps }: Progress): Estate {
	const scanned = cells.flatMap(({ state, ...cell }) =>
		state === 'waiting' || state === 'running' ? [] : [{ ...cell, action: '', state }],
	);
	const standing = new Map(sources.map(({ place, region }) => [place, region]));
	const places = [...standing].flatMap(([id, title = id]): Place[] =>
		id.startsWith('aws:') ? [{ id, title, where: 'aws', facts: {} }] : [],
	);
	return { ...emptyEstate, scanned, places, sources, gaps };
}
