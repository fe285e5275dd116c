import { isOfLine } from '../../facts/fact.ts';
import type { AdvisedFlow } from '../advice.ts';
import type { Ground } from '../ground/ground.ts';
import { once } from '../ground/once.ts';
import { arrange, type Carrier, type Entry, scoreOf } from '../routing/arrange.ts';
import { weighedCandidate } from '../routing/candidates.ts';
import type { Member } from '../routing/draft.ts';
import type { FlowDraft } from '../routing/flows.ts';
import { compareScores, type Score } from '../routing/rank.ts';
import { covers, otherMode, rejection } from './rejections.ts';
import { type Rival, whyNot } from './why-not.ts';

type Rejected = AdvisedFlow['rejected'][number];

/**
What else could carry the lead of a flow, and what could not: one alternative for each other service that passes and one
over another line for the winner's own, best first; every other service that reads its family among the rejected, in the
way in which it comes furthest. `lead` holds the lead with its routes over every line that passes, `whole` over the others as well,
where there are any.
*/
export function rivalsOf(
	ground: Ground,
	flow: FlowDraft,
	{ lead: member, whole }: { readonly lead: Member; readonly whole: (() => Member) | undefined },
): Pick<AdvisedFlow, 'alternatives' | 'rejected'> {
	const { lead } = flow;
	const winner = lead.carrier.entry;
	const own = winner.route.blueprint.service;
	// What carries the same source already, in this route or beside it, is not rejected.
	const used = new Set(
		lead.arrangement?.carriers.flatMap(({ entry }) => entry.route.blueprint.legs.map((leg) => leg.service)),
	);
	const rivals: Rival[] = [];
	const rejected: Rejected[] = [];
	const beside: Rejected[] = [];
	const { part } = lead.carrier;
	const everywhere = once(() => whole?.() ?? member);
	for (const serving of servicesOf(member.entries).values()) {
		const { service, entries, passing } = serving;
		const best = bestRival(flow, member, service === own ? overOtherLines(passing, winner) : passing);
		const found = best && isTaken(best, lead) ? undefined : best;
		if (found) rivals.push(found);
		else if (service !== own) {
			const isFar =
				used.has(service) ||
				(service !== flow.chosen && isBeside(ground, service, { row: lead.row, entries, everywhere }));
			(isFar ? beside : rejected).push(rejectionOf(ground, serving, part));
		}
	}
	// Where nothing else reads the family: another mode of the same, or what else there is, however far from this data.
	if (rivals.length + rejected.length === 0) {
		const other = bestRival(flow, member, otherModes(member.entries, winner));
		const modes = other ? [] : otherModes(everywhere().entries, winner);
		if (other) rivals.push(other);
		else if (modes.length > 0) rejected.push(otherMode(ground, modes, winner, part));
		else rejected.push(...beside);
	}
	return {
		alternatives: rivals
			.toSorted((a, b) => compareScores(a.way, b.way))
			.map(({ entry, way }) => ({
				candidate: weighedCandidate(ground, lead, entry, part),
				reason: whyNot(ground, flow, { entry, way }),
			})),
		rejected: rejected.toSorted((a, b) => (a.service < b.service ? -1 : 1)),
	};
}

/** The routes of a service, and those of them that pass. */
interface Serving {
	readonly service: string;
	readonly entries: readonly Entry[];
	readonly passing: readonly Entry[];
	/** Why it does not carry a part, as far as somebody asked. */
	readonly why: Map<string, Rejected>;
}

const byService = new WeakMap<readonly Entry[], ReadonlyMap<string, Serving>>();

/** Routes by their service; those of an outlook are asked for again for each flow that shares it. */
function servicesOf(entries: readonly Entry[]): ReadonlyMap<string, Serving> {
	const known = byService.get(entries);
	if (known) return known;
	const found = new Map<string, Serving>();
	for (const [service, own] of Map.groupBy(entries, ({ route }) => route.blueprint.service))
		found.set(service, {
			service,
			entries: own,
			passing: own.filter(({ weighed }) => weighed.outcome > 0),
			why: new Map(),
		});
	byService.set(entries, found);
	return found;
}

function rejectionOf(ground: Ground, { service, entries, why }: Serving, part: Carrier['part']): Rejected {
	const found = why.get(part) ?? rejection(ground, service, entries, part);
	why.set(part, found);
	return found;
}

/** It is for other data, or takes nobody new and would not fit this data besides: nobody would have asked for it here. */
function isBeside(
	{ given }: Ground,
	service: string,
	{
		row,
		entries,
		everywhere,
	}: { readonly row: number; readonly entries: readonly Entry[]; readonly everywhere: () => Member },
): boolean {
	if (entries.every(({ route }) => route.scopes.some(({ test }) => test(row) === 0))) return true;
	if (given.catalog.services[service]?.availability.state === 'open') return false;
	const failsBesides = ({ route, weighed }: Entry): boolean =>
		route.gates.some(
			({ sure, inputs, test }, index) => index > weighed.failed && sure && !inputs.some(isOfLine) && test(row) === 0,
		);
	if (!entries.every(failsBesides)) return false;
	return servicesOf(everywhere().entries).get(service)?.entries.every(failsBesides) ?? true;
}

/** The source goes this way already: a part of it by the one, another by the other. */
const isTaken = ({ way }: Rival, { arrangement }: FlowDraft['lead']): boolean =>
	way.carriers.every(({ entry }) => arrangement?.carriers.some((own) => isSame(own.entry, entry)));

const isSame = (a: Entry, b: Entry): boolean => a.route === b.route && lineOf(a) === lineOf(b);
const lineOf = ({ option }: Entry): number => option?.order ?? -1;
const overOtherLines = (entries: readonly Entry[], winner: Entry): readonly Entry[] =>
	entries.filter((entry) => lineOf(entry) !== lineOf(winner));
const otherModes = (entries: readonly Entry[], winner: Entry): readonly Entry[] =>
	entries.filter((entry) => !isSame(entry, winner) && entry.route.blueprint.service === winner.route.blueprint.service);

function bestRival({ lead, place }: FlowDraft, member: Member, entries: readonly Entry[]): Rival | undefined {
	if (entries.length === 0) return undefined;
	const { need } = lead;
	const { part, purpose } = lead.carrier;
	const { history, changes, deadline } = need;
	const wanted = { history, changes, deadline, age: purpose === 'keep' ? need.copyAge : need.freshness };
	// For each line the best of the service by itself is the one to look at closer.
	const nearest = new Map<number, { readonly entry: Entry; readonly score: Score }>();
	for (const entry of entries) {
		const { weighed, route, option } = entry;
		if (weighed.outcome === 0 || option?.weighed.outcome === 0 || !covers(route.blueprint.carries, part)) continue;
		const score = scoreOf(entry, part, wanted);
		const known = nearest.get(lineOf(entry));
		if (!known || compareScores(score, known.score) < 0) nearest.set(lineOf(entry), { entry, score });
	}
	let best: Rival | undefined;
	for (const { entry } of nearest.values()) {
		const option = entry.option ?? place.option;
		const index = place.options.findIndex(({ order }) => order === option.order);
		const way = index < 0 ? undefined : arrange(member.under(index), need, (one) => one === entry);
		if (!way) continue;
		const rival = {
			entry,
			way: { ...way, dollars: way.dollars + option.weighed.dollars - place.option.weighed.dollars },
		};
		if (!best || compareScores(rival.way, best.way) < 0) best = rival;
	}
	return best;
}
