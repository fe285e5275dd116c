import type { Estate } from '../estate/estate.ts';
import { clean } from '../facts/clean.ts';
import { counted } from './written.ts';

/** What a scan found, by kind, and what it could not read; identical troubles told once with their number. */
export function scanReport(estate: Estate, file: string | undefined): string {
	const { sources, scanned } = estate;
	const calls = scanned.reduce((total, cell) => total + cell.calls, 0);
	const kinds = Object.entries(Object.groupBy(sources, ({ kind }) => kind))
		.map(([kind, found = []]) => ({ kind, count: found.length }))
		.toSorted((a, b) => b.count - a.count || (a.kind < b.kind ? -1 : 1));
	const asked = calls > 0 ? ` with ${counted(calls, 'call')}` : '';
	return `${[
		`${counted(sources.length, 'source')} found${asked}${sources.length === 0 ? '.' : ':'}`,
		...kinds.map(({ kind, count }) => `  ${String(count).padStart(6)}  ${clean(kind)}`),
		...troubles(estate),
		...(file === undefined ? [] : [`The estate is in ${file}. Next:  headwater plan --estate ${file}`]),
	].join('\n')}\n`;
}

function troubles({ gaps }: Estate): readonly string[] {
	return [...Map.groupBy(gaps, ({ why, cure }) => JSON.stringify([why, cure])).values()].flatMap((alike) => {
		const [first] = alike;
		if (!first) return [];
		const more = alike.length > 1 ? ` and ${alike.length - 1} more` : '';
		return [`Not read: ${clean(first.about)}${more}. ${clean(first.why)}`, `  ${clean(first.cure)}`];
	});
}
