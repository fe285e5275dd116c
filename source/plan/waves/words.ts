import { clean } from '../../facts/clean.ts';
import { duration } from '../amounts.ts';
import type { Materials } from '../materials.ts';
import { named } from '../sentences.ts';
import type { Objective } from './objective.ts';
import type { Because, Group } from './split.ts';

/** What sentences about waves are made from. */
export interface Spoken {
	readonly materials: Materials;
	readonly objective: Objective;
}

const day = 86_400;

/** A wave by what it is for; `ready` in seconds from the start. */
export function titleOf({ kind }: Group, ready: number, isFirst: boolean): string {
	if (kind === 'first') return 'The first training set';
	if (kind === 'soon' && !isFirst) return 'Also there by then';
	if (kind === 'undated') return 'At a time nobody knows';
	if (kind === 'beside') return 'Beside the model';
	return `Within ${duration(Math.ceil(ready / day) * day)}`;
}

/** What can be done once a wave is there. */
export function yieldsOf({ kind, members }: Group, { materials, objective }: Spoken, isFirst: boolean): string {
	if (isFirst && kind !== 'first') return 'No training set: nothing that models train on has a route.';
	if (kind === 'beside') return 'Data that people explore; no model trains on it.';
	if (kind !== 'first') {
		const sure = members.some(({ candidate }) => candidate.adds === 'features' || candidate.adds === 'label');
		return sure ? 'More features for the training set.' : 'More features, as far as they can be joined to the label.';
	}
	const labels = members.filter(({ candidate }) => candidate.adds === 'label').map(({ candidate }) => candidate.id);
	const more = members.length - labels.length;
	if (labels.length > 0) {
		const from = named(labels.map(materials.title));
		return more > 0
			? `A training set: the label from ${from}, and features of ${more === 1 ? 'one more source' : `${more} more sources`}.`
			: `A training set of ${from} alone, which holds the label: a baseline to be measured against.`;
	}
	const lost = lostLabels({ materials, objective });
	if (lost.length > 0) {
		return `Rows with features but without the label, which is in ${named(lost)}, for which there is no route.`;
	}
	const told = objective.label === undefined ? '' : `, described as “${clean(objective.label)}”`;
	return `A training set, once somebody says which source holds the label${told}: answer “holds: label” for it.`;
}

/** Titles of the sources that hold the label and have no route. */
function lostLabels({ materials, objective }: Spoken): readonly string[] {
	const { advice, sources, known, title } = materials;
	return advice.unserved.flatMap(({ source: id }) => {
		const source = sources.get(id);
		const holds = source && (known(source, 'holds')?.value === 'label' || objective.labelNames(source));
		return holds ? [title(id)] : [];
	});
}

type Member = Group['members'][number];

/** What a source adds, and why it stands in this wave and in no other. */
export function whyHere({ candidate, because }: Member, group: Group, { materials }: Spoken): string {
	return [...candidate.why, ...reasons[because](candidate, group, materials)].join(' ');
}

type Reason = (one: Member['candidate'], group: Group, materials: Materials) => readonly string[];

const reasons: Readonly<Record<Because, Reason>> = {
	label: () => [],
	anchor: () => ['Of the sources that could begin, it is worth most for its days and money.'],
	'in time': () => [],
	'less known': (one, _, materials) => [
		`It is there in time, but others join more surely.${one.trains ? '' : unusedIn(one, materials)}`,
	],
	dear: (one, _, materials) =>
		one.trains
			? ['For what it adds it takes more than ten times what the best of the first wave does.']
			: [unusedIn(one, materials).trim()],
	'takes longer': waits,
	undated: (one, group, materials) => {
		const missing =
			materials.known(materials.sources.get(one.id), 'volume') === undefined ? ', nor how much there is' : '';
		return [`Nobody knows when it is there${missing}.`, ...waits(one, group, materials)];
	},
	beside: () => [],
};

function unusedIn({ id }: Member['candidate'], { known, sources }: Materials): string {
	return known(sources.get(id), 'use')?.value === 'features only' ? ' No model trains on its history.' : '';
}

/** What it waits for, where a line that others share must be ordered first. */
function waits({ overLine, place }: Member['candidate'], _: Group, { advice, title }: Materials): readonly string[] {
	const path = overLine ? advice.paths.find((one) => one.place === place) : undefined;
	const { service, estimate } = path ?? {};
	if (service === undefined || !estimate?.lead || estimate.lead < day) return [];
	return [`It waits for ${title(service)}, which takes ${duration(estimate.lead)} to get; order it on the first day.`];
}
