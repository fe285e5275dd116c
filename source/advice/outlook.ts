import type { Reckon } from '../rules/compile.ts';
import { type Choice, choiceOf, type Entry } from './arrange.ts';
import type { Class } from './classes.ts';
import { entriesUnder } from './entries.ts';
import type { Ground } from './ground.ts';
import type { CompiledGate, Reckoned, Weighed } from './kernel.ts';
import type { PathOption } from './path-options.ts';

/** What the gates say under a line: the same for all sources of a class whose amounts fall on the same sides of every threshold. */
export interface Outlook {
	/** Every route and where it failed. Mutable: those that pass are weighed anew for each source. */
	readonly entries: readonly Entry[];
	/** Those that pass. */
	readonly choice: Choice;
	/** Which routes failed at which gate; alike for sources that are judged alike. */
	readonly signature: string;
	/** Weighs the routes that pass for a row over whose path facts the line is laid. */
	readonly weigh: (row: number) => void;
}

/** The routes of a class under a line. */
export interface Contest {
	readonly outlookOf: (row: number) => Outlook;
}

/** Up to this many outcomes fit into one number. */
const most = 33;

/** Judges the gates that read no amount once for the class, the others once for each pattern of their outcomes. */
export function contestOf(ground: Ground, { family, varying }: Class, option: PathOption): Contest {
	const gates = new Set<CompiledGate>();
	for (const { gates: own } of ground.routesOf(family))
		for (const gate of own) if (gate.inputs.some((fact) => varying.has(fact))) gates.add(gate);
	const tests = [...gates].map(({ test }) => test);
	const known = new Map<number | string, Outlook>();
	const keyOf = (row: number): number | string => {
		if (tests.length > most) return tests.map((test) => test(row)).join('');
		let key = 0;
		for (let index = 0; index < tests.length; index++) key = key * 3 + (tests[index] as (typeof tests)[number])(row);
		return key;
	};
	return {
		outlookOf: (row) => {
			const key = keyOf(row);
			const found = known.get(key) ?? look(ground, entriesUnder(ground, row, family, option), varying, row);
			known.set(key, found);
			return found;
		},
	};
}

function look(ground: Ground, entries: readonly Entry[], varying: ReadonlySet<string>, row: number): Outlook {
	const passing = entries.filter(({ weighed }) => weighed.outcome > 0);
	const weighers = passing.map((entry) => weigherOf(ground, entry, varying, row));
	return {
		entries,
		choice: choiceOf(passing),
		signature: entries
			.map(({ weighed }) => (weighed.outcome === 0 ? weighed.failed : weighed.outcome === 1 ? '?' : ''))
			.join(','),
		weigh: (at) => {
			for (let index = 0; index < weighers.length; index++) (weighers[index] as (row: number) => void)(at);
		},
	};
}

/** Weighs a route as the kernel does, with what no row of the class can change reckoned once. */
function weigherOf(
	{ footing, money }: Ground,
	{ route, option, weighed }: Entry,
	varying: ReadonlySet<string>,
	first: number,
): (row: number) => void {
	const folded = (reckon: Reckon): Reckon => {
		if (footing.inputs.get(reckon)?.some((fact) => varying.has(fact)) !== false) return reckon;
		const value = reckon(first);
		return () => value;
	};
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
