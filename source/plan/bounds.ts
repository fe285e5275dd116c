import type { Tipping } from '../advice/advice.ts';
import type { Known } from '../estate/estate.ts';
import { roundedAmount } from '../facts/amount-text.ts';
import type { Quantity } from '../facts/fact.ts';
import type { Delivery } from './deliveries.ts';
import { routeTitle } from './legs.ts';
import type { Materials } from './materials.ts';
import type { Finding, PlannedAssumption } from './plan.ts';
import { idOf } from './plan-ids.ts';

/** A fact of which only an interval is known, and where in it another route would be better. */
interface Undecided {
	readonly delivery: Delivery;
	readonly change: Tipping;
	readonly sources: readonly string[];
	readonly known: Known & { readonly between: readonly [low: number, high: number] };
	readonly form: Quantity;
}

/**
Where a route rests on an end of an interval. A measurement that is only a bound, or a sample, decides as long as the route is
the same over all of its interval; where it is not, the end that was reckoned with is an assumption, and whoever knows better
is asked to say so.
*/
export function undecidedIn(deliveries: readonly Delivery[], materials: Materials): readonly Undecided[] {
	const { sources, known, vocabulary } = materials;
	return deliveries.flatMap((delivery) =>
		delivery.flow.changes.flatMap((change): readonly Undecided[] => {
			const form = vocabulary[change.fact];
			if (form?.type !== 'quantity') return [];
			const meant = delivery.flow.sources.flatMap((id) => {
				const one = known(sources.get(id), change.fact);
				return one && isWithin(change.at, one) ? [{ id, one }] : [];
			});
			const [first] = meant;
			if (!first) return [];
			return [{ delivery, change, sources: meant.map(({ id }) => id), known: first.one, form }];
		}),
	);
}

function isWithin(at: number, known: Known): known is Undecided['known'] {
	const [low, high] = known.between ?? [0, 0];
	return low < at && at < high;
}

/** Each of them as a finding: what is known, what was reckoned with, and what would be otherwise. */
export function boundFindings(undecided: readonly Undecided[], materials: Materials): readonly Finding[] {
	return undecided.map(({ delivery, change, sources, known, form }): Finding => {
		const { fact, direction, at, becomes } = change;
		const other = routeTitle([...new Set(becomes.map(({ service }) => service))], materials);
		const title = materials.title(fact);
		const write = (amount: number): string => roundedAmount(form.unit, amount);
		return {
			id: idOf(delivery.id, `${fact.replaceAll('.', '-')}-bound`),
			severity: 'low',
			control: 'bound',
			title: `${delivery.from}: ${title.charAt(0).toLowerCase()}${title.slice(1)} is only known as an interval`,
			about: [delivery.id, ...sources.toSorted()],
			says: `It is ${intervalText(known, form)}; the route is chosen for ${write(Number(known.value))}. ${direction === 'above' ? 'Above' : 'Below'} ${write(at)} it would be ${other === '' ? 'another one' : other}.`,
			remedy: 'Say in the answers what it is, if somebody knows it.',
		};
	});
}

/** Each of them as what it is until somebody says more: an assumption. */
export function boundAssumptions(undecided: readonly Undecided[], { title }: Materials): readonly PlannedAssumption[] {
	const found = new Map<string, PlannedAssumption>();
	for (const { change, sources, known, form } of undecided) {
		const says = `${roundedAmount(form.unit, Number(known.value))}, though it is ${intervalText(known, form)}`;
		const key = `${change.fact} ${says}`;
		const about = [...new Set([...(found.get(key)?.about ?? []), ...sources])].toSorted();
		found.set(key, { fact: change.fact, title: title(change.fact), about, value: known.value, says });
	}
	return [...found.values()];
}

/** `at most 2 GB/day`, `at least 40 TB`, `between 3 and 5 million`. */
function intervalText({ between: [low, high] }: Undecided['known'], { unit, plausible }: Quantity): string {
	if (low <= plausible[0]) return `at most ${roundedAmount(unit, high)}`;
	if (high >= plausible[1]) return `at least ${roundedAmount(unit, low)}`;
	return `between ${roundedAmount(unit, low)} and ${roundedAmount(unit, high)}`;
}
