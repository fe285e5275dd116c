import type { Source } from '../../estate/estate.ts';
import { moneyFacts, type Route } from '../ground/kernel.ts';
import { needFacts } from '../ground/need.ts';
import { onceEach } from '../ground/once.ts';
import type { Relaid } from '../ground/relay.ts';
import type { LinePlan } from './line-plan.ts';
import { type Move, moveBetween } from './moving.ts';
import type { Pattern, Patterns } from './patterns.ts';

/** What is done for a source: nothing, ranking among routes that are what they were, or all anew. */
export const [stays, ranks, renews] = [0, 1, 2];

/** What other answers mean for all places. */
export interface Turning {
	readonly relaid: Relaid;
	/** Gates of a family may come out otherwise where cells changed. */
	readonly judges: (family: Source['family']) => boolean;
	/** What was found of patterns, those before and those that are: places in AWS share them. */
	readonly foundOf: (patterns: Patterns) => (before: LinePlan['patterns']['all']) => Found;
	readonly isTurned: (route: Route) => boolean;
	/** Something that is ranked by, besides what routes come to. */
	readonly reranks: boolean;
	/** People choose otherwise. */
	readonly rechosen: boolean;
}

/** What other answers mean, from what is not as it was. */
export function turningOf(relaid: Relaid, rechosen: boolean): Turning {
	const { ground, revalued, repriced } = relaid;
	const isChanged = (fact: string): boolean => revalued.has(fact);
	const all = repriced || isChanged('cost.months');
	return {
		relaid,
		judges: onceEach((family) => ground.rosterOf(family).gates.some(({ inputs }) => inputs.some(isChanged))),
		foundOf: onceEach(() =>
			onceEach((before) => ({
				judges: new Int8Array(before.length).fill(-1),
				same: new Int32Array(before.length).fill(-1),
				moves: [],
			})),
		),
		isTurned: onceEach(({ terms }) => all || [...terms].some(isChanged)),
		reranks: [...needFacts, ...moneyFacts].some(isChanged),
		rechosen,
	};
}

interface Found {
	/** Whether gates of the family may come out otherwise, by the number of the pattern before; -1: nobody asked yet. */
	readonly judges: Int8Array;
	/** The number that a pattern before has now; -1: nobody asked yet. */
	readonly same: Int32Array;
	/** How the merits of sources of a pattern come from those they had, by the number of the pattern. */
	readonly moves: Move[];
}

/** Sources of a place judged anew under its line. */
export interface Judged {
	/** The number of each one's pattern. */
	readonly of: Int32Array;
	readonly tasks: Uint8Array;
	/** How merits come from those there were, by the number of a pattern, for sources of which cells changed. */
	readonly moves: readonly Move[];
	/** The most that is done for any. */
	readonly most: number;
	/** The routes of any come out otherwise. */
	readonly isMoved: boolean;
}

/** Judges the sources of a place anew in which something changed that gates read. */
export function judgeAgain(
	{ relaid, judges, foundOf, isTurned, reranks, rechosen }: Turning,
	rows: Int32Array,
	{ patterns: before }: Pick<LinePlan, 'patterns'>,
	patterns: Patterns,
): Judged {
	const { touched, revalued, repriced } = relaid;
	const isChanged = (fact: string): boolean => revalued.has(fact);
	const { judges: isJudged, same, moves } = foundOf(patterns)(before.all);
	const of = new Int32Array(rows.length);
	const tasks = new Uint8Array(rows.length);
	let most = stays;
	let isMoved = false;
	const judgedOf = (number: number): boolean => {
		if (isJudged[number] === -1) isJudged[number] = Number(judges((before.all[number] as Pattern).outlook.family));
		return isJudged[number] === 1;
	};
	const sameOf = (number: number): number => {
		if (same[number] === -1) same[number] = patterns.again(before.all[number] as Pattern).number;
		return same[number] as number;
	};
	for (let index = 0; index < rows.length; index++) {
		const row = rows[index] as number;
		const was = before.of[index] as number;
		const isTouched = touched[row] === 1;
		const number =
			isTouched && judgedOf(was) ? patterns.turned(before.all[was] as Pattern, row, isChanged).number : sameOf(was);
		of[index] = number;
		let task = rechosen || (isTouched && reranks) ? ranks : stays;
		if (isTouched || repriced) {
			let move = moves[number];
			if (move === undefined) {
				move = moveBetween(
					(before.all[was] as Pattern).outlook,
					(patterns.all[number] as Pattern).outlook,
					({ route }) => isTurned(route),
				);
				moves[number] = move;
			}
			if (move.weighs || !move.isSame) task = renews;
			isMoved ||= !move.isSame;
		}
		tasks[index] = task;
		if (task > most) most = task;
	}
	return { of, tasks, moves, most, isMoved };
}
