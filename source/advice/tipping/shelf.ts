import { isOfLine } from '../../facts/fact.ts';
import type { Ground } from '../ground/ground.ts';
import { moneyFacts } from '../ground/kernel.ts';
import { needFacts } from '../ground/need.ts';
import { turnsWith } from '../ground/read-facts.ts';
import type { Arrangement, Entry } from '../routing/arrange.ts';
import { arrangeUnder, type Member } from '../routing/draft.ts';
import { priceEntries, weighEntries } from '../routing/entries.ts';
import type { PathOption } from '../routing/path-options.ts';
import type { Try } from './tries.ts';

/** What trials wrote: the facts of each by its count, and the count at which each fact was written last. */
export interface Touches {
	readonly byTrial: readonly ReadonlySet<string>[];
	readonly last: ReadonlyMap<string, number>;
}

/** What is tried now: each try with a number of its own, and the count of the trial. */
export interface Tried {
	readonly tries: readonly Try[];
	readonly marks: readonly number[];
	readonly count: number;
}

/** The routes of a source by line, with the best arrangement under each for whatever was tried of what they read. */
export interface Shelf {
	/** The best arrangement under an option while these tries stand in the table. */
	readonly best: (option: number, now: Tried) => Arrangement | undefined;
}

/** Routes over one line, or over none. */
interface Rack {
	readonly entries: readonly Entry[];
	readonly path?: PathOption['path'];
	/** What may weigh otherwise once some facts turned. */
	readonly readers: WeakMap<ReadonlySet<string>, Readers>;
	/** The trial in which they were last weighed. */
	weighed: number;
}

interface Readers {
	readonly entries: readonly Entry[];
	/** The line gives other things, too. */
	readonly relaid: boolean;
	/** Nothing is read but what work and months cost. */
	readonly priced: boolean;
}

/**
Keeps what was found of a member: it depends on nothing but the tries of what its routes, its line and its need read. `alone`: it
has no company, so that no try comes twice, and nothing is kept.
*/
export function shelfOf(
	ground: Ground,
	member: Member,
	{
		options,
		alone,
		touches,
	}: { readonly options: readonly PathOption[]; readonly alone: boolean; readonly touches: Touches },
): Shelf {
	const plain = rackOf(member.entries.filter(({ option }) => option === undefined));
	const racks = options.map((option) =>
		rackOf(
			member.entries.filter((entry) => entry.option === option),
			option.path,
		),
	);
	const anew = (option: number, count: number): Arrangement | undefined => {
		weighRack(ground, member, plain, touches, count);
		weighRack(ground, member, racks[option] as Rack, touches, count);
		return arrangeUnder(member, option);
	};
	if (alone) return { best: (option, { count }) => anew(option, count) };
	const own = readBy(plain);
	const reads = racks.map((rack) => new Set([...own, ...readBy(rack)]));
	const found = racks.map(() => new Map<string | number, Arrangement | undefined>());
	const isRead = options.map(() => new Map<number, boolean>());
	const keyOf = (option: number, { tries, marks }: Tried): string | number => {
		const known = isRead[option] as Map<number, boolean>;
		let key: string | number = -1;
		for (let index = 0; index < tries.length; index++) {
			const mark = marks[index] as number;
			let read = known.get(mark);
			if (read === undefined) {
				read = concerns(tries[index] as Try, member, reads[option] as ReadonlySet<string>);
				known.set(mark, read);
			}
			// Nearly always one try is read, or none.
			if (read) key = key === -1 ? mark : `${key},${mark}`;
		}
		return key;
	};
	return {
		best: (option, now) => {
			const known = found[option] as Map<string | number, Arrangement | undefined>;
			const key = keyOf(option, now);
			const arrangement = known.get(key);
			if (arrangement || known.has(key)) return arrangement;
			const best = anew(option, now.count);
			known.set(key, best);
			return best;
		},
	};
}

const rackOf = (entries: readonly Entry[], path?: PathOption['path']): Rack => ({
	entries,
	...(path && { path }),
	readers: new WeakMap(),
	weighed: 0,
});

function readBy({ entries, path }: Rack): ReadonlySet<string> {
	const facts = new Set([...needFacts, ...moneyFacts, ...(path?.inputs ?? [])]);
	for (const { route } of entries) for (const fact of route.inputs) facts.add(fact);
	return facts;
}

const concerns = ({ fact, source }: Try, member: Member, reads: ReadonlySet<string>): boolean =>
	(source === undefined || source === member.source.id) && turnsWith(fact).some((turning) => reads.has(turning));

/** Weighs anew what reads a fact that was written since it was weighed last. */
function weighRack(ground: Ground, { row }: Member, rack: Rack, touches: Touches, count: number): void {
	if (rack.weighed === count) return;
	const touched = touchedSince(rack.weighed, touches, count);
	rack.weighed = count;
	if (touched.size === 0) return;
	const { entries, relaid, priced } = readersOf(rack, touched);
	if (priced) priceEntries(ground, row, entries);
	else
		weighEntries(
			ground,
			row,
			entries.filter((entry) => turns(entry, touched, relaid)),
		);
}

function touchedSince(since: number, { byTrial, last }: Touches, count: number): ReadonlySet<string> {
	if (count === since + 1) return byTrial[count] as ReadonlySet<string>;
	const touched = new Set<string>();
	for (const [fact, at] of last) if (at > since) touched.add(fact);
	return touched;
}

function readersOf({ entries, path, readers: known }: Rack, touched: ReadonlySet<string>): Readers {
	const before = known.get(touched);
	if (before) return before;
	const facts = [...touched];
	const reads = (inputs: ReadonlySet<string>): boolean => facts.some((fact) => inputs.has(fact));
	const money = facts.some((fact) => moneyFacts.has(fact));
	const relaid = path !== undefined && reads(path.inputs);
	const readers = entries.filter(({ route }) => reads(route.inputs));
	const priced = !relaid && readers.length === 0 && money;
	const found = { entries: relaid || money ? entries : readers, relaid, priced };
	known.set(touched, found);
	return found;
}

/** A route that fails goes on failing as long as nothing touches the gate it fails at. */
function turns({ route, weighed }: Entry, touched: ReadonlySet<string>, relaid: boolean): boolean {
	const gate = weighed.outcome === 0 ? route.gates[weighed.failed] : undefined;
	if (!gate) return true;
	for (const fact of gate.inputs) if (touched.has(fact) || (relaid && isOfLine(fact))) return true;
	return false;
}
