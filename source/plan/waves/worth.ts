import type { Source } from '../../estate/estate.ts';
import { clean } from '../../facts/clean.ts';
import type { Materials } from '../materials.ts';
import type { WaveMember } from '../plan.ts';
import type { Objective } from './objective.ts';

/** What a source adds to the objective, of 100 points, and what that is judged by. */
export interface Worth {
	readonly adds: WaveMember['adds'];
	readonly points: number;
	/** Sentences. */
	readonly why: readonly string[];
}

// The weights are ours: what carries the unit of prediction can be joined to the label, which is most of what a source can add.
const points = { label: 100, features: 75, perhaps: 55, unknown: 40, apart: 10 } as const;
const bonus = { key: 10, time: 10, unstructured: -15, stale: -10 } as const;

/** What a source adds, from what is known of it; what nobody knows is said, and counts between yes and no. */
export function worthOf(source: Source, objective: Objective, stale: boolean, materials: Materials): Worth {
	const known = (fact: string) => materials.known(source, fact);
	if (known('use')?.value === 'exploration') {
		return { adds: 'no training', points: 0, why: ['People explore it; no model trains on it.'] };
	}
	const label = labelOf(source, objective, materials);
	if (label !== undefined) return { adds: 'label', points: points.label, why: [label] };
	const join = joinOf(source, objective, materials);
	if (join.adds === 'nothing that joins') return { ...join, points: points.apart };
	const [key, time] = [known('keys.known')?.value, known('event.time')?.value];
	const raw = known('structure')?.value === 'unstructured';
	const extras = [
		key === true ? bonus.key : key === false ? -bonus.key : 0,
		time === true ? bonus.time : time === false ? -bonus.time : 0,
		raw ? bonus.unstructured : 0,
		stale ? bonus.stale : 0,
	];
	const base = { features: points.features, 'perhaps features': points.perhaps }[join.adds as string] ?? points.unknown;
	return {
		adds: join.adds,
		points: extras.reduce((sum, one) => sum + one, base),
		why: [
			...join.why,
			...(key === false ? ['Its rows have no key.'] : []),
			...(time === true
				? ['Its records carry the time of the event, so that features are joined as they were then.']
				: []),
			...(time === false ? ['Without the time of the event its features can only be joined roughly.'] : []),
			...(raw ? ['Features must first be made of what it holds.'] : []),
			...(stale ? ['It arrives older than it should be.'] : []),
		],
	};
}

function labelOf(source: Source, objective: Objective, { known }: Materials): string | undefined {
	const holds = known(source, 'holds')?.value;
	if (holds === 'label') return 'It holds the label, without which nothing can be trained.';
	if (holds === 'features' || !objective.labelNames(source)) return undefined;
	return `The label is described as “${clean(objective.label ?? '')}”, which names it.`;
}

/** Whether it can be joined to the label by the unit of prediction: as somebody said, as a profile saw, or as names let think. */
function joinOf(source: Source, objective: Objective, { known, title }: Materials): Omit<Worth, 'points'> {
	const unit = clean(objective.unit ?? 'the unit of prediction');
	const held = known(source, 'unit.held')?.value;
	if (held === true) return { adds: 'features', why: [`Its records name ${unit}, so that they join to the label.`] };
	if (held === false) {
		return { adds: 'nothing that joins', why: [`Its records do not name ${unit}: nothing joins them to the label.`] };
	}
	if (objective.unit === undefined) {
		return {
			adds: 'not known',
			why: ['Nobody said for which unit predictions are made, so that nothing tells what joins.'],
		};
	}
	const seen = objective.unitIn(profiled(source, known));
	if (seen !== undefined) return { adds: 'features', why: [`A profile found columns that name the ${seen}.`] };
	const named = objective.unitIn(`${title(source.id)} ${source.id}`);
	if (named !== undefined) {
		return { adds: 'perhaps features', why: [`Its name speaks of the ${named}; whether its records do, nobody said.`] };
	}
	return { adds: 'not known', why: [`Nobody said whether its records name ${unit}.`] };
}

/** Names of columns that a profile left behind. */
function profiled(source: Source, known: Materials['known']): string {
	const rules = known(source, 'quality.rules')?.value;
	const key = known(source, 'keys.known');
	const evidence = key?.from === 'measured' ? key.evidence : '';
	return `${typeof rules === 'string' ? rules : ''} ${evidence}`.replaceAll('_', ' ');
}
