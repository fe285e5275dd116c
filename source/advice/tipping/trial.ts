import type { Ground } from '../ground/ground.ts';
import { moneyFacts } from '../ground/kernel.ts';
import { needFacts, needReader } from '../ground/need.ts';
import type { Draft } from '../routing/draft.ts';
import { type PathOption, weighOption } from '../routing/path-options.ts';
import { byOwnDollars, type Settled, settleFast } from '../routing/settle.ts';
import { shelfOf, type Tried } from './shelf.ts';
import { cellWriter, type Try, touchedBy } from './tries.ts';

/** Trials of one draft, which is changed by them and belongs to nobody else. */
export interface Trial {
	/** Decides the draft as if some values were others and lets the caller look at it while they are in the table. */
	readonly under: <Seen>(tries: readonly Try[], look: (settled: Settled) => Seen) => Seen;
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
	const shelves = members.map((member) => shelfOf(ground, member, options, { byTrial, last }));
	const markOf = marker();
	let now: Tried = { tries: [], marks: [], count: 0 };
	let order = byOwnDollars(options);
	const move = (tries: readonly Try[]): void => {
		const touched = touchedBy(now.tries, tries);
		if (touched.size === 0) return;
		now = { tries, marks: tries.map(markOf), count: now.count + 1 };
		write(tries, touched);
		byTrial.push(touched);
		for (const fact of touched) last.set(fact, now.count);
		if (weighLines(ground, draft, touched)) order = byOwnDollars(options);
		if (![...touched].some((fact) => needFacts.has(fact))) return;
		for (const member of members) member.need = readNeed(member.row, member.source.family);
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

/** Weighs the lines anew that read what was touched; whether there are any. */
function weighLines(ground: Ground, { options, placeRow }: Draft, touched: ReadonlySet<string>): boolean {
	const reads = ({ path }: PathOption): boolean => {
		if (path) for (const fact of touched) if (path.inputs.has(fact) || moneyFacts.has(fact)) return true;
		return false;
	};
	let any = false;
	for (const option of options) {
		if (!reads(option)) continue;
		weighOption(ground, option, placeRow);
		any = true;
	}
	return any;
}
