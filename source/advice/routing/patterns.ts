import type { Class } from '../ground/classes.ts';
import type { Ground } from '../ground/ground.ts';
import type { CompiledGate } from '../ground/kernel.ts';
import { type Looker, lookerOf } from './judging.ts';
import { type Outcomes, outcomesOf } from './outcomes.ts';
import { nothingCommon, type Outlook } from './outlook.ts';
import type { PathOption } from './path-options.ts';
import type { Way } from './ways.ts';

/** How every single gate comes out, those behind a failed one included; several patterns may share an outlook. */
export interface Pattern {
	readonly outlook: Outlook;
	/** Its place among the patterns of its line and ground. */
	readonly number: number;
}

/** Gives the pattern of a row, over whose path facts the line is laid. */
type PatternOf = (row: number) => Pattern;

export interface Patterns {
	readonly of: PatternOf;
	/** A pattern of another ground, on which all gates of a row came out as they do on this one. */
	readonly again: (before: Pattern, row: number) => Pattern;
	/** The same where gates that read some facts may come out otherwise; what it gives comes of no other pattern. The facts stay the same. */
	readonly turned: (before: Pattern, row: number, isChanged: (fact: string) => boolean) => Pattern;
	/** All that were made, each at its number; more come while rows are looked at. */
	readonly all: readonly Pattern[];
	/** The same of the ways of their outlooks. */
	readonly ways: readonly Way[];
}

/**
Judges the gates that read nothing in which sources differ once, those that read no amount once for a class, the others for each row. Classes for which the former come out alike
share everything else; routes are looked at once for each pattern of the latter.
*/
export function patternsUnder(ground: Ground, option: PathOption): Patterns {
	const { classes } = ground;
	const all: Pattern[] = [];
	const common = nothingCommon();
	const lookersOf = new Map<string, Looker>();
	const lookerFor = (family: Class['family']): Looker => {
		const known = lookersOf.get(family) ?? lookerOf(ground, family, option, common);
		lookersOf.set(family, known);
		return known;
	};
	const numbered = (outlook: Outlook): Pattern => {
		const pattern = { outlook, number: all.length };
		all.push(pattern);
		return pattern;
	};
	const byClass: (PatternOf | undefined)[] = [];
	const partings = new Map<string, Parting>();
	const again: (Pattern | undefined)[] = [];
	const turning = new Map<Class['family'], Turning>();
	const of: PatternOf = (row) => {
		const kind = classes.of[row] as number;
		const known = byClass[kind];
		if (known) return known(row);
		const { family, amounts } = classes.all[kind] as Class;
		const parting = partings.get(family) ?? partingOf(lookerFor(family), numbered);
		partings.set(family, parting);
		const found = parting(amounts)(row);
		byClass[kind] = found;
		return found(row);
	};
	const familyOf = (row: number): Class['family'] => (classes.all[classes.of[row] as number] as Class).family;
	return {
		of,
		again: ({ number, outlook }, row) => {
			const found = again[number] ?? numbered(lookerFor(familyOf(row)).again(outlook, row));
			again[number] = found;
			return found;
		},
		turned: ({ number, outlook }, row, isChanged) => {
			const family = familyOf(row);
			const looker = lookerFor(family);
			const own = turning.get(family) ?? turningOf(looker, isChanged);
			turning.set(family, own);
			const at = own.outcomes.numberOf(row, number);
			const found = own.known[at] ?? numbered(looker.turned(outlook, row, own.gates));
			own.known[at] = found;
			return found;
		},
		all,
		ways: common.ways,
	};
}

/** Gates of a family that may come out otherwise, and what was found for how they do and for what was before. */
interface Turning {
	readonly gates: ReadonlySet<CompiledGate>;
	readonly outcomes: Outcomes;
	readonly known: (Pattern | undefined)[];
}

function turningOf({ gates: all }: Looker, isChanged: (fact: string) => boolean): Turning {
	const gates = new Set(all.filter(({ inputs }) => inputs.some(isChanged)));
	return { gates, outcomes: outcomesOf(gates), known: [] };
}

/** Gives for a class of which these amounts may differ what finds the patterns of its sources, from the row of one of them. */
type Parting = (amounts: Class['amounts']) => (row: number) => PatternOf;

/** Classes share what their patterns are found by where the same gates are open and all others come out alike. */
function partingOf(looker: Looker, numbered: (outlook: Outlook) => Pattern): Parting {
	const byAmounts = new Map<Class['amounts'], ReturnType<Parting>>();
	const byOpen = new Map<string, ReturnType<Parting>>();
	const fixed = fixedVerdicts(looker);
	return (amounts) => {
		const known = byAmounts.get(amounts);
		if (known) return known;
		const isOpen = looker.gates.map(({ inputs }) => inputs.some((fact) => amounts.has(fact)));
		const found = byOpen.get(String(isOpen)) ?? finderOf(looker, { isOpen, fixed }, numbered);
		byOpen.set(String(isOpen), found);
		byAmounts.set(amounts, found);
		return found;
	};
}

/** What the fixed gates say of any row; nothing yet of the others. */
function fixedVerdicts({ gates, isFixed }: Looker): (row: number) => Uint8Array {
	let known: Uint8Array | undefined;
	return (row) => {
		known ??= Uint8Array.from(gates, ({ test }, place) => (isFixed[place] ? test(row) : 0));
		return known;
	};
}

function finderOf(
	{ gates, isFixed, look }: Looker,
	{ isOpen, fixed }: { readonly isOpen: readonly boolean[]; readonly fixed: (row: number) => Uint8Array },
	numbered: (outlook: Outlook) => Pattern,
): ReturnType<Parting> {
	const places = [...gates.keys()];
	const open = places.filter((place) => isOpen[place]);
	const closed = places.filter((place) => !isOpen[place] && !isFixed[place]);
	const [settled, varying] = [closed, open].map((some) =>
		outcomesOf(some.map((place) => gates[place] as CompiledGate)),
	) as [Outcomes, Outcomes];
	const finders: (PatternOf | undefined)[] = [];
	const patterns: (Pattern | undefined)[] = [];
	const finderFor = (sort: number, first: number): PatternOf => {
		const verdicts = fixed(first).slice();
		write(verdicts, closed, settled.said);
		return (row) => {
			const number = varying.numberOf(row, sort);
			const found = patterns[number];
			if (found) return found;
			write(verdicts, open, varying.said);
			const made = numbered(look(row, verdicts));
			patterns[number] = made;
			return made;
		};
	};
	return (row) => {
		const sort = settled.numberOf(row);
		const found = finders[sort] ?? finderFor(sort, row);
		finders[sort] = found;
		return found;
	};
}

function write(verdicts: Uint8Array, places: readonly number[], outcomes: Uint8Array): void {
	for (let index = 0; index < places.length; index++) verdicts[places[index] as number] = outcomes[index] as number;
}
