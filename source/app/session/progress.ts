import { type Slowed, slowedName } from '../../discovery/clients/slow-teller.ts';
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
	/** The places of AWS in which they stand; others come with the end. */
	readonly places: readonly Place[];
	readonly gaps: readonly Gap[];
	/** What AWS asks to be called less often at this moment. */
	readonly slowed: readonly Slowed[];
}

/** Nothing read yet. */
export const noProgress: Progress = { cells: [], sources: [], places: [], gaps: [], slowed: [] };

/** Adds up events as they come. `progress()` is a snapshot, which takes next to no time; events that follow do not change it. */
export interface Tally {
	take(event: DiscoveryEvent): void;
	progress(): Progress;
}

/** A tally of one discovery. Taking an event costs the same however many came before. */
export function tally(): Tally {
	const cells = new Map<string, CellProgress>();
	const sources: Source[] = [];
	/** Where each stands in the list, which is copied much faster than a map. */
	const rows = new Map<string, number>();
	const places = new Map<string, Place>();
	const gaps: Gap[] = [];
	const slowed = new Map<string, Slowed>();
	const keyOf = ({ account, region, kind }: { account: string; region: string; kind: string }) =>
		`${account}/${region}/${kind}`;

	const count = (source: Source): void => {
		const { account = '', region = '', kind } = source;
		const exact = cells.get(keyOf({ account, region, kind }));
		const cell = exact ?? [...cells.values()].find((one) => one.kind === kind && one.state === 'running');
		if (cell) cells.set(keyOf(cell), { ...cell, found: cell.found + 1 });
	};
	const add = (source: Source): void => {
		const { id, place, region: title = place } = source;
		const row = rows.get(id);
		if (row !== undefined) {
			sources[row] = source;
			return;
		}
		rows.set(id, sources.length);
		sources.push(source);
		count(source);
		if (place.startsWith('aws:') && !places.has(place))
			places.set(place, { id: place, title, where: 'aws', facts: {} });
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
					add(event.source);
					return;
				case 'facts': {
					const source = sources[rows.get(event.id) ?? -1];
					if (source) add({ ...source, facts: { ...source.facts, ...event.facts } });
					return;
				}
				case 'place':
				case 'link':
				case 'metrics':
					return;
				case 'slowed': {
					const { type: _, ...one } = event;
					if (one.rate === undefined) slowed.delete(slowedName(one));
					else slowed.set(slowedName(one), one);
					return;
				}
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
		progress: () => ({
			cells: [...cells.values()],
			sources: sources.slice(),
			places: [...places.values()],
			gaps: [...gaps],
			slowed: [...slowed.values()],
		}),
	};
}

const partsOf = ({ account, region, kind }: { account: string; region: string; kind: string }) => ({
	account,
	region,
	kind,
});

/** The estate as far as it has been found. */
export function estateSoFar({ cells, sources, places, gaps }: Progress): Estate {
	const scanned = cells.flatMap(({ state, ...cell }) =>
		state === 'waiting' || state === 'running' ? [] : [{ ...cell, action: '', state }],
	);
	return { ...emptyEstate, scanned, places, sources, gaps };
}
