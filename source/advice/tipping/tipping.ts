import type { Leg, Tipping } from '../advice.ts';
import type { Ground } from '../ground/ground.ts';
import { isScoredFresh, turnsWith } from '../ground/read-facts.ts';
import type { Carrier } from '../routing/arrange.ts';
import { legsOf } from '../routing/candidates.ts';
import type { FlowDraft } from '../routing/flows.ts';
import type { Decided } from '../routing/settle.ts';
import { isAskedAmount } from './asked-amount.ts';
import { matters } from './lively.ts';
import { pointsReader, type Quantity } from './points.ts';
import type { Scene } from './scene.ts';

/** A tipping point that may turn the strategy, too. */
export interface Turn extends Tipping {
	/** Whether the route found there serves another strategy. */
	readonly otherStrategy: boolean;
}

/** How near a tipping point is found: 1 %. */
const nearness = 1.01;

/**
For each quantity that a person could know, the nearest value below and above the present one at which another route carries
this part of the lead of a flow. The thresholds that rules mention and a coarse grid are tried from the present value
outwards, and the first interval with a change is halved until it is found within 1 %.
*/
export function tippingPoints(ground: Ground, flow: FlowDraft, { stage }: Pick<Scene, 'stage'>): readonly Turn[] {
	const { live: draft, trial, facts } = stage();
	const { source, carrier } = flow.lead;
	const index = draft.members.findIndex((member) => member.source === source);
	const pointsOf = pointsReader(ground, draft, index);
	const scored = draft.members.some((member) => isScoredFresh(member.source, ground.nearest));
	const look = (settled: Decided): readonly Carrier[] => carriersOf(settled, index, carrier);
	const before = trial.under([], look);
	const turns = facts.flatMap((fact) => {
		const quantity = quantityOf(ground, flow, fact);
		const turning = turnsWith(fact).filter((one) => one === fact || one !== 'freshness' || scored);
		if (!quantity || !matters(draft, fact, quantity.source, turning)) return [];
		const at = (value: number) =>
			trial.under(
				[{ fact, value, always: true, ...(quantity.source !== undefined && { source: quantity.source }) }],
				look,
			);
		const points = pointsOf(quantity);
		return (['below', 'above'] as const).flatMap((direction) => turnOf(quantity, points, direction, { before, at }));
	});
	trial.end();
	return turns;
}

function quantityOf({ given, read }: Ground, { lead }: FlowDraft, fact: string): Quantity | undefined {
	const said = given.vocabulary[fact];
	if (!isAskedAmount(said)) return undefined;
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
	const key = keyOf(before);
	const same = (carriers: readonly Carrier[]) => isSame(carriers, before) || keyOf(carriers) === key;
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
function carriersOf({ arrangements }: Decided, index: number, { part, purpose }: Carrier): readonly Carrier[] {
	const fitting = (arrangements[index]?.carriers ?? []).filter(
		(carrier) => carrier.purpose === purpose || carrier.purpose === 'all' || purpose === 'all',
	);
	return fitting.filter((carrier) => carrier.part === part || carrier.part === 'both' || part === 'both');
}

const strategiesOf = (carriers: readonly Carrier[]): string =>
	[...new Set(carriers.map(({ entry }) => entry.route.blueprint.strategy))].toSorted().join();
const legsOfAll = (carriers: readonly Carrier[]): readonly Leg[] => carriers.flatMap(({ entry }) => legsOf(entry));
const isSame = (some: readonly Carrier[], others: readonly Carrier[]): boolean =>
	some.length === others.length && some.every(({ entry }, index) => entry === others[index]?.entry);
const keyOf = (carriers: readonly Carrier[]): string =>
	legsOfAll(carriers)
		.map(({ service, mode }) => `${service}:${mode}`)
		.join('>');
