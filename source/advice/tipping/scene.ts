import { readsOf } from '../explaining/assumptions.ts';
import type { Ground } from '../ground/ground.ts';
import { needReader } from '../ground/need.ts';
import { once } from '../ground/once.ts';
import { type Draft, layDraft, type Member } from '../routing/draft.ts';
import { type FlowDraft, groupFlows } from '../routing/flows.ts';
import type { Choices } from '../routing/forced.ts';
import { optionsOf } from '../routing/path-options.ts';
import type { Planned, PlannedPlace } from '../routing/plan-places.ts';
import { isAskedAmount } from './asked-amount.ts';
import { lineLead, soloLead } from './leads.ts';
import { lively } from './lively.ts';
import { type Trial, trialOf } from './trial.ts';

/** The sources a flow is looked at with. */
export interface Scene {
	/** The lead of the flow with every route over every line that passes; weighed only until the next is asked for. */
	readonly lead: () => Member;
	/** The same over the lines that do not pass as well; absent where there is one line only. */
	readonly whole?: () => Member;
	/** The same of all that are looked at together. */
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
		const lay = (sources: readonly Placed[], lines?: Draft['options']): Draft =>
			layDraft(
				ground,
				place.id,
				sources.map(({ source }) => source),
				{ readNeed, choices, every: true, ...(lines && { lines }) },
			);
		const stageOf = (sources: readonly Placed[], draft: () => Draft) =>
			once((): Stage => {
				const facts = [...new Set(sources.flatMap(factsOf))];
				const live = lively(draft(), facts);
				return { live, trial: trialOf(ground, live), facts };
			});
		if (outside) {
			// Nothing is tried over them for a lead alone, so that all share them.
			const lines = once(() => optionsOf(ground, place.place, place.row));
			const wholeOf = (flow: FlowDraft) => lay([flow.lead], lines()).members[0] as Member;
			const joint = once(() => jointSources(ground, place, own));
			const draft = once(() => lay(joint()));
			const stage = once(() => stageOf(joint(), draft)());
			return own.map(
				(flow) =>
					[flow, { lead: () => lineLead(ground, flow, choices), whole: () => wholeOf(flow), draft, stage }] as const,
			);
		}
		return own.map((flow) => {
			const lead = () => soloLead(flow, choices);
			const draft = () => soloDraft(flow, lead());
			return [flow, { lead, draft, stage: stageOf([flow.lead], draft) }] as const;
		});
	});
}

const soloDraft = ({ place: { place, row, options } }: FlowDraft, lead: Member): Draft => ({
	...{ place, placeRow: row, options },
	members: [lead],
});

type Placed = Pick<Planned, 'source'>;

function jointSources({ sources }: Ground, { rows }: PlannedPlace, flows: readonly FlowDraft[]): readonly Placed[] {
	if (rows.length <= most) return Array.from(rows, (row) => ({ source: sources[row] as Planned['source'] }));
	return [...new Map(flows.map(({ lead }) => [lead.source, lead])).values()];
}
