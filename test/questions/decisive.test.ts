import fc from 'fast-check';
import { expect, test } from 'vitest';
import { advise } from '../../source/advice/advise.ts';
import type { Question } from '../../source/questions/question.ts';
import { questions } from '../../source/questions/questions.ts';
import { decides, type Guess, routesIf, type Spot } from './brute-force.ts';
import { opened, openings, spotsOf } from './open-estates.ts';

const heads = ['model.predicts', 'model.unit', 'model.label', 'regime', 'training.region'];

const isAbout = ({ fact, scope, id }: Spot, question: Question): boolean =>
	question.fact === fact && question.scope === scope && (scope === 'workload' || question.about.includes(id));

test('no fact is left unasked that could change a route, alone or beside one other', { timeout: 120_000 }, () => {
	fc.assert(
		fc.property(openings, (known) => {
			const one = opened(known);
			const asked = questions({ ...one, advice: advise(one) });
			const spots = spotsOf(one);
			const routed = new Map<string, string>();
			const routes = (...some: readonly Guess[]) => {
				const key = some.map(({ spot, value }) => `${spot.fact}@${spot.id}=${value}`).join('&');
				const found = routed.get(key) ?? routesIf(one, some);
				routed.set(key, found);
				return found;
			};
			const unasked = spots
				.filter((spot) => !asked.some((question) => isAbout(spot, question)))
				.map((spot) => [`${spot.fact}@${spot.id}`, decides(spot, spots, routes)]);
			expect(unasked.filter(([, how]) => how !== undefined)).toEqual([]);
		}),
		{ numRuns: 3, endOnFailure: true },
	);
});

test('every question can change a route, or heads the plan', () => {
	fc.assert(
		fc.property(openings, (known) => {
			const one = opened(known);
			const idle = questions({ ...one, advice: advise(one) }).filter(({ fact, effects, scope, about }) => {
				if (heads.includes(fact)) return false;
				const told = effects.filter(({ sources }) => sources > 0);
				if (told.some(({ says }) => says.startsWith('if '))) return false;
				const spots: readonly Spot[] =
					scope === 'workload' ? [{ fact, scope, id: '' }] : about.map((id) => ({ fact, scope, id }));
				const answered = (value: Guess['value']) =>
					routesIf(
						one,
						spots.map((spot) => ({ spot, value })),
					);
				return !told.some(({ value }) => answered(value) !== routesIf(one, []));
			});
			expect(idle).toEqual([]);
		}),
		{ numRuns: 40, endOnFailure: true },
	);
});
