import { isOfLine } from '../../facts/fact.ts';
import type { AdvisedFlow } from '../advice.ts';
import type { Ground } from '../ground/ground.ts';
import { once } from '../ground/once.ts';
import { arrange, type Entry, scoreOf } from '../routing/arrange.ts';
import { candidateOf } from '../routing/candidates.ts';
import type { Member } from '../routing/draft.ts';
import type { FlowDraft } from '../routing/flows.ts';
import { compareScores, type Score } from '../routing/rank.ts';
import { type Rival, whyNot } from './why-not.ts';
import { sentence } from './words.ts';

type Rejected = AdvisedFlow['rejected'][number];

/**
What else could carry the lead of a flow, and what could not: one alternative for each other service that passes and one
over another line for the winner's own, best first; every other service that reads its family among the rejected, in the
way in which it comes furthest. `lead` holds the lead with its routes over every line that passes, `whole` over the others as well, where there are any.
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
	for (const [service, entries] of servicesOf(member.entries)) {
		const best = bestRival(flow, member, service === own ? overOtherLines(entries, winner) : entries);
		const found = best && isTaken(best, lead) ? undefined : best;
		if (found) rivals.push(found);
		else if (service !== own) {
			const overAll = () => servicesOf(everywhere().entries).get(service) ?? [];
			const isFar =
				used.has(service) ||
				(service !== flow.chosen && isBeside(ground, service, { row: lead.row, entries, overAll }));
			(isFar ? beside : rejected).push(rejection(ground, service, entries, part));
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
				candidate: candidateOf(ground, lead, entry, lead.carrier.part),
				reason: whyNot(ground, flow, { entry, way }),
			})),
		rejected: rejected.toSorted((a, b) => (a.service < b.service ? -1 : 1)),
	};
}

const byService = new WeakMap<readonly Entry[], ReadonlyMap<string, readonly Entry[]>>();

/** Routes by their service; those of an outlook are asked for again for each flow that shares it. */
function servicesOf(entries: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
	const found = byService.get(entries) ?? Map.groupBy(entries, ({ route }) => route.blueprint.service);
	byService.set(entries, found);
	return found;
}

/** It is for other data, or takes nobody new and would not fit this data besides: nobody would have asked for it here. */
function isBeside(
	{ given }: Ground,
	service: string,
	{
		row,
		entries,
		overAll,
	}: { readonly row: number; readonly entries: readonly Entry[]; readonly overAll: () => readonly Entry[] },
): boolean {
	const elsewhere = ({ scope, test }: Entry['route']['gates'][number]) => scope === true && test(row) === 0;
	if (entries.every(({ route }) => route.gates.some(elsewhere))) return true;
	if (given.catalog.services[service]?.availability.state === 'open') return false;
	const failsBesides = ({ route, weighed }: Entry): boolean =>
		route.gates
			.slice(weighed.failed + 1)
			.some(({ sure, inputs, test }) => sure && !inputs.some(isOfLine) && test(row) === 0);
	return entries.every(failsBesides) && overAll().every(failsBesides);
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

const covers = (carries: string, part: string): boolean => carries === part || carries === 'both';

function bestRival({ lead, place }: FlowDraft, member: Member, entries: readonly Entry[]): Rival | undefined {
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

/** Why a service carries nothing of this: the gate at which its furthest way fails, or what it does not carry. */
export function rejection(
	ground: Ground,
	service: string,
	entries: readonly Entry[],
	part?: FlowDraft['lead']['carrier']['part'],
): Rejected {
	const record = ground.given.catalog.services[service];
	const passing = entries.find(({ weighed, option }) => weighed.outcome > 0 && option?.weighed.outcome !== 0);
	if (passing) {
		const does = record?.availability.source ?? '';
		return { service, reason: partSentence(passing.route.blueprint, part), source: does };
	}
	const furthest = furthestOf(entries);
	const gate = furthest?.route.gates[furthest.weighed.failed];
	return { service, reason: sentence(gate?.because ?? 'no line that it could use passes'), source: gate?.source ?? '' };
}

/** The way over a line that passes which fails last. One that is meant for other data tells less than one that is meant for this and fails. */
function furthestOf(entries: readonly Entry[]): Entry | undefined {
	let [furthest, meant]: [Entry | undefined, boolean] = [undefined, false];
	for (const entry of entries) {
		const { route, weighed, option } = entry;
		if (option?.weighed.outcome === 0) continue;
		const isMeant = route.gates[weighed.failed]?.scope !== true;
		if (meant && !isMeant) continue;
		if (furthest && isMeant === meant && weighed.failed <= furthest.weighed.failed) continue;
		furthest = entry;
		meant = isMeant;
	}
	return furthest;
}

/** Why the furthest other mode of the winner's own service carries nothing of this. */
function otherMode(
	ground: Ground,
	modes: readonly Entry[],
	winner: Entry,
	part: FlowDraft['lead']['carrier']['part'],
): Rejected {
	const furthest = modes.reduce((most, entry) => (entry.weighed.failed > most.weighed.failed ? entry : most));
	const { service, legs } = furthest.route.blueprint;
	const leg = legs.find(({ mode }, index) => winner.route.blueprint.legs[index]?.mode !== mode) ?? legs[0];
	const record = leg && ground.given.catalog.services[leg.service];
	const title = (leg && record?.modes[leg.mode]?.title) ?? service;
	const { reason, source } = rejection(ground, service, [furthest], part);
	return { service, reason: `${record?.title ?? service}, ${title}: ${reason}`, source };
}

function partSentence({ carries, keeps }: Entry['route']['blueprint'], part: string | undefined): string {
	if (part !== undefined && covers(carries, part))
		return keeps
			? 'It stores what arrives in S3: it computes no windows or joins on the way, and writes to no table in which single records are looked up.'
			: 'It keeps no copy, and a model trains on this data.';
	return carries === 'history'
		? 'It carries once what is there, and does not keep up with what comes.'
		: 'It carries what comes, and not what is there already.';
}
