import type { Ground } from '../advice/ground/ground.ts';
import { needFacts, type ReadNeed } from '../advice/ground/need.ts';
import type { Need } from '../advice/routing/arrange.ts';
import type { Member } from '../advice/routing/draft.ts';
import { type Desk, readsIn } from './desk.ts';
import { type Guess, type Open, readIn } from './guesses.ts';

/** What a source needs, and how much it brings over a line. */
export interface Wanted {
	readonly need: Need | undefined;
	readonly volume: number | undefined;
	readonly change: number | undefined;
}

interface Wants {
	/** The same for whatever comes to the same as things stand, or as `near`. */
	readonly under: (guesses: readonly Guess[], near?: Wanted) => Wanted;
	/** Whether a guess of a fact may turn it. */
	readonly reads: (one: number) => boolean;
}

/** What matters only where some route keeps nothing of what it brings. */
const ofPassing: ReadonlySet<string> = new Set(['retraining', 'stateful', 'lookups']);

/** To be made while nothing is tried. */
export function wantedBy(
	{ table }: Ground,
	{ row, source, need, entries }: Member,
	open: readonly Open[],
	{ desk, readNeed }: { readonly desk: Desk; readonly readNeed: ReadNeed },
): Wants {
	const isPassing = entries.some(({ route }) => !route.blueprint.keeps);
	const isRead = (fact: string): boolean => needFacts.has(fact) && (isPassing || !ofPassing.has(fact));
	const reads = readsIn(open, isRead, source.id);
	const [volume, change] = ['volume', 'change'].map((fact) => table.columns.get(fact)?.values);
	const asThingsStand: Wanted = { need, volume: volume?.[row], change: change?.[row] };
	const singly: (Wanted | undefined)[] = [];
	const read = (guesses: readonly Guess[], near: Wanted): Wanted => {
		desk.write(guesses);
		const wanted = { need: readNeed(row, source.family), volume: volume?.[row], change: change?.[row] };
		return [asThingsStand, near].find((one) => isSame(one, wanted, isPassing)) ?? wanted;
	};
	return {
		under: (guesses, near = asThingsStand) => {
			const own = readIn(guesses, reads);
			if (own === 0) return asThingsStand;
			if (typeof own === 'number') return read(guesses, near);
			const wanted = singly[own.mark] ?? read(guesses, asThingsStand);
			singly[own.mark] = wanted;
			return wanted;
		},
		reads: (one) => reads[one] === 1,
	};
}

/** Whether nothing tells them apart; `isPassing`: nor where some route keeps nothing of what it brings. */
function isSame(a: Wanted, b: Wanted, isPassing: boolean): boolean {
	const [one, other] = [a.need, b.need];
	if (!Object.is(a.volume, b.volume) || !Object.is(a.change, b.change)) return false;
	if (!one || !other) return one === other;
	return (
		one.history === other.history &&
		one.changes === other.changes &&
		one.train === other.train &&
		Object.is(one.deadline, other.deadline) &&
		Object.is(one.freshness, other.freshness) &&
		(!isPassing ||
			(Object.is(one.copyAge, other.copyAge) &&
				one.computed === other.computed &&
				(!one.computed || one.raw === other.raw)))
	);
}
