import { arrange, choiceOf } from './arrange.ts';
import type { Draft } from './draft.ts';
import type { Ground } from './ground.ts';
import type { Settled } from './settle.ts';

/** How one strategy alone would carry some sources, against what was chosen for them. Mutable: a running sum. */
export interface Alone {
	/** Sources it cannot carry. */
	readonly without: string[];
	/** The sentence of the gate at which the first of them fails last. */
	because?: string;
	/** Seconds that it is later and staler than what was chosen, summed. */
	late: number;
	stale: number;
	/** Over the months counted, work included, that it is dearer. */
	dollars: number;
}

/** Arranges every source of a settled draft once with the routes of each strategy alone, over the line that was chosen. */
export function standAlone(ground: Ground, { members }: Draft, settled: Settled): ReadonlyMap<string, Alone> {
	const strategies = Object.entries(ground.given.catalog.strategies).filter(([, { mixes }]) => mixes === undefined);
	const found = new Map(strategies.map(([id]): [string, Alone] => [id, nothingYet()]));
	members.forEach(({ source, need, under }, index) => {
		const chosen = settled.arrangements[index];
		if (!need || !chosen) return;
		const entries = under[settled.chosen]?.all ?? [];
		for (const [id, alone] of found) {
			const own = entries.filter(({ route }) => route.blueprint.strategy === id);
			const way = arrange(choiceOf(own), need);
			if (way) {
				alone.late += (way.late || 0) - (chosen.late || 0);
				alone.stale += (way.stale || 0) - (chosen.stale || 0);
				alone.dollars += way.dollars - chosen.dollars;
				continue;
			}
			alone.without.push(source.id);
			const furthest = own.reduce(
				(most, entry) => (entry.weighed.failed > (most?.weighed.failed ?? -1) ? entry : most),
				own[0],
			);
			const because = furthest?.route.gates[furthest.weighed.failed]?.because;
			if (alone.because === undefined && because !== undefined) alone.because = because;
		}
	});
	return found;
}

const nothingYet = (): Alone => ({ without: [], late: 0, stale: 0, dollars: 0 });

/** Several tallies of one strategy taken together. */
export function addAlone(tallies: readonly Alone[]): Alone {
	const total = nothingYet();
	for (const { without, because, late, stale, dollars } of tallies) {
		total.without.push(...without);
		if (total.because === undefined && because !== undefined) total.because = because;
		total.late += late;
		total.stale += stale;
		total.dollars += dollars;
	}
	return total;
}
