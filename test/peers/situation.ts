import { stringify } from 'yaml';
import { layGround } from '../../source/advice/ground/ground.ts';
import { planPlaces } from '../../source/advice/routing/plan-places.ts';
import { catalog } from '../../source/catalog/index.ts';
import { readDeclared } from '../../source/discovery/importers/declared.ts';
import { noAnswers } from '../../source/estate/answers.ts';
import { facts } from '../../source/facts/index.ts';
import { plannedIn } from '../advice/planned-in.ts';

const today = '2026-11-22';
export type Stated = Readonly<Record<string, string | number>>;

/** One source as people would declare it, in the place it stands in. */
export interface Situation {
	readonly where?: string;
	readonly line?: Stated;
	readonly workload?: Stated;
	readonly family: string;
	readonly region?: string;
	readonly facts: Stated;
}

/** What carries the one source of a situation: the line, then each part with its services and modes. */
export function chosen({
	where = 'aws',
	line = {},
	workload = {},
	family,
	region,
	facts: stated,
}: Situation): string[] {
	const declared = {
		version: 1,
		workload: { 'training.region': 'us-east-1', 'customer.enterprise': 'yes', ...workload },
		places: [{ id: 'site', title: 'Site', where, facts: line }],
		sources: [
			{
				id: 'ledger',
				title: 'Ledger',
				family,
				kind: family,
				place: 'site',
				...(where === 'aws' && { region: region ?? 'us-east-1' }),
				facts: stated,
			},
		],
	};
	const estate = readDeclared(stringify(declared), 'situation.yaml', facts, `${today}T00:00:00.000Z`);
	const ground = layGround({ estate, answers: noAnswers, vocabulary: facts, catalog, today });
	return planPlaces(ground, { routes: () => [] }).flatMap((place) => [
		...(place.option.path ? [place.option.path.blueprint.key] : []),
		...plannedIn(ground, place).flatMap(({ arrangement }) =>
			(arrangement?.carriers ?? []).map(
				({ part, entry }) =>
					`${part} ${entry.route.blueprint.legs.map((leg) => `${leg.service}:${leg.mode}`).join('>')}`,
			),
		),
	]);
}
