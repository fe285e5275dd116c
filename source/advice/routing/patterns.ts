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
	readonly again: (before: Pattern) => Pattern;
	/** The same where gates that read some facts may come out otherwise; what it gives comes of no other pattern. The facts stay the same. */
	readonly turned: (before: Pattern, row: number, isChanged: (fact: string) => boolean) => Pattern;
	/** All that were made, each at its number; more come while rows are looked at. */
	readonly all: readonly Pattern[];
	/** The same of the ways of their outlooks. */
	readonly ways: readonly Way[];
}

/**
Judges the gates that read no amount once for a class, the others for each row; those that read nothing in which sources differ say the
same of all. Classes for which the former come out alike share everything else; routes are looked at once for each pattern of the latter.
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
	const byBefore: (Turning | undefined)[] = [];
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
	return {
		of,
		again: ({ number, outlook }) => {
			const found = again[number] ?? numbered(lookerFor(outlook.family).again(outlook));
			again[number] = found;
			return found;
		},
		turned: ({ number, outlook }, row, isChanged) => {
			let own = byBefore[number];
			if (own === undefined) {
				const { family } = outlook;
				own = turning.get(family) ?? turningOf(lookerFor(family), isChanged);
				turning.set(family, own);
				byBefore[number] = own;
			}
			const at = own.outcomes.numberOf(row, number);
			const found = own.known[at] ?? numbered(own.looker.turned(outlook, row, own.gates));
			own.known[at] = found;
			return found;
		},
		all,
		ways: common.ways,
	};
}

/** Gates of a family that may come out otherwise, and what was found for how they do and for what was before. */
interface Turning {
	readonly looker: Looker;
	readonly gates: ReadonlySet<CompiledGate>;
	readonly outcomes: Outcomes;
	readonly known: (Pattern | undefined)[];
}

function turningOf(looker: Looker, isChanged: (fact: string) => boolean): Turning {
	const gates = new Set(looker.gates.filter(({ inputs }) => inputs.some(isChanged)));
	return { looker, gates, outcomes: outcomesOf(gates), known: [] };
}

/** Gives for a class of which these amounts may differ what finds the patterns of its sources, from the row of one of them. */
type Parting = (amounts: Class['amounts']) => (row: number) => PatternOf;

/** Classes share what their patterns are found by where the same gates are open and all others come out alike. */
function partingOf(looker: Looker, numbered: (outlook: Outlook) => Pattern): Parting {
	const { gates, differing } = looker;
	const byAmounts = new Map<Class['amounts'], ReturnType<Parting>>();
	const byOpen = new Map<string, ReturnType<Parting>>();
	return (amounts) => {
		const known = byAmounts.get(amounts);
		if (known) return known;
		const isOpen = (place: number): boolean => (gates[place] as CompiledGate).inputs.some((fact) => amounts.has(fact));
		const deciding = differing.filter(isOpen);
		const key = deciding.join();
		const found = byOpen.get(key) ?? finderOf(looker, deciding, numbered);
		byOpen.set(key, found);
		byAmounts.set(amounts, found);
		return found;
	};
}

/** `deciding`: places of the gates that are open. */
function finderOf(
	{ gates, differing, look }: Looker,
	deciding: readonly number[],
	numbered: (outlook: Outlook) => Pattern,
): ReturnType<Parting> {
	const settling = differing.filter((place) => !deciding.includes(place));
	const [settled, varying] = [settling, deciding].map((places) =>
		outcomesOf(places.map((place) => gates[place] as CompiledGate)),
	) as [Outcomes, Outcomes];
	const lookAt = (row: number): Outlook =>
		look(row, (verdicts) => {
			write(verdicts, settling, settled.of(row));
			write(verdicts, deciding, varying.of(row));
		});
	const finders: (PatternOf | undefined)[] = [];
	const patterns: (Pattern | undefined)[] = [];
	const finderFor =
		(sort: number): PatternOf =>
		(row) => {
			const number = varying.numberOf(row, sort);
			const found = patterns[number] ?? numbered(lookAt(row));
			patterns[number] = found;
			return found;
		};
	return (row) => {
		const sort = settled.numberOf(row);
		const found = finders[sort] ?? finderFor(sort);
		finders[sort] = found;
		return found;
	};
}

function write(verdicts: Uint8Array, places: readonly number[], outcomes: Uint8Array): void {
	for (let index = 0; index < places.length; index++) verdicts[places[index] as number] = outcomes[index] as number;
}
