import type { Source } from '../../estate/estate.ts';
import type { Ground } from '../ground/ground.ts';
import { blankNeed, type ReadNeed } from '../ground/need.ts';
import { type LinePlan, wayAt } from './line-plan.ts';
import type { PathOption } from './path-options.ts';
import { nothing, type Standing, share, stand } from './settle.ts';
import type { Way } from './ways.ts';

interface Planned {
	readonly rows: Int32Array;
	readonly plan: LinePlan;
	readonly readNeed: ReadNeed;
}

/** How a place fares under a line that its sources were planned under. */
export function standingOf(
	{ table, sources }: Ground,
	option: PathOption,
	{ rows, plan, readNeed }: Planned,
): Standing {
	const volume = table.columns.get('volume')?.values;
	const change = table.columns.get('change')?.values;
	let { unserved, carried, outcome, late, stale, dollars, flowing } = nothing;
	const [bits, deadlines]: [number[], number[]] = [[], []];
	const uses = userOf(option);
	const need = blankNeed();
	for (let index = 0; index < rows.length; index++) {
		const way = wayAt(plan, index);
		if (!way) {
			unserved++;
			continue;
		}
		outcome = Math.min(outcome, way.outcome);
		late += plan.late[index] || 0;
		stale += plan.stale[index] || 0;
		dollars += plan.dollars[index] as number;
		const { moves, flows } = uses(way);
		if (!moves && !flows) continue;
		carried++;
		const row = rows[index] as number;
		if (flows) flowing += (change?.[row] || 0) * 8;
		if (!moves) continue;
		readNeed(row, (sources[row] as Source).family, need);
		if (!need.history) continue;
		bits.push((volume?.[row] || 0) * 8);
		deadlines.push(need.deadline);
	}
	const sum = { unserved, carried, outcome, late, stale, dollars, flowing };
	return stand(option, sum, (free) => share({ bits, deadlines }, option.lead, free));
}

interface Use {
	readonly moves: boolean;
	readonly flows: boolean;
}

/** Whether a way brings histories or changes over a line. */
function userOf({ order }: PathOption): (way: Way) => Use {
	const known = new Map<Way, Use>();
	return (way) => {
		const found = known.get(way);
		if (found) return found;
		const own = way.carriers.filter(({ entry }) => entry.option?.order === order);
		const use = {
			moves: own.some(({ part }) => part !== 'changes'),
			flows: own.some(({ part }) => part !== 'history'),
		};
		known.set(way, use);
		return use;
	};
}
