import type { PlannedCell } from '../../discovery/events.ts';
import { type Cell, type Estate, type Source, settledStates } from '../../estate/estate.ts';
import { mergeEstates } from '../../estate/merge.ts';
import { placedAs } from '../../estate/placed-as.ts';
import type { Scope } from '../session/session.ts';

/** A cell as it stands in an estate, or while it is read. */
type Standing = PlannedCell & { readonly state: string };

/** Whether a cell of an account ended in a way that asking once more may mend: denied, timed out, unreachable, failed. */
export const isAskable = ({ account, state }: Standing): boolean =>
	/^\d{12}$/.test(account) && state !== 'waiting' && state !== 'running' && !settledStates.has(state as Cell['state']);

/** The part of a scope in which a cell is: its accounts, in the region of the cell. */
export const scopeOfCell = (scope: Scope, { region }: PlannedCell): Scope => ({
	demo: scope.demo,
	profiles: scope.profiles,
	regions: scope.demo ? [] : [region],
	folders: [],
	declared: [],
});

/** What a cell is called in gaps. */
export const nameOfCell = ({ account, region, kind }: PlannedCell): string => `${account}/${region}/${kind}`;

/**
The estate after one cell was asked again: its state, its gaps and those of its sources are those of the new reading, and so are its sources once they
were read whole; after a reading that broke off again, those known before stay beside. What was declared of them (facts, and the site of what stands
outside AWS), and every other cell, stays.
*/
export function withCellAgain(before: Estate, cell: PlannedCell, fresh: Estate): Estate {
	const name = nameOfCell(cell);
	const now = fresh.scanned.find((one) => nameOfCell(one) === name);
	if (!now) return before;
	const isWhole = settledStates.has(now.state);
	const own = new Set(before.sources.filter(standsIn(before, cell)).map(({ id }) => id));
	const there = new Set(fresh.sources.map(({ id }) => id));
	const isGone = (source: Source): boolean =>
		isWhole && own.has(source.id) && !there.has(source.id) && !Object.values(source.facts).some(isDeclared);
	const kept: Estate = {
		...before,
		sources: before.sources.filter((source) => !isGone(source)),
		gaps: before.gaps.filter(({ about }) => about !== name && !own.has(about)),
	};
	return mergeEstates(kept, { ...placedAs(fresh, before), scanned: [now] });
}

const isDeclared = ({ from }: Source['facts'][string]): boolean => from === 'declared';

/** A kind with one cell in an account may be global: then its sources stand in any region. */
function standsIn({ scanned }: Estate, { account, region, kind }: PlannedCell): (source: Source) => boolean {
	const isOnly = scanned.filter((one) => one.account === account && one.kind === kind).length === 1;
	return (source) => source.account === account && source.kind === kind && (isOnly || source.region === region);
}
