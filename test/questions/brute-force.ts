import { type Given, layGround } from '../../source/advice/ground/ground.ts';
import { legsOf } from '../../source/advice/routing/candidates.ts';
import { choicesOf } from '../../source/advice/routing/forced.ts';
import { planPlaces } from '../../source/advice/routing/plan-places.ts';
import type { AnswerSet, Answers } from '../../source/estate/answers.ts';
import type { FactValue } from '../../source/facts/fact.ts';
import { facts } from '../../source/facts/index.ts';
import { plannedIn } from '../advice/planned-in.ts';

/** A fact that is open about somebody: the workload, a place or a source. */
export interface Spot {
	readonly fact: string;
	readonly scope: 'workload' | 'place' | 'source';
	readonly id: string;
}
export interface Guess {
	readonly spot: Spot;
	readonly value: FactValue;
}

/** The routes of every source if these had been answered, as text: a plan of its own, without any trial. */
export function routesIf(given: Given, guesses: readonly Guess[]): string {
	const answers = guesses.reduce(answered, given.answers);
	const ground = layGround({ ...given, answers });
	const routes = planPlaces(ground, choicesOf(given)).flatMap((place) => [
		...place.leftOut.map(({ id }) => `${id}=`),
		...plannedIn(ground, place).map(({ source, arrangement }) => {
			const carriers = arrangement?.carriers.map(({ entry }) =>
				legsOf(entry)
					.map(({ service, mode }) => `${service}:${mode}`)
					.join('>'),
			);
			return `${source.id}=${[...new Set(carriers)].toSorted().join('+')}`;
		}),
	]);
	return routes.toSorted().join(' ');
}

/** Answers with all of these among them. */
export const answeredAll = (answers: Answers, guesses: readonly Guess[]): Answers => {
	const workload: Record<string, AnswerSet[string]> = { ...answers.workload };
	const about: Record<'places' | 'sources', Record<string, AnswerSet>> = {
		places: { ...answers.places },
		sources: { ...answers.sources },
	};
	for (const { spot, value } of guesses) {
		if (spot.scope === 'workload') workload[spot.fact] = value;
		else {
			const known = about[spot.scope === 'place' ? 'places' : 'sources'];
			known[spot.id] = { ...known[spot.id], [spot.fact]: value };
		}
	}
	return { ...answers, workload, ...about };
};

function answered(answers: Answers, { spot: { scope, id, fact }, value }: Guess): Answers {
	if (scope === 'workload') return { ...answers, workload: { ...answers.workload, [fact]: value } };
	const key = scope === 'place' ? 'places' : 'sources';
	const known: Readonly<Record<string, AnswerSet>> = answers[key];
	return { ...answers, [key]: { ...known, [id]: { ...known[id], [fact]: value } } };
}

const spread = (low: number, high: number): readonly number[] => {
	const from = Math.max(low, high * 1e-7);
	return [low, Math.sqrt(from * high), high];
};

/** Values of a fact as somebody without the rules would try them. */
export function guessesOf(spot: Spot): readonly Guess[] {
	const said = facts[spot.fact as keyof typeof facts];
	const values: readonly FactValue[] =
		said.type === 'yes-no'
			? [true, false]
			: said.type === 'quantity'
				? spread(said.plausible[0], said.plausible[1])
				: said.type === 'choice'
					? said.values
					: [];
	return values.map((value) => ({ spot, value }));
}

/** How a spot decides: a value of it that changes a route by itself, or beside one guess of another spot; undefined if none does. */
export function decides(
	spot: Spot,
	spots: readonly Spot[],
	routes: (...some: readonly Guess[]) => string,
): string | undefined {
	const base = routes();
	for (const guess of guessesOf(spot)) if (routes(guess) !== base) return String(guess.value);
	for (const other of spots) {
		if (other === spot) continue;
		for (const beside of guessesOf(other)) {
			const without = routes(beside);
			for (const guess of guessesOf(spot)) {
				if (routes(beside, guess) !== without) return `${guess.value} with ${other.fact}@${other.id}=${beside.value}`;
			}
		}
	}
	return undefined;
}
