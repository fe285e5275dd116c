import type { AdvisedFlow } from '../advice.ts';
import type { Ground } from '../ground/ground.ts';
import type { Entry } from '../routing/arrange.ts';
import type { FlowDraft } from '../routing/flows.ts';
import { sentence } from './words.ts';

type Rejected = AdvisedFlow['rejected'][number];

/** Whether what a route carries covers a part. */
export const covers = (carries: string, part: string): boolean => carries === part || carries === 'both';

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
export function otherMode(
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
