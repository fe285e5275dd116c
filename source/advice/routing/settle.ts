import type { Ground } from '../ground/ground.ts';
import type { Arrangement } from './arrange.ts';
import type { Background, Draft, Load, Member } from './draft.ts';
import { flows, moves, rides, usesOf } from './line-uses.ts';
import type { Line, PathOption } from './path-options.ts';
import { compareScores, type Score } from './rank.ts';

/** How a place as a whole fares under a line. Smaller is better. */
export interface Standing extends Score {
	readonly option: Line;
	readonly unserved: number;
	/** Sources whose data would run over it. */
	readonly carried: number;
	/** Bits a second that the line gives, and that all routes over it need together to be in time. */
	readonly capacity: number;
	readonly wanted: number;
}

/** A draft decided: its line, and for each member the arrangement; undefined where none passes or none is wanted. */
export interface Decided {
	readonly option: PathOption;
	/** Place of the option among those of the draft. */
	readonly chosen: number;
	readonly arrangements: readonly (Arrangement | undefined)[];
}

export interface Settled extends Decided {
	/** Of every line that passes, in the order of the options. */
	readonly standings: readonly Standing[];
}

/**
Decides a draft: it is planned once under each line that passes, the line paid once and shared by all its sources. The best
line leaves the fewest sources without a route, then by late, stale, dollars and id over all of them.
*/
export function settle(ground: Ground, party: Party, arrangement: Arranging): Settled {
	return choose(ground, party, { order: party.options.keys(), arrangement, hopeless: () => false });
}

/** Sources that share a line, as far as a decision about it looks at them. */
export interface Party extends Pick<Draft, 'options' | 'background'> {
	readonly members: readonly Pick<Member, 'row' | 'need' | 'times'>[];
}

/** Places of options, the cheapest line first. */
export const byOwnDollars = (options: readonly PathOption[]): readonly number[] =>
	[...options.keys()].sort(
		(a, b) => (options[a] as PathOption).weighed.dollars - (options[b] as PathOption).weighed.dollars,
	);

/** Gives the best arrangement of a member under an option, by their places. */
export type Arranging = (member: number, option: number) => Arrangement | undefined;

/** Decides a draft without looking at lines that alone cost more than everything over another; only what it chose stands in it. */
export function settleFast(
	ground: Ground,
	draft: Draft,
	how: { readonly arrangement: Arranging; readonly order: readonly number[] },
): Decided {
	const { options, members } = draft;
	const [only] = options;
	// Where there is one line, as in AWS, nothing has to be compared.
	if (only && options.length === 1) {
		const arrangements = only.weighed.outcome === 0 ? [] : members.map((_, index) => how.arrangement(index, 0));
		return { option: only, chosen: 0, arrangements };
	}
	return choose(ground, draft, { ...how, hopeless: (option, best) => isHopeless(draft, option, best) });
}

/** Whether a line alone, with what shares it, costs more than everything over another that leaves nothing to be wished for. */
const isHopeless = (
	{ background }: Pick<Draft, 'background'>,
	{ weighed, order, against = 0 }: PathOption,
	{ outcome, unserved, late, stale, dollars, option }: Standing,
): boolean =>
	(option.against ?? 0) <= against &&
	outcome === 2 &&
	unserved === 0 &&
	late === 0 &&
	stale === 0 &&
	weighed.dollars + (background?.get(order)?.dollars ?? 0) > dollars;

function choose(
	ground: Ground,
	party: Party,
	how: {
		readonly order: Iterable<number>;
		readonly arrangement: Arranging;
		readonly hopeless: (option: PathOption, best: Standing) => boolean;
	},
): Settled {
	const { options, members } = party;
	let best: Pick<Settled, 'chosen' | 'arrangements'> = { chosen: 0, arrangements: [] };
	let first: Standing | undefined;
	const standings: Standing[] = [];
	for (const chosen of how.order) {
		const option = options[chosen] as PathOption;
		if (option.weighed.outcome === 0 || (first && how.hopeless(option, first))) continue;
		const arrangements = members.map((_, index) => how.arrangement(index, chosen));
		const standing = standingOver(ground, party, option, arrangements);
		standings.push(standing);
		if (first && compareStandings(standing, first) >= 0) continue;
		first = standing;
		best = { chosen, arrangements };
	}
	return { ...best, option: options[best.chosen] as PathOption, standings };
}

/** How the sources of a place do over a line, each in its arrangement. */
export function standingOver(
	ground: Ground,
	{ members, background }: Pick<Party, 'members' | 'background'>,
	option: PathOption,
	arrangements: readonly (Arrangement | undefined)[],
): Standing {
	const sum = sumOf(ground, option, members, arrangements, background?.get(option.order));
	return stand(option, sum, (free) => shareOf(sum.loads, option.lead, free));
}

/** Fewest without a route first; then the line that people chose, if any; then by what comes out. */
export const compareStandings = (a: Standing, b: Standing): number =>
	a.unserved - b.unserved || (a.option.against ?? 0) - (b.option.against ?? 0) || compareScores(a, b);

/** What sources add to a line, each in its arrangement. */
function sumOf(
	{ table }: Ground,
	option: PathOption,
	members: Party['members'],
	arrangements: readonly (Arrangement | undefined)[],
	behind: Background = nothing,
): Background {
	const volume = table.columns.get('volume')?.values;
	const change = table.columns.get('change')?.values;
	let { unserved, carried, outcome, late, stale, dollars, flowing } = behind;
	const loads = [...behind.loads];
	for (let index = 0; index < members.length; index++) {
		const { row, need, times = 1 } = members[index] as Member;
		if (!need) continue;
		const arrangement = arrangements[index];
		if (!arrangement) {
			unserved += times;
			continue;
		}
		outcome = Math.min(outcome, arrangement.outcome);
		late += (arrangement.late || 0) * times;
		stale += (arrangement.stale || 0) * times;
		dollars += arrangement.dollars * times;
		const uses = usesOf(option, arrangement);
		if (uses & rides) carried += times;
		if (uses & flows) flowing += (change?.[row] || 0) * 8 * times;
		if (uses & moves && need.history) loads.push({ bits: (volume?.[row] || 0) * 8 * times, deadline: need.deadline });
	}
	return { unserved, carried, outcome, late, stale, dollars, flowing, loads };
}

/** What no source adds. */
export const nothing: Background = {
	unserved: 0,
	carried: 0,
	outcome: 2,
	late: 0,
	stale: 0,
	dollars: 0,
	flowing: 0,
	loads: [],
};

/** How a place fares under a line, from what its sources come to together. */
export function stand(option: Line, sum: Omit<Background, 'loads'>, shared: (free: number) => Share): Standing {
	const given = option.gives.find(({ column }) => column.fact === 'path.bandwidth')?.value;
	const capacity = typeof given === 'number' ? given : Number.NaN;
	const { wanted, over } = shared(capacity - sum.flowing);
	return {
		option,
		unserved: sum.unserved,
		carried: sum.carried,
		capacity,
		wanted: sum.flowing + wanted,
		outcome: Math.min(sum.outcome, option.weighed.outcome),
		// What AWS gives itself is not filled by one account.
		late: option.path ? Math.max(sum.late, over) : sum.late,
		stale: sum.stale,
		dollars: option.weighed.dollars + sum.dollars,
		order: option.order,
	};
}

/** Bits a second that histories need, and seconds by which the worst is late. */
interface Share {
	readonly wanted: number;
	readonly over: number;
}

const shareOf = (loads: readonly Load[], lead: number, free: number): Share =>
	share({ bits: loads.map(({ bits }) => bits), deadlines: loads.map(({ deadline }) => deadline) }, lead, free);

/** All histories on one line, the soonest wanted first. */
export function share(
	{ bits, deadlines }: { readonly bits: readonly number[]; readonly deadlines: readonly number[] },
	lead: number,
	free: number,
): Share {
	let [sum, wanted, over] = [0, 0, 0];
	const sorted = deadlines.every((deadline, index) => index === 0 || (deadlines[index - 1] as number) <= deadline);
	const order = sorted
		? undefined
		: [...deadlines.keys()].sort((a, b) => (deadlines[a] as number) - (deadlines[b] as number));
	for (let index = 0; index < deadlines.length; index++) {
		const at = order ? (order[index] as number) : index;
		const deadline = deadlines[at] as number;
		sum += bits[at] as number;
		wanted = Math.max(wanted, sum / Math.max(1, deadline - lead)) || wanted;
		over = Math.max(over, lead + sum / Math.max(1, free) - deadline) || over;
	}
	return { wanted, over };
}
