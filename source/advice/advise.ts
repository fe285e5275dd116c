import type { Advice } from './advice.ts';
import { assumptionsOf } from './explaining/assumptions.ts';
import { decidedByOf } from './explaining/decided-by.ts';
import { ExplainedFlow } from './explaining/explained-flow.ts';
import { adviseControls, advisePreparations, strataFor } from './explaining/findings.ts';
import { keptAmounts } from './explaining/kept-amounts.ts';
import { layAgain } from './explaining/lay-again.ts';
import { type Given, type Ground, layGround } from './ground/ground.ts';
import { lazyKind } from './ground/lazy-kind.ts';
import { once } from './ground/once.ts';
import { type Relaid, relayGround } from './ground/relay.ts';
import { isSameRows } from './ground/same-rows.ts';
import { keepLaid, type Laid, laidFor } from './laid.ts';
import { choicesOf } from './routing/forced.ts';
import { lineOf } from './routing/lines.ts';
import { type PlannedPlace, planPlaces, replanPlaces } from './routing/plan-places.ts';
import { unservedOf } from './routing/unserved.ts';
import type { Way } from './routing/ways.ts';
import { adviseStrategy } from './strategy/strategy.ts';
import { stagedFlows } from './tipping/scene.ts';

/**
What the rules say about the estate under the answers given: a line for each place, a route for each source that is wanted,
why it and why not another, what would change it, controls, preparations, and what was assumed. Pure: the order of sources,
places and answers says nothing, and the same input gives the same advice.
*/
export function advise(given: Given): Advice {
	const ground = layGround(given);
	const choices = choicesOf(given);
	return adviseOn({ ground, choices, places: planPlaces(ground, choices) });
}

/**
The same advice for other answers about the same documents, worked out from what was advised: only what reads a fact of which
something else is said is judged and weighed anew, then everything is ranked. Equal to advice from the beginning.
*/
export function readvise(before: Advice, given: Given): Advice {
	const was = laidFor(before);
	const relaid = was && relayGround(was.ground, given);
	if (!relaid) return advise(given);
	const choices = choicesOf(given);
	const rechosen = !isSameChoice(was.ground.given.answers.choices, given.answers.choices);
	const places = replanPlaces(relaid, was.places, choices, rechosen);
	const explained = was.explained?.();
	return adviseOn(
		{ ground: relaid.ground, choices, places },
		{ advice: before, places: was.places, relaid, explained },
	);
}

const isSameChoice = (a: Given['answers']['choices'], b: Given['answers']['choices']): boolean =>
	a === b || JSON.stringify([a.strategy, a.routes]) === JSON.stringify([b.strategy, b.routes]);

/** What advice on these documents stands on: what it was given on, or if that was other documents, the same laid anew. */
export function laidOn(given: Given, advice: Advice): Laid {
	const laid = laidFor(advice);
	const same = (Object.keys(given) as (keyof Given)[]).every((key) => !laid || laid.ground.given[key] === given[key]);
	if (laid && same) return laid;
	const ground = layGround(given);
	const choices = choicesOf(given);
	return { ground, choices, places: planPlaces(ground, choices) };
}

/** Explanations are worked out when somebody reads them, over rows that say what the lines give that were chosen. */
function adviseOn(on: Laid, before?: Before): Advice {
	const { ground, choices, places } = on;
	// What was advised before is let go of as soon as it is of no use, so that no advice holds all those it came from.
	let was = before;
	let left = 3;
	const read = (): void => {
		left -= 1;
		if (left === 0) was = undefined;
	};
	const over =
		<T>(make: () => T) =>
		(): T => {
			for (const place of places) layAgain(place, place.rows);
			return make();
		};
	const strata = once(() => strataFor(ground));
	let explained: readonly ExplainedFlow[] | undefined;
	const flows = (): readonly ExplainedFlow[] => {
		if (explained) return explained;
		const amountsOf = was?.explained && keptAmounts(was.relaid, was.explained);
		explained = stagedFlows(ground, places, choices).map(
			([flow, scene]) => new ExplainedFlow(ground, { flow, scene, strata, amounts: amountsOf?.(flow) }),
		);
		read();
		return explained;
	};
	const turns = once(() => flows().flatMap((one) => one.turns()));
	const planned = once(() => plannedIn(ground, places));
	const kept = once(() => keptIn(ground, places));
	const beside = <T>(isSame: (was: Before) => boolean, make: (earlier: Before | undefined) => T): (() => T) =>
		over(() => {
			const made = make(was && !was.relaid.repriced && isSame(was) ? was : undefined);
			read();
			return made;
		});
	const found = (rows: () => Int32Array) => once(() => ({ strata: strata(), planned: rows() }));
	const { region, asOf } = ground.footing.prices;
	const advice = adviceOf({
		asOf: () => ground.given.today,
		strategy: over(() => adviseStrategy(ground, places, { turns, strata })),
		paths: () => places.map((place) => lineOf(ground, place)),
		flows,
		unserved: () => places.flatMap((place) => unservedOf(ground, place, choices)),
		controls: beside(
			({ places: old }) => isSamePlanned(places, old) || isSameRows(planned(), plannedIn(ground, old)),
			(earlier) =>
				adviseControls(
					ground,
					found(planned),
					earlier && { all: earlier.advice.controls, changed: earlier.relaid.changed },
				),
		),
		preparations: beside(
			({ places: old }) => isSameRows(kept(), keptIn(ground, old)),
			(earlier) =>
				advisePreparations(
					ground,
					found(kept),
					earlier && { all: earlier.advice.preparations, changed: earlier.relaid.changed },
				),
		),
		assumptions: over(() => assumptionsOf(ground, places)),
		decidedBy: () => decidedByOf(ground, places),
		pricesOf: () => ({ region, asOf }),
	});
	keepLaid(advice, { ...on, explained: () => explained });
	return advice;
}

const adviceOf = lazyKind<Advice>([
	...(['asOf', 'strategy', 'paths', 'flows', 'unserved'] as const),
	...(['controls', 'preparations', 'assumptions', 'decidedBy', 'pricesOf'] as const),
]);

/** What was advised for other answers. */
interface Before {
	readonly advice: Advice;
	readonly places: readonly PlannedPlace[];
	readonly relaid: Relaid;
	/** Its flows, if somebody read them. */
	readonly explained: readonly ExplainedFlow[] | undefined;
}

const isSamePlanned = (some: readonly PlannedPlace[], others: readonly PlannedPlace[]): boolean =>
	some.length === others.length && some.every(({ rows }, index) => rows === others[index]?.rows);

/** Rows of all sources that are wanted, ascending. */
function plannedIn({ sources }: Ground, places: readonly PlannedPlace[]): Int32Array {
	const marks = new Uint8Array(sources.length);
	for (const { rows } of places) for (let index = 0; index < rows.length; index++) marks[rows[index] as number] = 1;
	return marked(marks);
}

/** What is kept is asked again for what was advised before. */
const keptRows = new WeakMap<readonly PlannedPlace[], Int32Array>();

function keptIn(ground: Ground, places: readonly PlannedPlace[]): Int32Array {
	const found = keptRows.get(places) ?? keptOf(ground, places);
	keptRows.set(places, found);
	return found;
}

/** Rows of the sources of which something is kept that work can go over; what is asked in place is prepared only where it lies as objects. */
function keptOf({ muster }: Ground, places: readonly PlannedPlace[]): Int32Array {
	const { of: familyOf, all: families } = muster.families;
	const objects = families.indexOf('object');
	const marks = new Uint8Array(familyOf.length);
	for (const { rows, plan } of places) {
		const keeps: ReturnType<typeof keptBy>[] = [];
		for (let index = 0; index < rows.length; index++) {
			const number = plan.ways.of[index] as number;
			if (number < 0) continue;
			const row = rows[index] as number;
			const kept = keeps[number] ?? keptBy(plan.ways.all[number] as Way);
			keeps[number] = kept;
			if (kept === 'all' || (kept === 'objects' && familyOf[row] === objects)) marks[row] = 1;
		}
	}
	return marked(marks);
}

/** Rows that are marked. */
function marked(marks: Uint8Array): Int32Array {
	const found = new Int32Array(marks.length);
	let count = 0;
	for (let row = 0; row < marks.length; row++) if (marks[row] === 1) found[count++] = row;
	return found.subarray(0, count);
}

function keptBy({ carriers }: Way): 'all' | 'objects' | 'nothing' {
	const kept = carriers.map(({ entry }) => entry.route.blueprint).filter(({ keeps }) => keeps);
	if (kept.some(({ access }) => access !== 'in place')) return 'all';
	return kept.length > 0 ? 'objects' : 'nothing';
}
