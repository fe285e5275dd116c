import type { Reckon } from '../../rules/compile.ts';
import type { Class } from '../ground/classes.ts';
import type { Ground } from '../ground/ground.ts';
import type { CompiledGate, Reckoned, Weighed } from '../ground/kernel.ts';
import { type Choice, choiceOf, type Entry } from './arrange.ts';
import { entriesUnder } from './entries.ts';
import type { PathOption } from './path-options.ts';
import { folder } from './totals.ts';

/** What the gates say under a line, for all sources of a place and family for which every one of them comes out alike. */
export interface Outlook {
	/** Every route and where it failed. Mutable: those that pass are weighed anew for each source. */
	readonly entries: readonly Entry[];
	/** Those that pass. */
	readonly choice: Choice;
	/** The family, and which of its routes failed at which gate; alike for sources that are judged alike. */
	readonly signature: string;
	/** Weighs the routes that pass for a row over whose path facts the line is laid. */
	readonly weigh: (row: number) => void;
}

/** How every single gate comes out, those behind a failed one included; several patterns may share an outlook. */
export interface Pattern {
	readonly outlook: Outlook;
}

/** Gives the pattern of a row, over whose path facts the line is laid. */
export type Patterns = (row: number) => Pattern;

/** Up to this many outcomes fit into one number. */
const most = 33;

/**
Judges the gates that read no amount once for a class, the others for each row. Classes for which the former come out alike
share everything else; the routes are weighed once for each pattern of the latter.
*/
export function patternsUnder(ground: Ground, option: PathOption): Patterns {
	const { classes } = ground;
	const ofFamily = new Map<string, readonly CompiledGate[]>();
	const gatesOf = (family: Class['family']): readonly CompiledGate[] => {
		const known = ofFamily.get(family) ?? [...new Set(ground.routesOf(family).flatMap(({ gates }) => gates))];
		ofFamily.set(family, known);
		return known;
	};
	const failed = failedKeeper();
	const bySignature = new Map<string, Outlook>();
	const byClass = new Map<number, Patterns>();
	const alike = new Map<string, Patterns>();
	return (row) => {
		const number = classes.of[row] as number;
		const known = byClass.get(number);
		if (known) return known(row);
		const { family, amounts } = classes.all[number] as Class;
		const open: CompiledGate[] = [];
		let key = `${family}|`;
		for (const gate of gatesOf(family)) {
			const isOpen = gate.inputs.some((fact) => amounts.has(fact));
			if (isOpen) open.push(gate);
			key += isOpen ? '?' : gate.test(row);
		}
		const found =
			alike.get(key) ??
			byPattern(open, (at) => {
				const entries = entriesUnder(ground, at, family, option);
				const signature = `${family}|${signatureOf(entries)}`;
				const outlook = bySignature.get(signature) ?? look(ground, entries.map(failed), signature, at);
				bySignature.set(signature, outlook);
				return { outlook };
			});
		alike.set(key, found);
		byClass.set(number, found);
		return found(row);
	};
}

/** A route that failed at a gate is not weighed again, so that one entry serves all outlooks. */
function failedKeeper(): (entry: Entry) => Entry {
	const kept = new Map<Entry['route'], Map<number, Entry>>();
	return (entry) => {
		const { route, weighed } = entry;
		if (weighed.outcome > 0) return entry;
		const own = kept.get(route) ?? new Map<number, Entry>();
		kept.set(route, own);
		const found = own.get(weighed.failed) ?? entry;
		own.set(weighed.failed, found);
		return found;
	};
}

function byPattern(gates: readonly CompiledGate[], lookAt: Patterns): Patterns {
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
		const made = lookAt(row);
		known.set(key, made);
		return made;
	};
}

const signatureOf = (entries: readonly Entry[]): string =>
	entries.map(({ weighed }) => (weighed.outcome === 0 ? weighed.failed : weighed.outcome === 1 ? '?' : '')).join(',');

function look(ground: Ground, entries: readonly Entry[], signature: string, row: number): Outlook {
	const passing = entries.filter(({ weighed }) => weighed.outcome > 0);
	const weighers = passing.map((entry) => weigherOf(ground, entry, row));
	return {
		entries,
		choice: choiceOf(passing),
		signature,
		weigh: (at) => {
			for (let index = 0; index < weighers.length; index++) (weighers[index] as (row: number) => void)(at);
		},
	};
}

/** Weighs a route as the kernel does, with what is the same for all sources of the place reckoned once. */
function weigherOf(ground: Ground, { route, option, weighed }: Entry, first: number): (row: number) => void {
	const { money } = ground;
	const folded = folder(ground, first);
	const [lead, complete, freshness] = [folded(route.lead), folded(route.complete), folded(route.freshness)];
	const line = option?.lead ?? 0;
	const spend = spenderOf(route, folded);
	const [hours, months] = [money.hour.values, money.months.values];
	return (row) => {
		weighed.time = Math.max(lead(row), line) + complete(row);
		weighed.age = freshness(row);
		spend(row, hours[row] as number, months[row] as number, weighed);
	};
}

type Spend = (row: number, hour: number, months: number, into: Weighed) => void;

/** The same sums in the same order as `expense`. */
function spenderOf(reckoned: Reckoned, folded: (reckon: Reckon) => Reckon): Spend {
	const costs = reckoned.costs.map(({ per, rate, reckon }) => ({ once: per === 'once', rate, reckon: folded(reckon) }));
	const [once, monthly] = [folded(reckoned.effortOnce), folded(reckoned.effortMonthly)];
	return (row, hour, months, into) => {
		let dollars = 0;
		let priced = true;
		for (let index = 0; index < costs.length; index++) {
			const cost = costs[index] as (typeof costs)[number];
			const paid = cost.rate * cost.reckon(row) * (cost.once ? 1 : months);
			if (Number.isNaN(paid)) priced = false;
			else dollars += paid;
		}
		const work = hour * (once(row) + months * monthly(row));
		if (Number.isNaN(work)) priced = false;
		else dollars += work;
		into.dollars = dollars;
		into.priced = priced;
	};
}
