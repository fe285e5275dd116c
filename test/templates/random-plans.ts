import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { derive, ownKnowledge } from '../../source/app/session/derive.ts';
import { demoEstate } from '../../source/discovery/demo/index.ts';
import { noAnswers } from '../../source/estate/answers.ts';
import type { Estate } from '../../source/estate/estate.ts';
import type { Plan } from '../../source/plan/plan.ts';
import { someFacts } from '../estate/arbitrary.ts';
import { readCase, situationOf } from '../peers/case-file.ts';

/** Every estate that the cases and the demo tell of. */
async function told(): Promise<readonly Estate[]> {
	const names = readdirSync(new URL('../cases/', import.meta.url)).filter((name) => name.endsWith('.yaml'));
	const cases = names.map((name) => situationOf(readCase(`cases/${name}`), `cases/${name}`).estate);
	return [...cases, await demoEstate()];
}

/**
Estates of sources from all over, each with a few facts that are other than they were; the same for the same seed. A source keeps
the place it stands at.
*/
function mixed(estates: readonly Estate[]): fc.Arbitrary<Estate> {
	const pool = estates.flatMap(({ sources, places }, number) =>
		sources.map((source) => {
			const place = places.find(({ id }) => id === source.place);
			const id = `${source.place}-${number}`;
			return { source: { ...source, place: id }, place: place && { ...place, id } };
		}),
	);
	const one = fc.tuple(fc.constantFrom(...pool), someFacts).map(([{ source, place }, facts]) => ({
		source: { ...source, facts: { ...source.facts, ...facts } },
		place,
	}));
	return fc
		.record({
			found: fc.uniqueArray(one, { selector: ({ source }) => source.id, minLength: 1, maxLength: 9 }),
			workload: someFacts,
			region: fc.constantFrom('eu-central-1', 'us-east-1', 'ap-southeast-2', 'us-gov-west-1', 'cn-north-1'),
		})
		.map(({ found, workload, region }) => ({
			version: 1,
			scanned: [],
			workload: {
				...workload,
				'training.region': { value: region, from: 'declared', evidence: 'drawn', at: '2026-11-24' },
			},
			places: [...new Map(found.flatMap(({ place }) => (place ? [[place.id, place]] : []))).values()],
			sources: found.map(({ source }) => source),
			links: [],
			gaps: [],
		}));
}

/** So many plans of random estates, by their number. */
export async function randomPlans(count: number, seed: number): Promise<Readonly<Record<string, Plan>>> {
	const knowledge = await ownKnowledge('random');
	const estates = fc.sample(mixed(await told()), { numRuns: count, seed });
	const plans = estates.map((estate) => derive({ estate, answers: noAnswers }, knowledge, '2026-11-24').plan);
	return Object.fromEntries(plans.map((plan, number) => [`random-${seed}-${number}`, plan]));
}
