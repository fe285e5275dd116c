import { factTitle, factValue } from '../facts/fact-text.ts';
import { decidedBy } from './decided-by.ts';
import type { Plan, PlanKnown } from './plan.ts';

/** A fact that the second plan holds otherwise, for all sources where it turned alike. */
export interface FactChange {
	readonly fact: string;
	readonly title: string;
	/** Source ids; empty for the workload. */
	readonly about: readonly string[];
	/** As people write them. */
	readonly before: string;
	readonly after: string;
	/** By which factor a quantity changed; absent where there is none, as from nothing. */
	readonly factor?: number;
	/** The first plan assumed it, and by now somebody measured, declared or answered it. */
	readonly wasAssumed: boolean;
}

type Facts = Readonly<Record<string, PlanKnown>>;

/** What both plans read of the sources they share, and what was said about the workload, where the two do not agree. */
export function changedFacts(before: Plan, after: Plan): readonly FactChange[] {
	const old = new Map(before.sources.map((source) => [source.id, source]));
	const found = new Map<string, FactChange & { readonly about: string[] }>();
	const take = (change: FactChange, id?: string) => {
		const key = JSON.stringify([id === undefined, change.fact, change.before, change.after, change.wasAssumed]);
		const group = found.get(key) ?? { ...change, about: [] };
		if (id !== undefined) group.about.push(id);
		found.set(key, group);
	};
	for (const change of turned(before.workload, after.workload, true)) take(change);
	for (const source of after.sources) {
		const was = old.get(source.id);
		if (!was) continue;
		for (const change of turned(decidedBy(before, was), decidedBy(after, source), false)) take(change, source.id);
	}
	return [...found.values()];
}

const notSaid = 'not said';

/** A source's facts are those that rules read, so one that only one plan holds did not turn; of the workload both hold all. */
function turned(before: Facts, after: Facts, whole: boolean): readonly FactChange[] {
	const keys = whole ? [...new Set([...Object.keys(before), ...Object.keys(after)])].toSorted() : Object.keys(after);
	return keys.flatMap((fact): readonly FactChange[] => {
		const [was, is] = [known(before, fact), known(after, fact)];
		if (!whole && (!was || !is)) return [];
		if (JSON.stringify(was?.value) === JSON.stringify(is?.value)) return [];
		const factor = factorOf(was?.value, is?.value);
		return [
			{
				...{ fact, title: factTitle(fact), about: [] },
				before: was ? factValue(fact, was.value) : notSaid,
				after: is ? factValue(fact, is.value) : notSaid,
				...(factor !== undefined && { factor }),
				wasAssumed: was?.from === 'assumed' && is !== undefined && is.from !== 'assumed',
			},
		];
	});
}

const known = (facts: Facts, key: string): PlanKnown | undefined =>
	Object.hasOwn(facts, key) ? facts[key] : undefined;

function factorOf(was: unknown, is: unknown): number | undefined {
	if (typeof was !== 'number' || typeof is !== 'number' || was <= 0 || is < 0) return undefined;
	return Number((is / was).toPrecision(3));
}
