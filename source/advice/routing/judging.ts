import type { Class } from '../ground/classes.ts';
import { digitNumbers } from '../ground/digit-numbers.ts';
import type { Ground } from '../ground/ground.ts';
import { type CompiledGate, type Route, unweighed } from '../ground/kernel.ts';
import type { Entry } from './arrange.ts';
import { type Common, type Outlook, outlookOf } from './outlook.ts';
import type { PathOption } from './path-options.ts';

/** The gates of a family's routes, each once, and how what they say of a row is looked at. */
export interface Looker {
	readonly gates: readonly CompiledGate[];
	/** The places of those that read anything in which rows can differ; what the others say of one row they say of all. */
	readonly differing: readonly number[];
	/** The outlook of a row. `say` writes what those gates say of it, each at its place. */
	readonly look: (row: number, say: (verdicts: Uint8Array) => void) => Outlook;
	/** An outlook of another ground over the routes of this one. */
	readonly again: (before: Outlook) => Outlook;
	/** The same where only the routes that hang on some of the gates are judged anew. */
	readonly turned: (before: Outlook, row: number, gates: ReadonlySet<CompiledGate>) => Outlook;
}

/** A verdict that nobody asked for yet. */
const open = 3;

/** Every gate is judged at most once for a row, however many routes share it; those that fail alike share an outlook. */
export function lookerOf(ground: Ground, family: Class['family'], option: PathOption, common: Common): Looker {
	const { plans, routes, gates } = ground.rosterOf(family);
	// Those that need no line come first.
	const ordered = plans.lineless.map((index) => routes[index] as Route);
	const places = plans.lineless.map((index) => plans.places[index] as readonly number[]);
	const bySignature = new Map<string, Outlook>();
	const entryOf = failedKeeper();
	const asked = new Uint8Array(gates.length);
	const isDiffering = gates.map(({ inputs }) => inputs.some((fact) => ground.varying.has(fact)));
	const differs = (place: number): boolean => isDiffering[place] === true;
	let fixed: Uint8Array | undefined;
	const outlookFor = (signature: string, judgedOf: (index: number) => number): Outlook => {
		const known = bySignature.get(signature);
		if (known) return known;
		const entries = ordered.map((route, index) => entryOf(route, option, judgedOf(index)));
		const outlook = outlookOf(ground, entries, { family, signature, common });
		bySignature.set(signature, outlook);
		return outlook;
	};
	/** As `passes`: the first gate that fails, or how the route comes out. */
	const judge = (index: number, row: number, verdicts: Uint8Array): number => {
		const route = ordered[index] as Route;
		const own = places[index] as readonly number[];
		let outcome = holds;
		for (let at = 0; at < own.length; at++) {
			const gate = route.gates[at] as CompiledGate;
			const where = own[at] as number;
			if (verdicts[where] === open) verdicts[where] = gate.test(row);
			const verdict = verdicts[where];
			if (verdict === 2 || (verdict === 0 && gate.quota !== undefined)) continue;
			if (verdict === 0 && gate.sure) return at;
			outcome = unknown;
		}
		return outcome === holds && !lineless(route) && option.weighed.outcome === 1 ? unknown : outcome;
	};
	const digits = new Uint8Array(ordered.length);
	const numberOf = digitNumbers(2 + Math.max(1, ...ordered.map((route) => route.gates.length)));
	const byNumber: (Outlook | undefined)[] = [];
	const found = (judgedOf: (index: number) => number): Outlook => {
		for (let index = 0; index < digits.length; index++) digits[index] = judgedOf(index) - unknown;
		const number = numberOf(digits);
		const outlook =
			byNumber[number] ?? outlookFor(signed(family, digits), (index) => (digits[index] as number) + unknown);
		byNumber[number] = outlook;
		return outlook;
	};
	const again: Looker['again'] = ({ signature, entries }) =>
		outlookFor(signature, (index) => judgedIn((entries[index] as Entry).weighed));
	const hanging = once((turning: ReadonlySet<CompiledGate>) =>
		[...ordered.keys()].filter((index) => ordered[index]?.gates.some((gate) => turning.has(gate))),
	);
	return {
		gates,
		differing: [...gates.keys()].filter(differs),
		look: (row, say) => {
			fixed ??= Uint8Array.from(gates, ({ test }, place) => (differs(place) ? open : test(row)));
			asked.set(fixed);
			say(asked);
			return found((index) => judge(index, row, asked));
		},
		again,
		turned: (before, row, turning) => {
			asked.fill(open);
			const judged = before.entries.map(({ weighed }) => judgedIn(weighed));
			let isOther = false;
			for (const index of hanging(turning)) {
				const outcome = judge(index, row, asked);
				isOther ||= outcome !== judged[index];
				judged[index] = outcome;
			}
			return isOther ? found((index) => judged[index] as number) : again(before);
		},
	};
}

function signed(family: string, digits: Uint8Array): string {
	let signature = `${family}|`;
	for (const digit of digits) {
		const outcome = digit + unknown;
		signature += outcome >= 0 ? `${outcome},` : outcome === unknown ? '?,' : ',';
	}
	return signature;
}

/** Remembers what was made of the last. */
function once<A, B>(make: (from: A) => B): (from: A) => B {
	let last: { readonly from: A; readonly made: B } | undefined;
	return (from) => {
		if (last?.from !== from) last = { from, made: make(from) };
		return last.made;
	};
}

const lineless = ({ blueprint }: Route): boolean => !blueprint.line;

/** How a route comes out at which no gate fails. */
const [holds, unknown] = [-1, -2];

const judgedIn = ({ outcome, failed }: Entry['weighed']): number =>
	outcome === 2 ? holds : outcome === 1 ? unknown : failed;

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
