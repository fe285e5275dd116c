import { readsOf } from '../explaining/assumptions.ts';
import type { Ground } from '../ground/ground.ts';
import { needReader } from '../ground/need.ts';
import { once } from '../ground/once.ts';
import { type Draft, layDraft } from '../routing/draft.ts';
import { type FlowDraft, groupFlows } from '../routing/flows.ts';
import { type Choices, mustFor } from '../routing/forced.ts';
import type { Planned, PlannedPlace } from '../routing/plan-places.ts';
import { isAskedAmount } from './asked-amount.ts';
import { lively } from './lively.ts';
import { type Trial, trialOf } from './trial.ts';

/** The sources a flow is looked at with. */
export interface Scene {
	/** Every route over every line; weighed for the lead only until the next is asked for. */
	readonly draft: () => Draft;
	/** Those that can decide something when amounts turn, trials of them, and the amounts that may be varied. */
	readonly stage: () => Stage;
}

interface Stage {
	readonly live: Draft;
	readonly trial: Trial;
	readonly facts: readonly string[];
}

/** Sources of one line that are tried together; beyond this many, those that stand for their flows. */
const most = 40;

/** The flows of a plan, each with its scene: flows that share a line share it. */
export function stagedFlows(
	ground: Ground,
	places: readonly PlannedPlace[],
	choices: Choices,
): readonly (readonly [FlowDraft, Scene])[] {
	const { given } = ground;
	const reads = readsOf(ground);
	const readNeed = needReader(ground.table);
	const flows = groupFlows(ground, places, choices);
	return [...Map.groupBy(flows, ({ place }) => place)].flatMap(([place, own]) => {
		const outside = place.place !== undefined && place.place.where !== 'aws';
		const factsOf = ({ source }: Placed) =>
			[...new Set([...reads.source(source.family), ...(outside ? reads.place : [])])].filter((fact) =>
				isAskedAmount(given.vocabulary[fact]),
			);
		const lay = (sources: readonly Placed[]): Scene => {
			const ids = sources.map(({ source }) => source);
			const draft = once(() => layDraft(ground, place.id, ids, { readNeed, choices, every: true }));
			return sceneOf(sources, draft);
		};
		const sceneOf = (sources: readonly Placed[], draft: () => Draft): Scene => {
			const stage = once((): Stage => {
				const facts = [...new Set(sources.flatMap(factsOf))];
				const live = lively(draft(), facts);
				return { live, trial: trialOf(ground, live), facts };
			});
			return { draft, stage };
		};
		const shared = outside ? lay(jointSources(ground, place, own)) : undefined;
		return own.map((flow) => [flow, shared ?? sceneOf([flow.lead], () => soloDraft(flow, choices))] as const);
	});
}

/** Where a place has one line only, the lead has been judged over every line there is: its outlook holds all its routes. */
function soloDraft({ place: { place, row: placeRow, options }, lead }: FlowDraft, choices: Choices): Draft {
	const { source, row, need, outlook } = lead;
	outlook.weigh(row);
	const { entries, choice } = outlook;
	const member = { source, row, need, entries, under: [choice], wishes: mustFor(choices, source) };
	return { place, placeRow, options, members: [member] };
}

type Placed = Pick<Planned, 'source'>;

function jointSources({ sources }: Ground, { rows }: PlannedPlace, flows: readonly FlowDraft[]): readonly Placed[] {
	if (rows.length <= most) return Array.from(rows, (row) => ({ source: sources[row] as Planned['source'] }));
	return [...new Map(flows.map(({ lead }) => [lead.source, lead])).values()];
}
