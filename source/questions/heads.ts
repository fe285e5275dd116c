import type { Ground } from '../advice/ground/ground.ts';
import { titleOf } from '../advice/routing/gates.ts';
import type { Effect } from './question.ts';

/** Facts that head the plan and are asked once, whatever they change: what is predicted, for which unit, from which label, by which rules, where. */
export const heads = ['model.predicts', 'model.unit', 'model.label', 'regime', 'training.region'] as const;

/** What a head changes beside routes: the controls that a compliance regime asks for. */
export function headEffects({ given }: Ground, fact: string): readonly Effect[] {
	const said = given.vocabulary[fact];
	if (fact !== 'regime' || said?.type !== 'choices') return [];
	const controls = Object.entries(given.catalog.controls);
	return said.values.flatMap((value): readonly Effect[] => {
		const asked = controls
			.filter(([, { regimes }]) => regimes.includes(value))
			.map(([id]) => titleOf(given.catalog, id));
		if (asked.length === 0) return [];
		const shown = asked.length > 3 ? `${asked.slice(0, 3).join(', ')} and ${asked.length - 3} more` : asked.join(', ');
		return [{ value: [value], sources: 0, monthly: 0, says: `asks for ${shown}` }];
	});
}
