import type { Source } from '../../estate/estate.ts';
import type { Unserved } from '../advice.ts';
import { rejection } from '../explaining/rejections.ts';
import type { Ground } from '../ground/ground.ts';
import { needReader } from '../ground/need.ts';
import type { Entry } from './arrange.ts';
import { layDraft } from './draft.ts';
import type { Choices } from './forced.ts';
import { wayAt } from './line-plan.ts';
import type { Outlook } from './outlook.ts';
import { layLine } from './path-options.ts';
import { type Planned, type PlannedPlace, plannedAt } from './plan-places.ts';

/** Sources of a place that nothing carries: because somebody left them out, or because no route passes, with each one's reason. */
export function unservedOf(ground: Ground, place: PlannedPlace, choices: Choices): readonly Unserved[] {
	const without = unservedIn(ground, place);
	const reasonsOf = place.options.length === 1 ? byOutlook(ground) : bySource(ground, place, without, choices);
	return [
		...place.leftOut.map(({ id }) => ({
			source: id,
			reasons: ['It is left out by an answer: its data is used for nothing.'],
			rejected: [],
		})),
		...without.map((one) => ({ source: one.source.id, ...reasonsOf(one) })),
	];
}

function unservedIn(ground: Ground, { rows, plan }: PlannedPlace): readonly Planned[] {
	if (!plan.ways.of.includes(-1)) return [];
	const readNeed = needReader(ground.table);
	return [...rows.keys()].flatMap((index) =>
		wayAt(plan, index) ? [] : plannedAt(ground.sources, { rows, plan }, index, readNeed),
	);
}

type Why = Omit<Unserved, 'source'>;

/** Where a place has one line only, the same holds for all sources of an outlook. */
function byOutlook(ground: Ground): (one: Planned) => Why {
	const known = new Map<Outlook, Why>();
	return ({ outlook, source }) => {
		const why = known.get(outlook) ?? whyNone(ground, source, outlook.entries);
		known.set(outlook, why);
		return why;
	};
}

/** Elsewhere every line is looked at, passing or not. */
function bySource(
	ground: Ground,
	{ id, option }: PlannedPlace,
	without: readonly Planned[],
	choices: Choices,
): (one: Planned) => Why {
	const sources = without.map(({ source }) => source);
	const { members } = layDraft(ground, id, sources, { readNeed: needReader(ground.table), choices, every: true });
	const entries = new Map(members.map((member) => [member.source, member.entries]));
	for (const { row } of members) layLine(option, row);
	return ({ source }) => whyNone(ground, source, entries.get(source) ?? []);
}

function whyNone(ground: Ground, { family }: Source, entries: readonly Entry[]): Why {
	const byService = Map.groupBy<string, Entry>(entries, ({ route }) => route.blueprint.service);
	const rejected = [...byService]
		.map(([service, own]) => rejection(ground, service, own))
		.toSorted((a, b) => (a.service < b.service ? -1 : 1));
	const reason =
		rejected.length === 0
			? `No service of the catalogue reads a source of the family ${family}.`
			: (commonReason(rejected, ground.given) ?? 'No service that reads it passes all its requirements.');
	return { reasons: [reason], rejected };
}

/** The one reason for which every service that is open to all is rejected, if there is one. */
function commonReason(rejected: Unserved['rejected'], { catalog }: Ground['given']): string | undefined {
	const open = rejected.filter(({ service }) => catalog.services[service]?.availability.state === 'open');
	const [reason, ...others] = new Set(open.map((one) => one.reason));
	return others.length === 0 ? reason : undefined;
}
