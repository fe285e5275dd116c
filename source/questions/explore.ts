import type { Draft } from '../advice/draft.ts';
import type { Ground } from '../advice/ground.ts';
import { moneyFacts } from '../advice/kernel.ts';
import { isRanked } from '../advice/lively.ts';
import { turnsWith } from '../advice/read-facts.ts';
import type { Trial, Try } from '../advice/trial.ts';
import type { FactValue } from '../facts/fact.ts';
import { favourable } from './favourable.ts';
import { type Costed, cost, type Difference, differenceOf, type Seen, see } from './seen.ts';
import type { ValuesOf } from './values.ts';

/** An open fact of a draft: of the workload, of its place, or of one source. */
export interface Open {
	readonly fact: string;
	readonly source?: string;
}

/** An open fact that can change a route of the draft. */
export interface Decisive {
	readonly open: Open;
	/** What each value tried does by itself. */
	readonly alone: readonly { readonly value: FactValue; readonly difference: Difference }[];
	/** Where no value does anything by itself: one that does together with other open facts. */
	readonly together?: { readonly value: FactValue; readonly others: readonly Try[]; readonly difference: Difference };
}

/** How often the same facts are looked at as what a route that does not pass would need. */
const enough = 2;

/**
Finds the open facts of a draft that are decisive: completions of the open facts that differ only in one give different
routes. From the plan as it stands every open fact is tried alone; then again from every completion that took another route,
and from those that favour a route which never won.
*/
export function explore(
	ground: Ground,
	draft: Draft,
	how: {
		readonly open: readonly Open[];
		/** What is known or assumed of it; the same wherever it is read. */
		readonly present: (open: Open) => FactValue | undefined;
		readonly valuesOf: ValuesOf;
		readonly trial: Trial;
		/** True: every fact is tried alone, and nothing beside another. */
		readonly aloneOnly?: boolean;
	},
): readonly Decisive[] {
	const { open, valuesOf, trial } = how;
	const few = new Map<Open, readonly FactValue[]>();
	/** Of many amounts three, evenly spread: enough to tell whether a fact decides beside another. Never the one that it has. */
	const fewOf = (one: Open): readonly FactValue[] => {
		const known = few.get(one);
		if (known) return known;
		const present = how.present(one);
		const values = spread(valuesOf(one.fact), [0, 0.5, 1]).filter((value) => !isSame(value, present));
		few.set(one, values);
		return values;
	};
	const found = new Map<Open, Decisive>();
	const taken = draft.members.map(() => new Set<string>());
	const queue: (readonly Try[])[] = [];
	const costOf = (tries: readonly Try[]): Costed => trial.under(tries, (settled) => cost(draft, settled));
	const seeOf = (tries: readonly Try[]): Seen => trial.under(tries, see);
	/** Goes on from here later if a source takes a route that it took nowhere else. */
	const meet = ({ routes }: Seen, tries: readonly Try[]): void => {
		const fresh = routes.filter((route, index) => !taken[index]?.has(route));
		routes.forEach((route, index) => {
			taken[index]?.add(route);
		});
		if (fresh.length > 0) queue.push(tries);
	};
	const base = costOf([]);
	const singly = new Map<string, string>();
	meet(base, []);
	queue.length = 0;
	for (const one of open) {
		const alone = valuesOf(one.fact).map((value) => {
			const tries = [tryOf(one, value)];
			const seen = seeOf(tries);
			singly.set(keyOf(one, value), seen.all);
			if (seen.all === base.all) return { value, difference: unchanged };
			meet(seen, tries);
			return { value, difference: differenceOf(draft, base, costOf(tries)) };
		});
		if (alone.some(({ difference }) => difference !== unchanged)) found.set(one, { open: one, alone });
	}
	const turned = ({ routes }: Seen): ReadonlySet<string> =>
		new Set(draft.members.flatMap(({ source }, index) => (routes[index] === base.routes[index] ? [] : [source.id])));
	if (how.aloneOnly) {
		trial.end();
		return [...found.values()];
	}
	const noteTogether = (one: Open, value: FactValue, others: readonly Try[]): void => {
		const difference = differenceOf(draft, costOf(others), costOf([...others, tryOf(one, value)]));
		found.set(one, { open: one, alone: [], together: { value, others, difference } });
	};
	/** What was tried is decisive where taking it back changes a route. */
	const notePivots = (tries: readonly Try[], seen: Seen): void => {
		for (const tried of tries) {
			const one = open.find((candidate) => isOf(tried, candidate));
			if (!one || found.has(one)) continue;
			const others = tries.filter((other) => other !== tried);
			if (seeOf(others).all !== seen.all) noteTogether(one, tried.value, others);
		}
	};
	const isFound = (tried: Try): boolean => [...found.keys()].some((one) => isOf(tried, one));
	const scan = (completion: readonly Try[], concerns: (fact: string) => boolean, everybody = true): void => {
		const settled = completion.length > 1 || completion.every(isFound);
		const unasked = open.filter(
			(one) => !(settled && found.has(one)) && concerns(one.fact) && !completion.some((tried) => isOf(tried, one)),
		);
		if (unasked.length === 0) return;
		const before = seeOf(completion);
		// Over the same line a source whose route is as it was has been tried already.
		const left =
			everybody || before.line !== base.line
				? unasked
				: unasked.filter(({ source }) => source === undefined || turned(before).has(source));
		for (const one of left) {
			for (const value of fewOf(one)) {
				const tries = [...completion, tryOf(one, value)];
				const seen = seeOf(tries);
				const [first, ...more] = completion;
				const other = first && more.length === 0 ? open.find((candidate) => isOf(first, candidate)) : undefined;
				if (first && other && !found.has(other) && seen.all !== singly.get(keyOf(one, value))) {
					noteTogether(other, first.value, [tryOf(one, value)]);
				}
				if (seen.all === before.all) continue;
				meet(seen, tries);
				if (!found.has(one)) noteTogether(one, value, completion);
				notePivots(tries, seen);
			}
		}
	};
	const goOn = (): void => {
		for (let next = queue.shift(); next; next = queue.shift()) scan(next, () => true, false);
	};
	goOn();
	// What nobody knows at all has no value to start from: each of its values is a start.
	for (const one of open) {
		if (how.present(one) !== undefined || ground.given.vocabulary[one.fact]?.type !== 'quantity') continue;
		const starts = spread(valuesOf(one.fact), [0, 0.25, 0.5, 0.75, 1]);
		for (const value of starts) scan([tryOf(one, value)], () => true, false);
		goOn();
	}
	// Where two facts turn a third together, or are multiplied, neither may do anything alone.
	for (const one of open) {
		const turning = turnsWith(one.fact).slice(1);
		const together = (fact: string) =>
			moneyFacts.has(one.fact) ? moneyFacts.has(fact) : turnsWith(fact).some((other) => turning.includes(other));
		if (turning.length === 0 && !moneyFacts.has(one.fact)) continue;
		for (const value of fewOf(one)) scan([tryOf(one, value)], together);
	}
	goOn();
	trial.end();
	const looked = new Map<string, number>();
	for (const { tries, reads } of favourable(ground, draft, { open, valuesOf })) {
		const unfound = tries.filter((tried) => !isFound(tried)).map(({ fact, source }) => `${fact}/${source ?? ''}`);
		const times = looked.get(unfound.join()) ?? 0;
		if (times >= enough) continue;
		looked.set(unfound.join(), times + 1);
		const seen = seeOf(tries);
		notePivots(tries, seen);
		meet(seen, tries);
		scan(tries, (fact) => reads.has(fact) || isRanked(fact));
		goOn();
	}
	trial.end();
	return [...found.values()];
}

function spread(values: readonly FactValue[], shares: readonly number[]): readonly FactValue[] {
	if (values.length <= shares.length || typeof values[0] !== 'number') return values;
	const last = values.length - 1;
	return shares.flatMap((share) => values[Math.round(share * last)] ?? []);
}

const isSame = (a: FactValue, b: FactValue | undefined): boolean =>
	a === b || (Array.isArray(a) && Array.isArray(b) && a.join() === b.join());

const unchanged: Difference = { changes: [], monthly: 0, dollars: 0 };

const tryOf = ({ fact, source }: Open, value: FactValue): Try => ({
	fact,
	value,
	...(source !== undefined && { source }),
});

const keyOf = ({ fact, source }: Open, value: FactValue): string => `${fact}/${source ?? ''}=${JSON.stringify(value)}`;

const isOf = (tried: Try, open: Open): boolean => tried.fact === open.fact && tried.source === open.source;
