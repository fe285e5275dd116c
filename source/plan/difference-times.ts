import type { Time, TimeChanges, Turn } from './difference-shape.ts';
import type { Plan } from './plan.ts';

/** A plan as far as it tells of times. */
type Timed = Pick<Plan, 'asOf'> & Flowing;
interface Flowing {
	readonly flows: readonly Pick<Plan['flows'][number], 'estimate'>[];
}

/** What the plans promise otherwise about time. The day on which they were made counts for nothing. */
export function changedTimes(before: Timed, after: Timed): TimeChanges {
	const [first, then] = [historyOf(before), historyOf(after)];
	const [aged, ages] = [oldest(before), oldest(after)];
	return {
		...(first !== then && { history: { ...at('before', first, before), ...at('after', then, after) } }),
		...(aged !== ages && {
			freshness: {
				...(aged !== undefined && { before: { seconds: aged } }),
				...(ages !== undefined && { after: { seconds: ages } }),
			},
		}),
	};
}

const day = 86_400;

function at(side: keyof Turn<Time>, seconds: number | undefined, { asOf }: Timed): Turn<Time> {
	if (seconds === undefined) return {};
	const on = new Date(Date.parse(asOf) + Math.ceil(seconds / day) * day * 1000);
	// More than the calendar holds.
	if (Number.isNaN(on.getTime())) return { [side]: { seconds, on: 'never' } };
	return { [side]: { seconds, on: on.toISOString().slice(0, 10) } };
}

/** Seconds until the last history is there; undefined where nobody knows of any. */
export const historyOf = ({ flows }: Flowing): number | undefined =>
	most(flows.flatMap(({ estimate: { lead = 0, complete } }) => (complete === undefined ? [] : [lead + complete])));

const oldest = ({ flows }: Timed): number | undefined =>
	most(flows.flatMap(({ estimate }) => estimate.freshness ?? []));

const most = (values: readonly number[]): number | undefined =>
	values.reduce<number | undefined>((found, value) => Math.max(found ?? value, value), undefined);
