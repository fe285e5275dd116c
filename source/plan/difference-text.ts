import { clean } from '../facts/clean.ts';
import { money } from '../facts/money.ts';
import { duration } from './amounts.ts';
import type { FactChange } from './difference-facts.ts';
import type { PlanDifference, RouteChange } from './difference-shape.ts';
import { counted, listed, named } from './sentences.ts';

const none = 'no route';

/** A difference as text for people, one change a line; a line that says so when there is none. */
export function differenceText(found: PlanDifference): string {
	const title = (id: string): string => found.names[id] ?? id;
	const titles = (ids: readonly string[]): string => named(ids.map(title), 4);
	const lines = [
		...(found.added.length > 0 ? [`New: ${titles(found.added)}`] : []),
		...(found.removed.length > 0 ? [`Gone: ${titles(found.removed)}`] : []),
		...factLines(found.facts, title),
		...consequenceLines(found),
	];
	return lines.length === 0
		? 'The plans do the same.\n'
		: `${[...lines, ...originLine(found)].map(clean).join('\n')}\n`;
}

/** What the plan does otherwise, without the sources and facts from which it follows. */
export function consequenceLines(found: PlanDifference): readonly string[] {
	const title = (id: string): string => found.names[id] ?? id;
	return [
		...(found.strategy
			? [`Strategy: ${title(found.strategy.before ?? '')} becomes ${title(found.strategy.after ?? '')}`]
			: []),
		...found.routes.flatMap((change) => routeLines(change, title)),
		...found.paths.map(({ place, before, after }) => {
			const line = (id: string | undefined) => (id === undefined ? 'no line' : title(id));
			return `Line of ${title(place)}: ${line(before)} becomes ${line(after)}`;
		}),
		...costLines(found),
		...timeLines(found.times),
		...found.findings.added.map((finding) => `New finding (${finding.severity}): ${finding.title}`),
		...found.findings.gone.map((finding) => `No longer found (${finding.severity}): ${finding.title}`),
		...some('Now assumed', found.assumptions.added),
		...some('No longer assumed', found.assumptions.gone),
		...(found.questions.added.length > 0 ? [`${counted(found.questions.added.length, 'new question')}`] : []),
		...(found.questions.gone.length > 0 ? [`${counted(found.questions.gone.length, 'question')} no longer open`] : []),
		...restLine(found),
	];
}

const mostNamed = 6;

const some = (heading: string, told: readonly string[]): readonly string[] =>
	told.length === 0 ? [] : [`${heading}: ${named(told, mostNamed)}`];

/** Facts that turned, each with its sources; a long list ends in how many more there are. */
export function factLines(changes: readonly FactChange[], title: (id: string) => string): readonly string[] {
	const most = 20;
	const shown = changes.slice(0, most).map(({ title: fact, about, before, after, factor }) => {
		const whose = about.length === 0 ? fact : `${fact} of ${named(about.map(title), 4)}`;
		const by = factor !== undefined && (factor >= 2 || factor <= 0.5) ? ` (${factor} times)` : '';
		return `${whose}: ${before} becomes ${after}${by}`;
	});
	return changes.length <= most ? shown : [...shown, `And ${changes.length - most} more facts`];
}

const documents: Readonly<Record<string, string>> = {
	estate: 'another estate',
	answers: 'other answers',
	catalog: 'another catalogue',
	prices: 'other prices',
};

function originLine({ origins }: PlanDifference): readonly string[] {
	const told = origins.map((name) => documents[name] ?? name);
	return told.length === 0 ? [] : [`The second plan was made from ${listed(told, 'and')}`];
}

function timeLines({ history, freshness }: PlanDifference['times']): readonly string[] {
	const day = (time: { seconds: number; on: string } | undefined) =>
		time ? `${time.on} (after ${duration(time.seconds)})` : 'a day nobody knows';
	const age = (time: { seconds: number } | undefined) => (time ? duration(time.seconds) : 'unknown');
	return [
		...(history ? [`Whole history there on: ${day(history.before)} becomes ${day(history.after)}`] : []),
		...(freshness ? [`Oldest data kept up: ${age(freshness.before)} becomes ${age(freshness.after)}`] : []),
	];
}

function routeLines(
	{ sources, before = [], after = [], because }: RouteChange,
	title: (id: string) => string,
): readonly string[] {
	const route = (text: string) => text.split(' > ').map(title).join(' > ');
	const all = (texts: readonly string[]) => (texts.length === 0 ? none : texts.map(route).join(' and '));
	// History and changes may go the same way: it is named once, unless that is what changes.
	const isTold = all([...new Set(before)]) !== all([...new Set(after)]);
	const routes = (texts: readonly string[]) => all(isTold ? [...new Set(texts)] : texts);
	const why = because.length === 0 ? [] : [`  because of ${named(because, 3)}`];
	return [`${named(sources.map(title), 4)}: ${routes(before)} becomes ${routes(after)}`, ...why];
}

const costNames = {
	oneOff: 'Cost once',
	monthly: 'Cost a month',
	workOnce: 'Work once',
	workMonthly: 'Work a month',
} as const;

function costLines({ costs, currency }: PlanDifference): readonly string[] {
	return Object.entries(costNames).flatMap(([part, name]) => {
		const turn = costs[part as keyof typeof costNames];
		if (!turn) return [];
		const write = (value: number) => (part.startsWith('work') ? `${value} h` : money(value, currency, 'the cent'));
		return [`${name}: ${write(turn.before)} becomes ${write(turn.after)}`];
	});
}

/** Parts of which nothing above tells. */
function restLine({
	parts,
	routes,
	added,
	removed,
	strategy,
	costs,
	findings,
	questions,
	paths,
	facts,
	assumptions,
}: PlanDifference): readonly string[] {
	const moved = routes.length + added.length + removed.length > 0;
	const told: Readonly<Record<string, boolean>> = {
		sources: moved || facts.length > 0,
		flows: moved || facts.length > 0,
		workload: facts.some(({ about }) => about.length === 0),
		assumptions: assumptions.added.length + assumptions.gone.length > 0,
		unserved: moved,
		strategy: strategy !== undefined,
		costs: Object.keys(costs).length > 0,
		findings: findings.added.length + findings.gone.length > 0,
		questions: questions.added.length + questions.gone.length > 0,
		places: paths.length > 0,
	};
	const rest = parts.filter((part) => !told[part]);
	return rest.length === 0 ? [] : [`Different in detail: ${rest.join(', ')}`];
}
