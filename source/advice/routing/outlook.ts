import type { Class } from '../ground/classes.ts';
import type { Ground } from '../ground/ground.ts';
import { type CompiledGate, type Route, unweighed } from '../ground/kernel.ts';
import { type Choice, choiceOf, type Entry } from './arrange.ts';
import { type Merits, meritsEach, weigherOf } from './merits.ts';
import type { PathOption } from './path-options.ts';
import { type Ranking, rankingOf } from './ranking.ts';
import { type Way, type Ways, waysOf } from './ways.ts';

/** What the gates say under a line, for all sources of a family for which every one of them comes out alike. */
export interface Outlook {
	/** Every route and where it failed. Mutable: those that pass are weighed anew for each source. */
	readonly entries: readonly Entry[];
	/** Those that pass. */
	readonly choice: Choice;
	/** The family, and which of its routes failed at which gate; alike for sources that are judged alike. */
	readonly signature: string;
	/** Writes the merits of the routes that pass one behind the other, for a row over whose path facts the line is laid. */
	readonly weighInto: (row: number, into: Merits, at: number) => void;
	/** Weighs the routes that pass, for whoever looks at the entries. */
	readonly weigh: (row: number) => void;
	/** Ranks merits that were written so. */
	readonly rank: Ranking;
	readonly ways: Ways;
}

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
	/** The same where only gates that read some facts may come out otherwise. */
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
	const lookersOf = new Map<string, Looker>();
	const lookerFor = (family: Class['family']): Looker => {
		const known = lookersOf.get(family) ?? lookerOf(ground, family, option, { all, ways });
		lookersOf.set(family, known);
		return known;
	};
	const byClass: (PatternOf | undefined)[] = [];
	const alike = new Map<string, PatternOf>();
	const again: (Pattern | undefined)[] = [];
	const turned = new Map<string, Turned>();
	const all: Pattern[] = [];
	const ways: Way[] = [];
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
		const found = alike.get(key) ?? byPattern(open, look);
		alike.set(key, found);
		byClass[kind] = found;
		return found(row);
	};
	const familyOf = (row: number): Class['family'] => (classes.all[classes.of[row] as number] as Class).family;
	return {
		of,
		again: (before, row) => {
			const known = again[before.number];
			if (known) return known;
			const made = { outlook: lookerFor(familyOf(row)).again(before.outlook, row), number: all.length };
			all.push(made);
			again[before.number] = made;
			return made;
		},
		turned: (before, row, isChanged) => {
			const family = familyOf(row);
			const { gates, look } = lookerFor(family);
			const own = turned.get(family) ?? {
				gates: gates.filter(({ inputs }) => inputs.some(isChanged)),
				known: new Map<number, Pattern>(),
			};
			turned.set(family, own);
			if (own.gates.length > most / 2) return of(row);
			let key = before.number;
			for (let index = 0; index < own.gates.length; index++)
				key = key * 3 + (own.gates[index] as CompiledGate).test(row);
			const found = own.known.get(key) ?? look(row);
			own.known.set(key, found);
			return found;
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

/** Gates that may come out otherwise, and what was found for how they do. */
interface Turned {
	readonly gates: readonly CompiledGate[];
	readonly known: Map<number, Pattern>;
}

/** The gates of a family's routes, each once, and how what they say of a row is looked at. */
interface Looker {
	readonly gates: readonly CompiledGate[];
	readonly look: PatternOf;
	/** An outlook of another ground over the routes of this one. */
	readonly again: (before: Outlook, row: number) => Outlook;
}

/** Every gate is judged once for a row, however many routes share it; those that fail alike share an outlook. */
function lookerOf(
	ground: Ground,
	family: Class['family'],
	option: PathOption,
	made: { readonly all: Pattern[]; readonly ways: Way[] },
): Looker {
	const routes = ground.routesOf(family);
	// Those that need no line come first.
	const ordered = [...routes.filter(lineless), ...routes.filter((route) => !lineless(route))];
	const gates = [...new Set(routes.flatMap((route) => route.gates))];
	const place = new Map(gates.map((gate, index) => [gate, index]));
	const places = ordered.map((route) => route.gates.map((gate) => place.get(gate) as number));
	const bySignature = new Map<string, Outlook>();
	const entryOf = failedKeeper();
	const verdicts = new Uint8Array(gates.length);
	const outlookFor = (signature: string, row: number, judgedOf: (index: number) => number): Outlook => {
		const known = bySignature.get(signature);
		if (known) return known;
		const entries = ordered.map((route, index) => entryOf(route, option, judgedOf(index)));
		const outlook = outlookOf(ground, entries, { signature, row, made: made.ways });
		bySignature.set(signature, outlook);
		return outlook;
	};
	return {
		gates,
		again: ({ signature, entries }, row) =>
			outlookFor(signature, row, (index) => judgedIn((entries[index] as Entry).weighed)),
		look: (row) => {
			for (let index = 0; index < gates.length; index++) verdicts[index] = (gates[index] as CompiledGate).test(row);
			let signature = `${family}|`;
			const judged = ordered.map((route, index) => {
				const found = judge(route, places[index] as readonly number[], verdicts);
				const uncertain = found === holds && !lineless(route) && option.weighed.outcome === 1;
				const outcome = uncertain ? unknown : found;
				signature += outcome >= 0 ? `${outcome},` : outcome === unknown ? '?,' : ',';
				return outcome;
			});
			const outlook = outlookFor(signature, row, (index) => judged[index] as number);
			const pattern = { outlook, number: made.all.length };
			made.all.push(pattern);
			return pattern;
		},
	};
}

const lineless = ({ blueprint }: Route): boolean => !blueprint.line;

/** The first gate that fails, or how the route comes out. */
const [holds, unknown] = [-1, -2];

const judgedIn = ({ outcome, failed }: Entry['weighed']): number =>
	outcome === 2 ? holds : outcome === 1 ? unknown : failed;

/** As `passes`, over what the gates said already. */
function judge({ gates }: Route, places: readonly number[], verdicts: Uint8Array): number {
	let outcome = holds;
	for (let index = 0; index < places.length; index++) {
		const verdict = verdicts[places[index] as number];
		if (verdict === 2) continue;
		const { quota, sure } = gates[index] as CompiledGate;
		if (verdict === 0 && quota !== undefined) continue;
		if (verdict === 0 && sure) return index;
		outcome = unknown;
	}
	return outcome;
}

/** A route that failed at a gate is not weighed again, so that one entry serves all outlooks. */
function failedKeeper(): (route: Route, option: PathOption, judged: number) => Entry {
	const kept = new Map<Route, Map<number, Entry>>();
	const make = (route: Route, option: PathOption, judged: number): Entry => {
		const outcome = judged === holds ? 2 : judged === unknown ? 1 : 0;
		const weighed = { ...unweighed(), outcome, failed: Math.max(-1, judged) } as const;
		return lineless(route) ? { route, weighed } : { route, option, weighed };
	};
	return (route, option, judged) => {
		if (judged < 0) return make(route, option, judged);
		const own = kept.get(route) ?? new Map<number, Entry>();
		kept.set(route, own);
		const found = own.get(judged) ?? make(route, option, judged);
		own.set(judged, found);
		return found;
	};
}

function outlookOf(
	ground: Ground,
	entries: readonly Entry[],
	{ signature, row, made }: { readonly signature: string; readonly row: number; readonly made: Way[] },
): Outlook {
	const passing = entries.filter(({ weighed }) => weighed.outcome > 0);
	const weighers = passing.map((entry) => weigherOf(ground, entry, row));
	const choice = choiceOf(passing);
	const ways = waysOf(passing, made);
	const own = new Float64Array(passing.length * meritsEach);
	const weighInto: Outlook['weighInto'] = (at, into, from) => {
		for (let index = 0; index < weighers.length; index++)
			(weighers[index] as (typeof weighers)[number])(at, into, from + index * meritsEach);
	};
	return {
		entries,
		choice,
		signature,
		weighInto,
		weigh: (at) => {
			weighInto(at, own, 0);
			for (let index = 0; index < passing.length; index++) {
				const { weighed } = passing[index] as Entry;
				weighed.time = own[index * meritsEach] as number;
				weighed.age = own[index * meritsEach + 1] as number;
				weighed.dollars = own[index * meritsEach + 2] as number;
			}
		},
		rank: rankingOf(passing, choice, ways),
		ways,
	};
}
