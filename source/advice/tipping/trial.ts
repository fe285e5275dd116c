import type { Ground } from '../ground/ground.ts';
import { moneyFacts } from '../ground/kernel.ts';
import { needFacts, needReader } from '../ground/need.ts';
import type { Draft } from '../routing/draft.ts';
import { type PathOption, weighOption } from '../routing/path-options.ts';
import { byOwnDollars, type Decided, settleFast } from '../routing/settle.ts';
import { shelfOf, type Tried } from './shelf.ts';
import { cellWriter, isTriedFor, type Try, touchedBy } from './tries.ts';

/** Trials of one draft, which is changed by them and belongs to nobody else. */
export interface Trial {
	/** Decides the draft as if some values were others and lets the caller look at it while they are in the table. */
	readonly under: <Seen>(tries: readonly Try[], look: (settled: Decided) => Seen) => Seen;
	/** Puts the table back as it was. */
	readonly end: () => void;
}

/**
Makes trials of a draft that holds its routes over every line. What a source would take depends on the tries of what its
routes read, and is worked out once for each set of those.
*/
export function trialOf(ground: Ground, draft: Draft): Trial {
	const { members, options } = draft;
	const readNeed = needReader(ground.table);
	const write = cellWriter(ground, draft);
	const byTrial: ReadonlySet<string>[] = [new Set()];
	const last = new Map<string, number>();
	const alone = members.length === 1;
	const shelves = members.map((member) => shelfOf(ground, member, { options, alone, touches: { byTrial, last } }));
	const markOf = marker();
	const touches = new WeakMap<ReadonlySet<string>, Touch>();
	const touchOf = (facts: ReadonlySet<string>): Touch => {
		const known = touches.get(facts) ?? touchIn(options, facts);
		touches.set(facts, known);
		return known;
	};
	let now: Tried = { tries: [], marks: [], count: 0 };
	let order = byOwnDollars(options);
	const move = (tries: readonly Try[]): void => {
		const touched = touchedBy(now.tries, tries);
		if (touched.size === 0) return;
		const before = now.tries;
		now = { tries, marks: alone ? [] : tries.map(markOf), count: now.count + 1 };
		write(tries, touched);
		byTrial.push(touched);
		for (const fact of touched) last.set(fact, now.count);
		const { lines, needed } = touchOf(touched);
		for (const option of lines) weighOption(ground, option, draft.placeRow);
		if (lines.length > 0) order = byOwnDollars(options);
		if (!needed) return;
		for (const member of members) {
			const { source, row } = member;
			if (isTriedFor(before, source) || isTriedFor(tries, source)) member.need = readNeed(row, source.family);
		}
	};
	const arrangement = (member: number, option: number) => shelves[member]?.best(option, now);
	return {
		under: (tries, look) => {
			move(tries);
			return look(settleFast(ground, draft, { arrangement, order }));
		},
		end: () => move([]),
	};
}

/** Gives each different try a number. */
function marker(): (one: Try) => number {
	const marks = new Map<string, number>();
	return ({ fact, value, source = '', always = false }) => {
		const key = `${fact}|${source}|${always}|${typeof value === 'object' ? JSON.stringify(value) : value}`;
		const mark = marks.get(key) ?? marks.size;
		marks.set(key, mark);
		return mark;
	};
}

/** What must be looked at again once some facts turned. */
interface Touch {
	/** The lines that read any of them. */
	readonly lines: readonly PathOption[];
	/** Whether what a source needs rests on any. */
	readonly needed: boolean;
}

function touchIn(options: readonly PathOption[], facts: ReadonlySet<string>): Touch {
	const all = [...facts];
	const reads = ({ path }: PathOption): boolean =>
		path !== undefined && all.some((fact) => path.inputs.has(fact) || moneyFacts.has(fact));
	return { lines: options.filter(reads), needed: all.some((fact) => needFacts.has(fact)) };
}
