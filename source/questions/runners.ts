import type { Ground } from '../advice/ground/ground.ts';
import {
	type CompiledGate,
	copyWeighed,
	expense,
	moneyFacts,
	passes,
	type Route,
	type Weighed,
	weigh,
} from '../advice/ground/kernel.ts';
import { onceEach } from '../advice/ground/once.ts';
import { turnsWith } from '../advice/ground/read-facts.ts';
import type { Entry } from '../advice/routing/arrange.ts';
import { isOfLine } from '../facts/fact.ts';
import { type Reads, readsIn } from './desk.ts';
import type { Guess, Open } from './guesses.ts';

/** A route of a source over a line, with what it comes to. Mutable: it remembers. */
export interface Runner {
	readonly entry: Entry;
	/** Its place among those over its line. */
	readonly at: number;
	/** What it comes to as things stand. */
	readonly base: Weighed;
	/** Open facts it is weighed from. */
	readonly reads: Reads;
	/** What a guess of an open fact may turn of it, by place of the fact. */
	readonly turns: Uint8Array;
	/** The open facts that a gate reads, or what turns with them. */
	readonly touching: (gate: CompiledGate) => Reads;
	/** What it comes to under one guess, by its mark. */
	readonly singly: (Weighed | undefined)[];
	/** Room for what it comes to under the guesses that were looked at last. */
	readonly room: Weighed;
	last?: readonly Guess[] | undefined;
}

/** What a guess may turn of a route: its gates, what its money comes to, anything, and its line too. */
const [ofGates, ofMoney, ofAll, ofLine] = [1, 2, 4, 8];

/** What a route reads of the open facts. */
type RouteReads = Pick<Runner, 'reads' | 'turns'>;

/** What routes and gates read of the open facts of a draft, found once for all its sources. */
export interface Reading {
	/** `lineReads`: what turns its line. */
	readonly ofRoute: (route: Route, lineReads?: Reads) => RouteReads;
	readonly ofGate: (gate: CompiledGate) => Reads;
}

export function readingOf(open: readonly Open[]): Reading {
	const own = onceEach((route: Route): RouteReads => {
		const reads = readsIn(open, (fact) => route.inputs.has(fact) || moneyFacts.has(fact));
		return { reads, turns: Uint8Array.from(open, ({ fact }, at) => (reads[at] === 1 ? turnsOf(route, fact) : 0)) };
	});
	const overLine = onceEach((lineReads: Reads) =>
		onceEach((route: Route): RouteReads => {
			const { reads, turns } = own(route);
			return {
				reads: reads.map((read, one) => read | (lineReads[one] as number)),
				turns: turns.map((turn, one) => (lineReads[one] === 1 ? ofAll | ofLine : turn)),
			};
		}),
	);
	return {
		ofGate: onceEach((gate: CompiledGate) => readsIn(open, (fact) => gate.inputs.includes(fact))),
		ofRoute: (route, lineReads) => (lineReads ? overLine(lineReads)(route) : own(route)),
	};
}

/** Makes the runners of a source; `source`: its id. */
export function runnersOf(
	open: readonly Open[],
	source: string,
	reading: Reading,
): (entry: Entry, at: number, lineReads?: Reads) => Runner {
	const others = [...open.keys()].filter((one) => (open[one]?.source ?? source) !== source);
	return (entry, at, lineReads) => {
		const { weighed, route } = entry;
		const { reads, turns } = reading.ofRoute(route, lineReads);
		return {
			entry,
			at,
			touching: reading.ofGate,
			base: { ...weighed },
			reads: others.length === 0 ? reads : reads.map((read, one) => (others.includes(one) ? 0 : read)),
			turns,
			singly: [],
			room: { ...weighed },
		};
	};
}

function turnsOf(route: Route, fact: string): number {
	const turning = turnsWith(fact);
	const isOfGates = route.gates.some(({ inputs }) => turning.some((one) => inputs.includes(one)));
	if (turning.some((one) => route.terms.has(one))) return ofAll;
	return (isOfGates ? ofGates : 0) | (moneyFacts.has(fact) ? ofMoney : 0);
}

/** What guesses may turn of a runner. */
export function turnedBy({ turns }: Runner, guesses: readonly Guess[]): number {
	let turning = 0;
	for (let index = 0; index < guesses.length; index++) turning |= turns[(guesses[index] as Guess).open] as number;
	return turning;
}

/** Weighs a runner anew, with its line laid, where this may have turned of what it came to. */
export function weighRunner(
	{ money }: Ground,
	{ entry: { route, option } }: Runner,
	row: number,
	{ from, turning }: { readonly from: Weighed; readonly turning: number },
	into: Weighed,
): void {
	if (from.outcome === 0 || turning & ofAll) weigh(route, row, option?.lead ?? 0, money, into);
	else {
		copyWeighed(from, into);
		if (turning & ofGates) passes(route.gates, row, into);
		if (into.outcome !== 0 && turning & ofMoney)
			expense(route, row, money.hour.values[row] as number, money.months.values[row] as number, into);
	}
	if (option?.weighed.outcome === 1 && into.outcome === 2) into.outcome = 1;
}

/** Whether a guess of a fact may turn a route that came to this. One that fails goes on failing as long as nothing touches the gate it fails at. */
export function wakes({ entry: { route }, reads, turns, touching }: Runner, weighed: Weighed, one: number): boolean {
	if (reads[one] !== 1) return false;
	const gate = weighed.outcome === 0 ? route.gates[weighed.failed] : undefined;
	if (!gate) return true;
	return touching(gate)[one] === 1 || (((turns[one] as number) & ofLine) !== 0 && gate.inputs.some(isOfLine));
}

/** Whether routes that come to these are ranked alike. */
export const isSame = (a: Weighed, b: Weighed): boolean =>
	a.outcome === b.outcome &&
	(a.outcome === 0 || (Object.is(a.time, b.time) && Object.is(a.age, b.age) && a.dollars === b.dollars));
