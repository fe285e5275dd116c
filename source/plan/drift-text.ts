import { clean } from '../facts/clean.ts';
import { consequenceLines, factLines } from './difference-text.ts';
import type { ClosedService, Drift } from './drift.ts';
import { listed, named } from './sentences.ts';

/** A drift as text for people: what moved, then what a plan made today would do otherwise. */
export function driftText(found: Drift): string {
	const title = (id: string): string => found.difference.names[id] ?? id;
	const sources = (ids: readonly string[]) => named(ids.map(title), 8);
	const { added, gone, closed, prices, difference } = found;
	const moved = [
		...(added.length > 0 ? [`New (${added.length}): ${sources(added)}`] : []),
		...(gone.length > 0 ? [`Gone (${gone.length}): ${sources(gone)}`] : []),
		...section('Grown', factLines(found.grown, title)),
		...section('Shrunk', factLines(found.shrunk, title)),
		...section('Re-classified', factLines(found.reclassified, title)),
		...section('Turned', factLines(found.turned, title)),
		...section('Assumed in the plan, and not so', factLines(found.broken, title)),
		...section('No longer open', closed.map(closedLine)),
		...(prices ? [`The prices of the plan are of ${prices.asOf}, ${prices.days} days old`] : []),
	];
	const head = found.drifted
		? `The estate has moved away from the plan of ${found.since}.`
		: `The plan of ${found.since} still fits on ${found.today}.`;
	const follows = section('A plan made today would do otherwise', consequenceLines(difference));
	const note = difference.origins.includes('answers')
		? ['The plan was made with other answers than those given here; what differs may come from them.']
		: [];
	return `${[head, ...moved, ...follows, ...note].map(clean).join('\n')}\n`;
}

const section = (heading: string, lines: readonly string[]): readonly string[] =>
	lines.length === 0 ? [] : [`${heading}:`, ...lines.map((line) => `  ${line}`)];

function closedLine({ title, state, on, instead }: ClosedService): string {
	if (state === 'unknown') return `${title}: the catalogue does not know it any more`;
	const how = { 'closed to new customers': 'closed to new customers since', ending: 'ends on', ended: 'ended on' }[
		state
	];
	return `${title}: ${how} ${on}${instead.length > 0 ? `; instead ${listed(instead, 'or')}` : ''}`;
}
