import { factTitle, factValue } from '../facts/fact-text.ts';
import { decidedBy } from '../plan/decided-by.ts';
import type { Plan, PlanKnown } from '../plan/plan.ts';
import { markdownTable, markdownText } from './languages/markdown.ts';

const workload = 'the workload';

/** Who gave which answer about what, and on which day; nothing where the answers name nobody. */
export function whoAnswered(plan: Plan): readonly string[] {
	const stated = [
		[workload, plan.workload] as const,
		...plan.sources.map((source) => [source.title, decidedBy(plan, source)] as const),
	];
	const about = new Map<string, { readonly fact: string; readonly known: PlanKnown; readonly titles: string[] }>();
	for (const [title, facts] of stated) {
		for (const [fact, known] of Object.entries(facts)) {
			if (known.by === undefined) continue;
			const key = JSON.stringify([known.by, known.at, fact, known.value, known.from]);
			const same = about.get(key) ?? { fact, known, titles: [] };
			same.titles.push(title);
			about.set(key, same);
		}
	}
	const rows = [...about.values()].map(({ fact, known, titles }) => [
		markdownText(known.by ?? ''),
		markdownText(known.at.slice(0, 10)),
		markdownText(factTitle(fact)),
		markdownText(`${factValue(fact, known.value)}${known.from === 'assumed' ? ' (assumed: not sure)' : ''}`),
		markdownText(holdsFor(titles)),
	]);
	return markdownTable(['Who', 'When', 'Asked for', 'Answer', 'Holds for'], rows);
}

/** What is said for the workload reaches its sources, which need no names then. */
function holdsFor(titles: readonly string[]): string {
	if (titles[0] === workload) return workload;
	return titles.length > 6 ? `${titles.slice(0, 5).join(', ')} and ${titles.length - 5} more` : titles.join(', ');
}
