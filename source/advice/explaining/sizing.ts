import type { AdvisedFlow } from '../advice.ts';
import type { Ground } from '../ground/ground.ts';
import { legsOf } from '../routing/candidates.ts';
import type { FlowDraft } from '../routing/flows.ts';
import { most } from '../routing/totals.ts';

/** By service of a route: its mode, the settings of the record, and each size as the largest any of the sources needs. */
export function sizingOf({ given }: Ground, { lead, rows }: FlowDraft): AdvisedFlow['sizing'] {
	const { entry } = lead.carrier;
	return Object.fromEntries(
		legsOf(entry).map(({ service, mode }) => {
			const settings = given.catalog.services[service]?.modes[mode]?.settings ?? {};
			const sizes = entry.route.sizing
				.filter(({ by }) => by === service)
				.map(({ name, reckon }): [string, number] => [name, most(rows, reckon)])
				.filter(([, size]) => !Number.isNaN(size));
			return [service, { mode, ...settings, ...Object.fromEntries(sizes) }];
		}),
	);
}
