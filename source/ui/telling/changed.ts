import type { AnswerSet, Answers } from '../../estate/answers.ts';
import { facts } from '../../facts/index.ts';

/** In what two sets of answers differ, by the titles of the facts and choices; at most two are named. */
export function changedText(before: Answers | undefined, after: Answers | undefined): string {
	if (!before || !after) return 'The last answer';
	const parts = ['workload', ...keysOf(before.places, after.places), ...keysOf(before.sources, after.sources)];
	const changed = parts.flatMap((id) => {
		const [was, is] = [setOf(before, id), setOf(after, id)];
		return keysOf(was, is).filter((fact) => JSON.stringify(was[fact]) !== JSON.stringify(is[fact]));
	});
	const titles = [...new Set(changed)].map((fact) => (Object.hasOwn(facts, fact) ? titleOf(fact) : fact));
	const [from, to] = [before.choices, after.choices];
	if (from.strategy !== to.strategy) titles.push('Choice of a strategy');
	if (JSON.stringify(from.routes) !== JSON.stringify(to.routes)) titles.push('Choice of a route');
	const more = titles.length - mostNamed;
	if (titles.length === 0) return 'The last answer';
	return more > 0 ? `${titles.slice(0, mostNamed).join(', ')} and ${more} more` : titles.join(' and ');
}

const mostNamed = 2;

const titleOf = (fact: string): string => facts[fact as keyof typeof facts].title;

const keysOf = (a: object, b: object): readonly string[] => [...new Set([...Object.keys(a), ...Object.keys(b)])];

const setOf = ({ workload, places, sources }: Answers, id: string): AnswerSet =>
	id === 'workload' ? workload : (places[id] ?? sources[id] ?? {});
