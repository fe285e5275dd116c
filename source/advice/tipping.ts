import type { Vocabulary } from '../facts/fact.ts';
import { leavesOf } from '../rules/inputs.ts';
import type { Leg, Tipping } from './advice.ts';
import type { Carrier } from './arrange.ts';
import { legsOf } from './candidates.ts';
import { type Draft, narrowed } from './draft.ts';
import type { FlowDraft } from './flows.ts';
import type { Ground } from './ground.ts';
import { turnsWith } from './read-facts.ts';
import { type Settled, settle } from './settle.ts';
import { trialOf } from './trial.ts';

/** A tipping point that may turn the strategy, too. */
export interface Turn extends Tipping {
	/** Whether the route found there serves another strategy. */
	readonly otherStrategy: boolean;
}

interface Quantity {
	readonly fact: string;
	readonly present: number;
	readonly low: number;
	readonly high: number;
	readonly source?: string;
}

const gridPoints = 25;
/** How near a tipping point is found: 1 %. */
const nearness = 1.01;

/**
For each quantity that a person could know, the nearest value below and above the present one at which another route carries
this part of the lead of a flow. The thresholds that rules mention and a coarse grid are tried from the present value
outwards, and the first interval with a change is halved until it is found within 1 %.
*/
export function tippingPoints(
	ground: Ground,
	flow: FlowDraft,
	{ draft, facts }: { readonly draft: Draft; readonly facts: readonly string[] },
): readonly Turn[] {
	const { source, carrier } = flow.lead;
	const index = draft.members.findIndex((member) => member.source === source);
	const look = (settled: Settled): readonly Carrier[] => carriersOf(settled, index, carrier);
	const before = look(settle(ground, draft));
	return facts.flatMap((fact) => {
		const quantity = quantityOf(ground, flow, fact);
		if (!quantity) return [];
		const left = narrowed(draft, new Set(turnsWith(fact)));
		const trial = trialOf(ground, left);
		const at = (value: number) =>
			trial([{ fact, value, always: true, ...(quantity.source !== undefined && { source: quantity.source }) }], look);
		const points = pointsOf(ground, left, index, quantity);
		return (['below', 'above'] as const).flatMap((direction) => turnOf(quantity, points, direction, { before, at }));
	});
}

function quantityOf({ given, read }: Ground, { lead }: FlowDraft, fact: string): Quantity | undefined {
	const said = (given.vocabulary as Vocabulary)[fact];
	if (said?.type !== 'quantity' || said.question === undefined) return undefined;
	const present = read(lead.source, fact)?.value;
	if (typeof present !== 'number') return undefined;
	const [low, high] = said.plausible;
	return {
		fact,
		present,
		low: Math.max(low, high * 1e-12),
		high,
		...(said.about === 'source' && { source: lead.source.id }),
	};
}

/** Values worth trying: both sides of what rules compare the fact with, and a grid, in ascending order. */
function pointsOf(
	{ table }: Ground,
	{ members, options }: Draft,
	index: number,
	quantity: Quantity,
): readonly number[] {
	const member = members[index];
	if (!member) return [];
	const gates = new Set([
		...member.entries.flatMap(({ route }) => route.gates),
		...options.flatMap(({ path }) => path?.gates ?? []),
	]);
	const thresholds = [...gates].flatMap(({ that, inputs }) =>
		inputs.includes(quantity.fact)
			? boundsOn(that, quantity.fact, (fact) => table.columns.get(fact)?.values[member.row])
			: [],
	);
	const inTerms =
		member.entries.some(({ route }) => route.terms.has(quantity.fact)) ||
		options.some(({ path }) => path?.terms.has(quantity.fact));
	const step = (quantity.high / quantity.low) ** (1 / (gridPoints - 1));
	const grid =
		inTerms || ownTerms.has(quantity.fact)
			? Array.from({ length: gridPoints }, (_, n) => quantity.low * step ** n)
			: [];
	const found = thresholds.flatMap((at) => [at * (1 - 1e-6), at, at * (1 + 1e-6)]);
	return [...new Set([...found, ...grid])]
		.filter((value) => value >= quantity.low * (1 - 1e-9) && value <= quantity.high * (1 + 1e-9))
		.toSorted((a, b) => a - b);
}

/** Facts that the ranking itself reads. */
const ownTerms: ReadonlySet<string> = new Set([
	'deadline',
	'freshness',
	'features.freshness',
	'retraining',
	'volume',
	'change',
	'cost.hour',
	'cost.months',
]);

function boundsOn(
	condition: Parameters<typeof leavesOf>[0],
	fact: string,
	cell: (fact: string) => number | undefined,
): readonly number[] {
	return leavesOf(condition).flatMap((leaf) => {
		const bound = 'atLeast' in leaf ? leaf.atLeast : 'atMost' in leaf ? leaf.atMost : undefined;
		if (bound === undefined) return [];
		const at =
			typeof bound === 'number'
				? leaf.fact === fact
					? bound
					: undefined
				: cell(bound.fact === fact ? leaf.fact : bound.fact);
		return at === undefined || Number.isNaN(at) || at <= 0 ? [] : [at];
	});
}

function turnOf(
	{ fact, present, low }: Quantity,
	points: readonly number[],
	direction: 'above' | 'below',
	{ before, at }: { readonly before: readonly Carrier[]; readonly at: (value: number) => readonly Carrier[] },
): readonly Turn[] {
	const outward =
		direction === 'above'
			? points.filter((point) => point > present)
			: points.filter((point) => point < present).toReversed();
	const same = (carriers: readonly Carrier[]) => keyOf(carriers) === key;
	const key = keyOf(before);
	let near = present;
	for (const point of outward) {
		const after = at(point);
		if (same(after)) {
			near = point;
			continue;
		}
		let far = point;
		let becomes = after;
		while (far > low && Math.max(near, far) > Math.min(near, far) * nearness) {
			const middle = near > 0 && far > 0 ? Math.sqrt(near * far) : (near + far) / 2;
			const found = at(middle);
			if (same(found)) near = middle;
			else [far, becomes] = [middle, found];
		}
		const otherStrategy = strategiesOf(becomes) !== strategiesOf(before);
		return [{ fact, direction, at: far, becomes: legsOfAll(becomes), otherStrategy }];
	}
	return [];
}

/** What carries the same part for the same purpose: one route, or two where it was one for all. */
function carriersOf({ arrangements }: Settled, index: number, { part, purpose }: Carrier): readonly Carrier[] {
	const fitting = (arrangements[index]?.carriers ?? []).filter(
		(carrier) => carrier.purpose === purpose || carrier.purpose === 'all' || purpose === 'all',
	);
	return fitting.filter((carrier) => carrier.part === part || carrier.part === 'both' || part === 'both');
}

const strategiesOf = (carriers: readonly Carrier[]): string =>
	[...new Set(carriers.map(({ entry }) => entry.route.blueprint.strategy))].toSorted().join();
const legsOfAll = (carriers: readonly Carrier[]): readonly Leg[] => carriers.flatMap(({ entry }) => legsOf(entry));
const keyOf = (carriers: readonly Carrier[]): string =>
	legsOfAll(carriers)
		.map(({ service, mode }) => `${service}:${mode}`)
		.join('>');
