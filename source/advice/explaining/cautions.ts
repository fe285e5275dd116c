import type { AdvisedFlow } from '../advice.ts';
import { concernedBy, saidOf } from '../ground/figures.ts';
import type { Ground } from '../ground/ground.ts';
import type { Strata } from '../ground/strata.ts';
import { legsOf } from '../routing/candidates.ts';
import type { FlowDraft } from '../routing/flows.ts';
import { insteadOf } from '../routing/gates.ts';
import { idsOf } from './ids.ts';

/** Traps of the services of a route that concern any of its sources, with those where it is not all, and what will end. */
export function cautionsOf(
	ground: Ground,
	strata: Strata,
	{ lead, rows }: FlowDraft,
): Pick<AdvisedFlow, 'cautions' | 'concerns'> {
	const { given } = ground;
	const concerns: Record<string, readonly string[]> = {};
	const said = legsOf(lead.carrier.entry).flatMap(({ service }) => {
		const record = given.catalog.services[service];
		if (!record) return [];
		const { availability, cautions = [], title } = record;
		const ends = availability.state !== 'open' && (availability.state === 'ending' || availability.on > given.today);
		return [
			...cautions.flatMap((caution) => {
				const meant = concernedBy(strata, caution, rows);
				const sentence = saidOf(ground, caution, meant, ground.stated);
				if (sentence !== undefined && meant.length < rows.length) concerns[sentence] = idsOf(ground.muster, meant);
				return sentence ?? [];
			}),
			...(ends
				? [`${title} ${endingOf(availability.state)} on ${availability.on}${insteadOf(availability, given.catalog)}.`]
				: []),
		];
	});
	return { cautions: [...new Set(said)], ...(Object.keys(concerns).length > 0 && { concerns }) };
}

const endingOf = (state: string): string => (state === 'closed to new customers' ? 'closes to new customers' : 'ends');
