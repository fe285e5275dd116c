import { isOfLine } from '../../facts/fact.ts';
import type { Ground } from '../ground/ground.ts';
import { moneyFacts } from '../ground/kernel.ts';
import { withRoots } from '../ground/read-facts.ts';
import type { Pattern } from '../routing/patterns.ts';
import type { Planned } from '../routing/plan-places.ts';
import { failsAnyway } from '../tipping/lively.ts';

/** A planned source, as far as it tells what its routes rest on. */
type Resting = Pick<Planned, 'source' | 'row' | 'pattern'> & {
	readonly need: Pick<Planned['need'], 'history' | 'changes'>;
};

/** Facts that decide for a source as long as nobody says otherwise: what it needs, and what routes read that could still win. */
export type RestsOn = (planned: Resting) => readonly string[];

/** Sources of one class with one pattern rest on the same, if they need the same; it is worked out once for them. */
export function restsOnReader(ground: Ground): RestsOn {
	const known = new Map<Pattern, Map<number, readonly string[]>>();
	const byRoutes = new Map<string, readonly string[]>();
	return (planned) => {
		const { pattern, row, need } = planned;
		const own = known.get(pattern) ?? new Map<number, readonly string[]>();
		known.set(pattern, own);
		const key = (ground.classes.of[row] as number) * 4 + Number(need.history) * 2 + Number(need.changes);
		const found = own.get(key) ?? restsOn(ground, planned, byRoutes);
		own.set(key, found);
		return found;
	};
}

/** What the routes that could still win read is the same wherever the same could: there are few such lists, and each is made once. */
function restsOn(
	{ routesOf, table }: Ground,
	{ source, row, need }: Resting,
	byRoutes: Map<string, readonly string[]>,
): readonly string[] {
	const isOpen = (fact: string) => isOfLine(fact) || table.columns.get(fact)?.open[row] === 1;
	const routes = routesOf(source.family).filter(({ gates }) => !failsAnyway(gates, row, isOpen));
	const key = `${need.history} ${need.changes} ${routes.map(({ index }) => index).join()}`;
	const known = byRoutes.get(key);
	if (known) return known;
	const facts = new Set([
		'use',
		'residency',
		...(need.history ? ['volume', 'deadline'] : []),
		...(need.changes ? ['change', 'freshness', 'features.freshness', 'scoring', 'retraining'] : []),
		...(routes.length > 1 ? moneyFacts : []),
	]);
	for (const { inputs } of routes) for (const fact of inputs) facts.add(fact);
	const found = withRoots(facts);
	byRoutes.set(key, found);
	return found;
}
