import type { Known, Source } from '../estate/estate.ts';
import { clean } from '../facts/clean.ts';
import { factTitle, factValue } from '../facts/fact-text.ts';
import type { PlanDifference } from './difference-shape.ts';
import type { Materials } from './materials.ts';
import type { Plan } from './plan.ts';

/** What turned for some sources, and for the workload, which is a reason for every source: `Volume: 2 TB becomes 40 TB`. `changed`: facts that may have. */
export function reasonsFor(
	changed: ReadonlySet<string>,
	before: Materials,
	after: Materials,
): (sources: readonly string[]) => readonly string[] {
	const facts = [...changed];
	const general = facts.flatMap((fact) => told(fact, saidOfAll(before, fact), saidOfAll(after, fact), 'not said'));
	return (ids) => {
		const own = facts.flatMap((fact) => ownReasons(before, after, ids, fact));
		return [...new Set([...own, ...general])];
	};
}

/** Many sources turn alike, which is written once. */
function ownReasons(before: Materials, after: Materials, ids: readonly string[], fact: string): readonly string[] {
	const turns = new Map<string, readonly string[]>();
	for (const id of ids) {
		const source = after.sources.get(id) as Source;
		const [was, is] = [before.known(source, fact), after.known(source, fact)];
		if (was?.value === is?.value) continue;
		const key = `${String(was?.value)} ${String(is?.value)}`;
		if (!turns.has(key)) turns.set(key, told(fact, was, is));
	}
	return [...turns.values()].flat();
}

/** What a plan tells of the workload: its own facts, and what holds for every source unless a source says otherwise. */
function saidOfAll({ known, vocabulary }: Materials, fact: string): Known | undefined {
	const found = known(undefined, fact);
	return found && (vocabulary[fact]?.about === 'workload' || found.from !== 'assumed') ? found : undefined;
}

/** `none`: how it is told that nobody said it; without, what only one side knows did not turn. */
function told(fact: string, was: Known | undefined, is: Known | undefined, none?: string): readonly string[] {
	if (JSON.stringify(was?.value) === JSON.stringify(is?.value)) return [];
	if (none === undefined && (!was || !is)) return [];
	const write = (known: Known | undefined): string => (known ? clean(factValue(fact, known.value)) : (none ?? ''));
	return [`${factTitle(fact)}: ${write(was)} becomes ${write(is)}`];
}

/** Defaults of the plan that the answers take the place of, and those that stand again. */
export function turnedAssumptions(
	plan: Plan,
	changed: ReadonlySet<string>,
	before: Materials,
	after: Materials,
): PlanDifference['assumptions'] {
	const gone = plan.assumptions.filter(({ fact, about }) => changed.has(fact) && !isAssumed(after, fact, about));
	const added = [...changed].flatMap((fact) => {
		const [was, is] = [before.known(undefined, fact), after.known(undefined, fact)];
		const turns = was && is && was.from !== 'assumed' && is.from === 'assumed';
		return turns ? [`${factTitle(fact)}: ${clean(factValue(fact, is.value))}`] : [];
	});
	return { added, gone: gone.map(({ title, says }) => `${title}: ${says}`) };
}

function isAssumed({ known, sources, places }: Materials, fact: string, about: readonly string[]): boolean {
	if (about.length === 0) return known(undefined, fact)?.from === 'assumed';
	return about.some((id) => known(sources.get(id) ?? places.get(id), fact)?.from === 'assumed');
}
