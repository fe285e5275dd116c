import type { AdvisedFlow, Candidate, CostLine, Estimate } from '../advice/advice.ts';
import { isInPlace } from './legs.ts';
import type { Materials } from './materials.ts';

/** Objects read in place are a flow for each source, so that jobs can name its bucket; beyond this many they stay together. */
const mostApart = 50;

/**
Advised flows, parted where their sources go on differently after arrival: another zone, other work. Sources alike in both stay
together. What a flow costs and takes is shared out, so that the parts come to the same.
*/
export function partedFlows(materials: Materials): readonly AdvisedFlow[] {
	const { advice, sources } = materials;
	const work = workBySource(materials);
	return advice.flows.flatMap((flow) => {
		const objects =
			isInPlace(flow.winner.route, materials) && flow.sources.every((id) => sources.get(id)?.family === 'object');
		const apart = objects && flow.sources.length <= mostApart;
		const groups = Map.groupBy(flow.sources, (id) => (apart ? id : (work.get(id) ?? '')));
		return groups.size < 2 ? [flow] : [...groups.values()].map((part, index) => partOf(flow, part, index === 0));
	});
}

/** Ids of the preparations that concern each source, as one text. */
function workBySource({ advice }: Materials): ReadonlyMap<string, string> {
	const found = new Map<string, string>();
	for (const { id, sources } of advice.preparations) {
		for (const source of sources) found.set(source, `${found.get(source) ?? ''} ${id}`);
	}
	return found;
}

function partOf(flow: AdvisedFlow, sources: readonly string[], first: boolean): AdvisedFlow {
	const { place, winner, reasons, alternatives, rejected, changes, sizing } = flow;
	const { costs, estimates, unpriced, concerns = {} } = flow;
	const { route, carries, access, strategy, outcome, assuming, failed, dollars } = winner;
	const own = Object.fromEntries(sources.flatMap((id) => (estimates?.[id] ? [[id, estimates[id]]] : [])));
	const count = sources.length / flow.sources.length;
	const share = (per: CostLine['per']): number => {
		const dollars = (all: Iterable<Estimate>) =>
			[...all].reduce((sum, one) => sum + (one[per === 'once' ? 'once' : 'monthly'] || 0), 0);
		const total = dollars(Object.values(estimates ?? {}));
		return total > 0 ? dollars(Object.values(own)) / total : count;
	};
	const shares = { once: share('once'), month: share('month') };
	const estimate = jointEstimate(winner.estimate, Object.values(own), shares, count);
	return {
		...{ place, reasons, alternatives, rejected, changes, sizing },
		sources,
		cautions: flow.cautions.filter((one) => concerns[one]?.some((id) => sources.includes(id)) ?? true),
		concerns,
		winner: {
			...{ route, carries, access, strategy, outcome, assuming, estimate },
			...(failed && { failed }),
			...(dollars !== undefined && { dollars }),
			...lateness(winner, estimate),
		},
		costs: costs.map((line) => ({
			...line,
			quantity: line.quantity * shares[line.per],
			dollars: line.dollars * shares[line.per],
		})),
		...(estimates && { estimates: own }),
		// Told once, since it is said of all of them.
		...(unpriced && first && { unpriced }),
	};
}

/** How much a part is late and stale, against the deadline and age that the whole was held to. */
function lateness({ estimate: whole, late, stale }: Candidate, own: Estimate): Pick<Candidate, 'late' | 'stale'> {
	const time = ({ lead = 0, complete = 0 }: Estimate): number => lead + complete;
	return {
		late: late > 0 ? Math.max(0, late - (time(whole) - time(own))) : late,
		stale: stale > 0 ? Math.max(0, stale - ((whole.freshness ?? 0) - (own.freshness ?? 0))) : stale,
	};
}

/** The longest times of the part's own sources, its share of money and of work. */
function jointEstimate(
	whole: Estimate,
	own: readonly Estimate[],
	shares: Readonly<Record<CostLine['per'], number>>,
	count: number,
): Estimate {
	const longest = (part: 'lead' | 'firstData' | 'complete' | 'freshness'): Estimate => {
		const known = own.flatMap((one) => one[part] ?? []);
		const value = known.length > 0 ? Math.max(...known) : whole[part];
		return value === undefined ? {} : { [part]: value };
	};
	const shared = (part: 'once' | 'monthly' | 'effortOnce' | 'effortMonthly', share: number): Estimate => {
		const value = whole[part];
		return value === undefined ? {} : { [part]: value * share };
	};
	return {
		...longest('lead'),
		...longest('firstData'),
		...longest('complete'),
		...longest('freshness'),
		...shared('once', shares.once),
		...shared('monthly', shares.month),
		...shared('effortOnce', count),
		...shared('effortMonthly', count),
	};
}
