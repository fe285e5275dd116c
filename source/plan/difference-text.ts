import { clean } from '../facts/clean.ts';
import type { PlanDifference, RouteChange } from './difference.ts';
import { counted, named } from './sentences.ts';

const none = 'no route';

/** A difference as text for people, one change a line; a line that says so when there is none. */
export function differenceText(found: PlanDifference): string {
	const title = (id: string): string => found.names[id] ?? id;
	const titles = (ids: readonly string[]): string => named(ids.map(title), 4);
	const lines = [
		...(found.added.length > 0 ? [`New: ${titles(found.added)}`] : []),
		...(found.removed.length > 0 ? [`Gone: ${titles(found.removed)}`] : []),
		...(found.strategy
			? [`Strategy: ${title(found.strategy.before ?? '')} becomes ${title(found.strategy.after ?? '')}`]
			: []),
		...found.routes.map((change) => routeLine(change, title)),
		...found.paths.map(({ place, before, after }) => {
			const line = (id: string | undefined) => (id === undefined ? 'no line' : title(id));
			return `Line of ${title(place)}: ${line(before)} becomes ${line(after)}`;
		}),
		...costLines(found.costs),
		...found.findings.added.map((finding) => `New finding (${finding.severity}): ${finding.title}`),
		...found.findings.gone.map((finding) => `No longer found (${finding.severity}): ${finding.title}`),
		...(found.questions.added.length > 0 ? [`${counted(found.questions.added.length, 'new question')}`] : []),
		...(found.questions.gone.length > 0 ? [`${counted(found.questions.gone.length, 'question')} no longer open`] : []),
		...restLine(found),
	];
	if (lines.length === 0) return 'The plans do the same.\n';
	return `${lines.map(clean).join('\n')}\n`;
}

function routeLine({ sources, before = [], after = [] }: RouteChange, title: (id: string) => string): string {
	const route = (text: string) => text.split(' > ').map(title).join(' > ');
	const routes = (texts: readonly string[]) => (texts.length === 0 ? none : texts.map(route).join(' and '));
	return `${named(sources.map(title), 4)}: ${routes(before)} becomes ${routes(after)}`;
}

const costNames = {
	oneOff: 'Cost once',
	monthly: 'Cost a month',
	workOnce: 'Work once',
	workMonthly: 'Work a month',
} as const;

function costLines(costs: PlanDifference['costs']): readonly string[] {
	return Object.entries(costNames).flatMap(([part, name]) => {
		const turn = costs[part as keyof typeof costNames];
		if (!turn) return [];
		const write = (value: number) => (part.startsWith('work') ? `${value} h` : `$${value.toFixed(2)}`);
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
}: PlanDifference): readonly string[] {
	const moved = routes.length + added.length + removed.length > 0;
	const told: Readonly<Record<string, boolean>> = {
		sources: moved,
		flows: moved,
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
