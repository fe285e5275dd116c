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
	const { advice, sources, workOf } = materials;
	return advice.flows.flatMap((flow) => {
		const ids = flow.sources;
		const objects = isInPlace(flow.winner.route, materials) && ids.every((id) => sources.get(id)?.family === 'object');
		const apart = objects && ids.length <= mostApart;
		const groups = Map.groupBy(ids.keys(), (at) => (apart ? ids[at] : workOf(ids[at] as string)));
		return groups.size < 2 ? [flow] : partsOf(flow, [...groups.values()]);
	});
}

/** The parts of a flow; each is told by the places of its sources among those of the flow. */
function partsOf(flow: AdvisedFlow, parts: readonly (readonly number[])[]): readonly AdvisedFlow[] {
	const { estimates } = flow;
	const whole = dollarsOf(estimates ?? []);
	return parts.map((places, index) => {
		const sources = places.map((at) => flow.sources[at] as string);
		const own = estimates && places.map((at) => estimates[at] as Estimate);
		const count = sources.length / flow.sources.length;
		const dollars = dollarsOf(own ?? []);
		const share = (per: CostLine['per']): number => (whole[per] > 0 ? dollars[per] / whole[per] : count);
		const shares = { once: share('once'), month: share('month'), count };
		return partOf(flow, { sources, own, shares, first: index === 0 });
	});
}

/** What estimates come to. */
function dollarsOf(estimates: readonly Estimate[]): Record<CostLine['per'], number> {
	const sum = { once: 0, month: 0 };
	for (const { once, monthly } of estimates) {
		sum.once += once || 0;
		sum.month += monthly || 0;
	}
	return sum;
}

/** What a part has of the whole: of what is paid and, where that says nothing and for work, of the sources. */
type Shares = Readonly<Record<CostLine['per'] | 'count', number>>;

interface Part {
	readonly sources: readonly string[];
	readonly own: readonly Estimate[] | undefined;
	readonly shares: Shares;
	readonly first: boolean;
}

function partOf(flow: AdvisedFlow, { sources, own, shares, first }: Part): AdvisedFlow {
	const { place, winner, reasons, alternatives, rejected, changes, sizing } = flow;
	const { costs, unpriced, concerns = {} } = flow;
	const { route, carries, access, strategy, outcome, assuming, failed, dollars } = winner;
	const estimate = jointEstimate(winner.estimate, own ?? [], shares);
	const members = new Set(sources);
	return {
		...{ place, reasons, alternatives, rejected, changes, sizing },
		sources,
		cautions: flow.cautions.filter((one) => concerns[one]?.some((id) => members.has(id)) ?? true),
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
		...(own && { estimates: own }),
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
function jointEstimate(whole: Estimate, own: readonly Estimate[], shares: Shares): Estimate {
	const longest = (part: 'lead' | 'firstData' | 'complete' | 'freshness'): Estimate => {
		let most: number | undefined;
		for (const { [part]: value } of own) if (value !== undefined) most = Math.max(most ?? value, value);
		const value = most ?? whole[part];
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
		...shared('effortOnce', shares.count),
		...shared('effortMonthly', shares.count),
	};
}
