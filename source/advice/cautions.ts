import { compileCondition } from '../rules/compile.ts';
import { legsOf } from './candidates.ts';
import type { FlowDraft } from './flows.ts';
import { insteadOf } from './gates.ts';
import type { Ground } from './ground.ts';

/** Traps of the services of a route that concern any of its sources, and what will end. */
export function cautionsOf({ given, table }: Ground, { lead, passengers }: FlowDraft): readonly string[] {
	const said = legsOf(lead.carrier.entry).flatMap(({ service }) => {
		const record = given.catalog.services[service];
		if (!record) return [];
		const { availability, cautions = [], title } = record;
		const concerning = cautions.filter(({ when }) => {
			if (!when) return true;
			const test = compileCondition(when, table);
			return passengers.some(({ row }) => test(row) === 2);
		});
		const ends = availability.state !== 'open' && (availability.state === 'ending' || availability.on > given.today);
		return [
			...concerning.map(({ says }) => says),
			...(ends
				? [`${title} ${endingOf(availability.state)} on ${availability.on}${insteadOf(availability, given.catalog)}.`]
				: []),
		];
	});
	return [...new Set(said)];
}

const endingOf = (state: string): string => (state === 'closed to new customers' ? 'closes to new customers' : 'ends');
