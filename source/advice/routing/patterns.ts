import type { Class } from '../ground/classes.ts';
import type { Ground } from '../ground/ground.ts';
import type { CompiledGate } from '../ground/kernel.ts';
import { type Looker, lookerOf } from './judging.ts';
import type { Outlook } from './outlook.ts';
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

/** Up to this many outcomes fit into one number. */
const most = 33;

/**
Judges the gates that read no amount once for a class, the others for each row. Classes for which the former come out alike
share everything else; routes are looked at once for each pattern of the latter.
*/
export function patternsUnder(ground: Ground, option: PathOption): Patterns {
	const { classes } = ground;
	const all: Pattern[] = [];
	const ways: Way[] = [];
	const lookersOf = new Map<string, Looker>();
	const lookerFor = (family: Class['family']): Looker => {
		const known = lookersOf.get(family) ?? lookerOf(ground, family, option, ways);
		lookersOf.set(family, known);
		return known;
	};
	const numbered = (outlook: Outlook): Pattern => {
		const pattern = { outlook, number: all.length };
		all.push(pattern);
		return pattern;
	};
	const byClass: (PatternOf | undefined)[] = [];
	const alike = new Map<string, PatternOf>();
	const again: (Pattern | undefined)[] = [];
	const turned: (PatternOf | undefined)[] = [];
	const turning = new Map<Class['family'], ReadonlySet<CompiledGate>>();
	const of: PatternOf = (row) => {
		const kind = classes.of[row] as number;
		const known = byClass[kind];
		if (known) return known(row);
		const { family, amounts } = classes.all[kind] as Class;
		const { gates, look } = lookerFor(family);
		const open: CompiledGate[] = [];
		let key = `${family}|`;
		for (const gate of gates) {
			const isOpen = gate.inputs.some((fact) => amounts.has(fact));
			if (isOpen) open.push(gate);
			key += isOpen ? '?' : gate.test(row);
		}
		const found = alike.get(key) ?? byPattern(open, (at) => numbered(look(at)));
		alike.set(key, found);
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
			const known = turned[number];
			if (known) return known(row);
			const family = familyOf(row);
			const looker = lookerFor(family);
			const own = turning.get(family) ?? new Set(looker.gates.filter(({ inputs }) => inputs.some(isChanged)));
			turning.set(family, own);
			const found = byPattern([...own], (at) => numbered(looker.turned(outlook, at, own)));
			turned[number] = found;
			return found(row);
		},
		all,
		ways,
	};
}

function byPattern(gates: readonly CompiledGate[], look: PatternOf): PatternOf {
	const known = new Map<number | string, Pattern>();
	const keyOf = (row: number): number | string => {
		if (gates.length > most) return gates.map(({ test }) => test(row)).join('');
		let key = 0;
		for (let index = 0; index < gates.length; index++) key = key * 3 + (gates[index] as CompiledGate).test(row);
		return key;
	};
	return (row) => {
		const key = keyOf(row);
		const found = known.get(key);
		if (found) return found;
		const made = look(row);
		known.set(key, made);
		return made;
	};
}
