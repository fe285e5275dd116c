import type { Ground } from '../ground/ground.ts';
import type { ReadNeed } from '../ground/need.ts';
import { onceEach } from '../ground/once.ts';
import type { Choices } from '../routing/forced.ts';
import type { LinePlan } from '../routing/line-plan.ts';
import { againstOf, bareOptionsOf, type PathOption } from '../routing/path-options.ts';
import { planJointly } from '../routing/plan-jointly.ts';
import { meansOf, rowsByPlace, wanted } from '../routing/plan-places.ts';

/** Sources of a batch that stand at one place, planned under one line that it could have. */
export interface PlannedPart {
	readonly ground: Ground;
	readonly id: string;
	readonly option: PathOption;
	/** Row of the place. */
	readonly row: number;
	readonly rows: Int32Array;
	readonly plan: LinePlan;
	readonly readNeed: ReadNeed;
	/** Sources among them for which somebody chose another line. */
	readonly against: number;
}

/** What becomes of the sources of a batch. */
export interface Takers {
	/** Takes those of a place under each line that passes, while it is laid over their rows. */
	readonly planned: (part: PlannedPart) => void;
	/** Takes the ids of those that an answer leaves out. */
	readonly leftOut: (place: string, ids: readonly string[]) => void;
}

/** Plans batches of sources over grounds that may share a table: then also what was found out about lines and gates. */
export function batchPlanner(choices: Choices, { planned, leftOut }: Takers): (ground: Ground) => void {
	let kept: ReturnType<typeof kitFor> | undefined;
	return (ground) => {
		if (kept?.table !== ground.table) kept = kitFor(ground, choices);
		const { means, siteOf } = kept;
		const byLine = new Map<PathOption, Standing[]>();
		for (const [id, all] of rowsByPlace(ground)) {
			const { rows, leftOut: without } = wanted(ground, all);
			leftOut(
				id,
				without.map((source) => source.id),
			);
			const { options, lines, row } = siteOf(id);
			const against = againstOf(ground, id, options);
			for (const { own, like } of lines) {
				const standing = { id, row, rows, option: own, against: against?.(own) ?? 0 };
				const others = byLine.get(like);
				if (others) others.push(standing);
				else byLine.set(like, [standing]);
			}
		}
		for (const [like, places] of byLine) {
			const plans = planJointly(
				ground,
				places.map(({ rows }) => rows),
				like,
				means,
			);
			for (const place of places)
				planned({ ...place, ground, plan: plans.get(place.rows) as LinePlan, readNeed: means.readNeed });
		}
	};
}

/** The wanted sources of a place, which may stand under a line. */
type Standing = Pick<PlannedPart, 'id' | 'row' | 'rows' | 'option' | 'against'>;

/** What all batches over a table share. */
function kitFor(ground: Ground, choices: Choices) {
	const means = meansOf(ground, choices);
	/** Lines that are alike in all that routes over them read. */
	const alike = new Map<string, PathOption>();
	const likeOf = (option: PathOption): PathOption => {
		const values = option.gives.map(({ value }) => value);
		const key = [option.order, option.lead, option.weighed.outcome, ...values].map(String).join('|');
		const found = alike.get(key) ?? option;
		alike.set(key, found);
		return found;
	};
	const siteOf = onceEach((id: string) => {
		const place = ground.places.get(id);
		const row = place ? ground.rowOf(place) : ground.workload;
		const options = bareOptionsOf(ground, place, row);
		// The first is what the place has of itself, and passes always.
		const passing = options.filter(({ weighed }, index) => index === 0 || weighed.outcome > 0);
		return { row, options, lines: passing.map((own) => ({ own, like: likeOf(own) })) };
	});
	return { table: ground.table, means, siteOf };
}
