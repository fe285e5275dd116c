import { legsOf } from './candidates.ts';
import { saidOf } from './figures.ts';
import type { FlowDraft } from './flows.ts';
import { insteadOf } from './gates.ts';
import type { Ground } from './ground.ts';

/** Traps of the services of a route that concern any of its sources, and what will end. */
export function cautionsOf(ground: Ground, { lead, passengers }: FlowDraft): readonly string[] {
	const { given } = ground;
	const rows = passengers.map(({ row }) => row);
	const said = legsOf(lead.carrier.entry).flatMap(({ service }) => {
		const record = given.catalog.services[service];
		if (!record) return [];
		const { availability, cautions = [], title } = record;
		const ends = availability.state !== 'open' && (availability.state === 'ending' || availability.on > given.today);
		return [
			...cautions.flatMap((caution) => saidOf(ground, caution, rows) ?? []),
			...(ends
				? [`${title} ${endingOf(availability.state)} on ${availability.on}${insteadOf(availability, given.catalog)}.`]
				: []),
		];
	});
	return [...new Set(said)];
}

const endingOf = (state: string): string => (state === 'closed to new customers' ? 'closes to new customers' : 'ends');
