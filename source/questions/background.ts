import type { Ground } from '../advice/ground/ground.ts';
import { arrangeUnder, type Background, type Draft, type Load } from '../advice/routing/draft.ts';
import { sumOf } from '../advice/routing/settle.ts';
import type { Source } from '../estate/estate.ts';

type Arranged = readonly ReturnType<typeof arrangeUnder>[];

/** The arrangements of a draft's members under each option, worked out once for a draft. */
const arranged = new WeakMap<Draft, readonly Arranged[]>();

/** What all sources of a draft but one add under each of its options, as things stand. */
export function backgroundOf(ground: Ground, draft: Draft, without: Source): ReadonlyMap<number, Background> {
	const under =
		arranged.get(draft) ?? draft.options.map((_, index) => draft.members.map((one) => arrangeUnder(one, index)));
	arranged.set(draft, under);
	const others = draft.members.filter(({ source }) => source !== without);
	return new Map(
		draft.options.map((option, index) => {
			const own = (under[index] ?? []).filter((_, at) => draft.members[at]?.source !== without);
			const sum = sumOf(ground, option, others, own);
			return [option.order, { ...sum, loads: joined(sum.loads) }];
		}),
	);
}

/** Histories that are wanted by the same time share a line as one would: trials look at them again and again. */
function joined(loads: readonly Load[]): readonly Load[] {
	const byDeadline = new Map<number, number>();
	for (const { bits, deadline } of loads) byDeadline.set(deadline, (byDeadline.get(deadline) ?? 0) + bits);
	return [...byDeadline].map(([deadline, bits]) => ({ deadline, bits }));
}
