import type { Unserved } from './advice.ts';
import type { Entry } from './arrange.ts';
import { layDraft } from './draft.ts';
import type { Choices } from './forced.ts';
import type { Ground } from './ground.ts';
import { needReader } from './need.ts';
import type { PlannedPlace } from './plan-places.ts';
import { rejection } from './rivals.ts';

/** Sources of a place that nothing carries: because somebody left them out, or because no route passes, with each one's reason. */
export function unservedOf(ground: Ground, place: PlannedPlace, choices: Choices): readonly Unserved[] {
	const without = place.planned.filter(({ arrangement }) => !arrangement).map(({ source }) => source);
	const { given } = ground;
	const { members } = layDraft(ground, place.id, without, { readNeed: needReader(ground.table), choices, every: true });
	return [
		...place.leftOut.map(({ id }) => ({
			source: id,
			reasons: ['It is left out by an answer: its data is used for nothing.'],
			rejected: [],
		})),
		...members.map(({ source, entries }) => {
			const byService = Map.groupBy<string, Entry>(entries, ({ route }) => route.blueprint.service);
			const rejected = [...byService]
				.map(([service, own]) => rejection(ground, service, own))
				.toSorted((a, b) => (a.service < b.service ? -1 : 1));
			const reason =
				rejected.length === 0
					? `No service of the catalogue reads a source of the family ${source.family}.`
					: (commonReason(rejected, given) ?? 'No service that reads it passes all its requirements.');
			return { source: source.id, reasons: [reason], rejected };
		}),
	];
}

/** The one reason for which every service that is open to all is rejected, if there is one. */
function commonReason(rejected: Unserved['rejected'], { catalog }: Ground['given']): string | undefined {
	const open = rejected.filter(({ service }) => catalog.services[service]?.availability.state === 'open');
	const [reason, ...others] = new Set(open.map((one) => one.reason));
	return others.length === 0 ? reason : undefined;
}
