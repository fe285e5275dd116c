import { type Arrangement, choiceOf, type Entry } from './arrange.ts';
import { arrangeUnder, type Draft, type Member } from './draft.ts';
import type { Ground } from './ground.ts';
import { needReader } from './need.ts';
import { layLine, type PathOption, weighOption } from './path-options.ts';
import { type Reweigh, turningOf } from './turning.ts';

/** A draft of its own for trials in which only some facts turn; what they cannot touch is worked out. */
export interface Prepared {
	readonly touched: ReadonlySet<string>;
	/** Lines and routes that fail whatever the facts are have fallen away. */
	readonly draft: Draft;
	/** Weighs what is touched anew, from the table as it is. */
	readonly reweigh: () => void;
	/** The arrangement of a member under a line, where neither is touched. */
	readonly known: (member: number, option: number) => Arrangement | undefined | 'touched';
}

const needFacts = ['volume', 'change', 'deadline', 'freshness', 'retraining', 'use'];
const moneyFacts = ['cost.hour', 'cost.months'];

/** Prepares a draft that holds its routes over every line for trials of the `touched` facts. */
export function prepare(ground: Ground, from: Draft, touched: ReadonlySet<string>): Prepared {
	const readNeed = needReader(ground.table);
	const dearer = moneyFacts.some((fact) => touched.has(fact));
	const wanting = needFacts.some((fact) => touched.has(fact));
	const lines = from.options.map((option) => copyLine(option, touched));
	const options = lines.flatMap((line) => line ?? []);
	const relaid = options.filter(({ path }) => path && (dearer || reads(path.inputs, touched)));
	const copies = new Map(from.options.map((option, index) => [option, lines[index]]));
	const steps: (() => void)[] = relaid.map((option) => () => weighOption(ground, option, from.placeRow));
	const members = from.members.map((member) => {
		const { entries, turning } = copyEntries(ground, member, { touched, copies, relaid });
		const own: Member = { ...member, entries, under: [] };
		const under = options.map((option) => choiceOf(entries.filter((entry) => runsUnder(entry, option))));
		const lively = options.map((option) => wanting || turning.some(({ entry }) => runsUnder(entry, option)));
		steps.push(
			...turning.map(({ entry, reweigh }, index) => stepOf(entry, reweigh, turning[index - 1]?.entry, member.row)),
		);
		const made = Object.assign(own, { under });
		if (wanting) steps.push(() => (made.need = readNeed(member.row, member.source.family)));
		return { made, known: options.map((_, index) => (lively[index] ? 'touched' : arrangeUnder(made, index))) };
	});
	return {
		touched,
		draft: { ...from, options, members: members.map(({ made }) => made) },
		reweigh: () => {
			for (const step of steps) step();
		},
		known: (member, option) => members[member]?.known[option] ?? 'touched',
	};
}

const reads = (inputs: ReadonlySet<string>, touched: ReadonlySet<string>): boolean =>
	[...touched].some((fact) => inputs.has(fact));

const runsUnder = (entry: Entry, option: PathOption): boolean => entry.option === undefined || entry.option === option;

/** A line of its own, unless it fails whatever the facts are. */
function copyLine(option: PathOption, touched: ReadonlySet<string>): PathOption | undefined {
	const failed = option.path?.gates[option.weighed.failed];
	if (failed && !failed.inputs.some((fact) => touched.has(fact))) return undefined;
	return { ...option, gives: option.gives.map((given) => ({ ...given })), weighed: { ...option.weighed } };
}

interface Turn {
	readonly entry: Entry;
	readonly reweigh: Reweigh;
}

function copyEntries(
	ground: Ground,
	{ entries, row }: Member,
	how: {
		readonly touched: ReadonlySet<string>;
		readonly copies: ReadonlyMap<PathOption, PathOption | undefined>;
		readonly relaid: readonly PathOption[];
	},
): { readonly entries: readonly Entry[]; readonly turning: readonly Turn[] } {
	const kept: Entry[] = [];
	const turning: Turn[] = [];
	let laid: PathOption | undefined;
	for (const one of entries) {
		const option = one.option && how.copies.get(one.option);
		if (one.option && !option) continue;
		const entry: Entry = { route: one.route, weighed: { ...one.weighed }, ...(option && { option }) };
		if (option && option !== laid) layLine(option, row);
		laid = option ?? laid;
		const reweigh = turningOf(ground, row, entry, how.touched, option !== undefined && how.relaid.includes(option));
		if (reweigh === 'fails') continue;
		kept.push(entry);
		if (reweigh !== 'stays') turning.push({ entry, reweigh });
	}
	return { entries: kept, turning };
}

/** Lays a line before the first of its routes is weighed. */
function stepOf({ option }: Entry, reweigh: Reweigh, before: Entry | undefined, row: number): () => void {
	if (!option || option === before?.option) return reweigh;
	return () => {
		layLine(option, row);
		reweigh();
	};
}
