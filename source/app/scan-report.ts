import type { Estate } from '../estate/estate.ts';
import { clean } from '../facts/clean.ts';

/** What a scan found and what it could not read, identical troubles told once with their number. */
export function scanReport(estate: Estate, file: string | undefined): string {
	const calls = estate.scanned.reduce((total, cell) => total + cell.calls, 0);
	const lines = [
		`${count(estate.sources.length, 'source')} found in ${count(estate.scanned.length, 'cell')} with ${count(calls, 'call')}.`,
	];
	const told = new Map<string, { cure: string; abouts: string[] }>();
	for (const { about, why, cure } of estate.gaps) {
		const seen = told.get(why) ?? { cure, abouts: [] };
		seen.abouts.push(about);
		told.set(why, seen);
	}
	for (const [why, { cure, abouts }] of told) {
		const more = abouts.length > 1 ? ` and ${abouts.length - 1} more` : '';
		lines.push(`Not read: ${clean(abouts[0] ?? '')}${more}. ${clean(why)}`, `  ${clean(cure)}`);
	}
	if (file !== undefined) lines.push(`The estate is in ${file}. Next:  headwater plan --estate ${file}`);
	return `${lines.join('\n')}\n`;
}

const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;
