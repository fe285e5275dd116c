import type { Ground } from '../ground/ground.ts';
import { choiceOf } from '../routing/arrange.ts';
import type { Member } from '../routing/draft.ts';
import { weighEntries } from '../routing/entries.ts';
import type { FlowDraft } from '../routing/flows.ts';
import { type Choices, mustFor } from '../routing/forced.ts';
import { patternAt } from '../routing/line-plan.ts';

/** Where a place has one line only, the lead has been judged over every line there is: its outlook holds all its routes. */
export function soloLead({ lead }: FlowDraft, choices: Choices): Member {
	const { source, row, need, outlook } = lead;
	outlook.weigh(row);
	const { entries, choice } = outlook;
	return { source, row, need, entries, under: () => choice, wishes: mustFor(choices, source) };
}

/**
Elsewhere it was judged over each line that passes when its place was planned: what passes is weighed anew, and the lines are laid
over its row one after the other. What needs no line is that of the line which was chosen.
*/
export function lineLead(ground: Ground, { place, lead }: FlowDraft, choices: Choices): Member {
	const { source, row, need } = lead;
	const { options, plans } = place;
	const index = place.rows.indexOf(row);
	const outlooks = options.map((option) => {
		const plan = plans.get(option);
		return plan && patternAt(plan, index).outlook;
	});
	for (const outlook of outlooks) if (outlook) weighEntries(ground, row, outlook.choice.all);
	const entries = [
		...lead.outlook.entries.filter(({ option }) => option === undefined),
		...outlooks.flatMap((outlook) => outlook?.entries.filter(({ option }) => option !== undefined) ?? []),
	];
	const under: Member['under'] = (option) => outlooks[option]?.choice ?? nothing;
	return { source, row, need, entries, under, wishes: mustFor(choices, source) };
}

const nothing = choiceOf([]);
