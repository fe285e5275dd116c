import { type Estate, type Gap, settledStates } from '../../estate/estate.ts';
import { clean } from '../../facts/clean.ts';
import { counted } from '../written.ts';
import { missingActions } from './missing-actions.ts';

/** What a scan found, by kind, and what it could not read; what one cure mends is told once with its number. Banners stand between. */
export function scanReport(estate: Estate, file: string | undefined, banners: readonly string[] = []): string {
	const { sources, scanned } = estate;
	const calls = scanned.reduce((total, cell) => total + cell.calls, 0);
	const kinds = Object.entries(Object.groupBy(sources, ({ kind }) => kind))
		.map(([kind, found = []]) => ({ kind, count: found.length }))
		.toSorted((a, b) => b.count - a.count || (a.kind < b.kind ? -1 : 1));
	const asked = calls > 0 ? ` with ${counted(calls, 'call')}` : '';
	const read = scanned.filter(({ state }) => settledStates.has(state)).length;
	const nothing = scanned.filter(({ state }) => state === 'unsupported' || state === 'not-subscribed').length;
	const whole = read === scanned.length ? [] : [`Read whole: ${read} of ${counted(scanned.length, 'part')}.`];
	return `${[
		`${counted(sources.length, 'source')} found${asked}${sources.length === 0 ? '.' : ':'}`,
		...kinds.map(({ kind, count }) => `  ${String(count).padStart(6)}  ${clean(kind)}`),
		...banners.map(clean),
		...whole,
		...(nothing === 0 ? [] : [`Not offered there, or not signed up for: ${counted(nothing, 'part')}.`]),
		...troubles(estate),
		...permissions(estate, file),
		...(file === undefined ? [] : next(file, sources.length)),
	].join('\n')}\n`;
}

/** Sources of which nobody reads a list. */
const many = 200;

const next = (file: string, sources: number): readonly string[] => [
	...(sources > many ? [`In groups:  headwater groups ${file} --by prefix`] : []),
	`The estate is in ${file}. Next:  headwater plan --estate ${file}`,
];

function troubles({ gaps }: Estate): readonly string[] {
	return [...Map.groupBy(gaps, ({ cure }) => cure).values()].flatMap((alike) => {
		const [first] = alike;
		if (!first) return [];
		const about = new Set(alike.map((gap) => gap.about));
		const more = about.size > 1 ? ` and ${about.size - 1} more` : '';
		return [`Not read: ${clean(first.about)}${more}. ${reasons(alike)}`, `  ${clean(first.cure)}`];
	});
}

/** What is granted and what is missing, once something was denied. */
function permissions(estate: Estate, file: string | undefined): readonly string[] {
	const { missing, known } = missingActions(estate);
	if (missing.length === 0) return [];
	const print = `headwater policy --missing ${file ?? 'ESTATE'}`;
	return [`Permissions: ${known - missing.length} of ${known} are enough; for the policy that lacks:  ${print}`];
}

/** Reasons that are told in full; of more, how many there are. */
const mostReasons = 3;

function reasons(gaps: readonly Gap[]): string {
	const actions = [...new Set(gaps.map(({ action }) => action))];
	const [first = '', ...others] = [...new Set(gaps.map(({ why }) => why))];
	// Where only the action is another one, the list of actions says the same in fewer words.
	const differ = new Set(gaps.map(({ why, action }) => (action === undefined ? why : why.replaceAll(action, '')))).size;
	if (differ === 1 && actions.length > 1) return clean(first.replaceAll(actions[0] ?? '', actions.join(', ')));
	const told = [first, ...others].slice(0, mostReasons).map(clean).join(' ');
	const left = others.length + 1 - mostReasons;
	return left > 0 ? `${told} And ${left} more ${left === 1 ? 'reason' : 'reasons'} like these.` : told;
}
