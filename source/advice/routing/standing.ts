import type { Ground } from '../ground/ground.ts';
import { blankNeed, type ReadNeed } from '../ground/need.ts';
import type { Background } from './draft.ts';
import { type LinePlan, patternAt } from './line-plan.ts';
import { flows, moves, usesOf } from './line-uses.ts';
import type { Line, PathOption } from './path-options.ts';
import { nothing, type Standing, share, stand } from './settle.ts';
import type { Way } from './ways.ts';

interface Planned {
	readonly rows: Int32Array;
	readonly plan: LinePlan;
	readonly readNeed: ReadNeed;
}

/** How a place fares under a line that its sources were planned under. */
export const standingOf = (ground: Ground, option: PathOption, planned: Planned): Standing =>
	standingFrom(option, sumUnder(ground, option, planned));

/** What sources planned under a line come to together. */
export interface LineSum extends Omit<Background, 'loads'> {
	/** Of each history that travels over the line, in the order of the sources. */
	readonly bits: number[];
	readonly deadlines: number[];
}

/** What no source adds. */
export const nobody = (): LineSum => {
	const { loads: _, ...sum } = nothing;
	return { ...sum, bits: [], deadlines: [] };
};

/** How a place fares under a line, from what its sources come to. */
export const standingFrom = (option: Line, { bits, deadlines, ...sum }: LineSum): Standing =>
	stand(option, sum, (free) => share({ bits, deadlines }, option.lead, free));

/** Adds what sources come to under a line to what others of their place do; the lists of those are gone on with. */
export function sumUnder(
	{ table }: Ground,
	option: PathOption,
	{ rows, plan, readNeed }: Planned,
	before: LineSum = nobody(),
): LineSum {
	const volume = table.columns.get('volume')?.values;
	const change = table.columns.get('change')?.values;
	let { unserved, carried, outcome, late, stale, dollars, flowing } = before;
	const { bits, deadlines } = before;
	const { ways } = plan;
	const uses = new Uint8Array(ways.all.length);
	const need = blankNeed();
	for (let index = 0; index < rows.length; index++) {
		const number = ways.of[index] as number;
		if (number < 0) {
			unserved++;
			continue;
		}
		if (uses[number] === 0) {
			const way = ways.all[number] as Way;
			uses[number] = seen | usesOf(option, way);
			outcome = Math.min(outcome, way.outcome);
		}
		late += plan.late[index] || 0;
		stale += plan.stale[index] || 0;
		dollars += plan.dollars[index] as number;
		const use = uses[number] as number;
		if (use === seen) continue;
		carried++;
		const row = rows[index] as number;
		if (use & flows) flowing += (change?.[row] || 0) * 8;
		if (!(use & moves)) continue;
		readNeed(row, patternAt(plan, index).outlook.family, need);
		if (!need.history) continue;
		bits.push((volume?.[row] || 0) * 8);
		deadlines.push(need.deadline);
	}
	return { unserved, carried, outcome, late, stale, dollars, flowing, bits, deadlines };
}

/** A way that was looked at. */
const seen = 8;
