import type { Plan } from '../../plan/plan.ts';
import { heading, labelled, wrap } from '../wrap.ts';
import { counted, named, titleIn } from '../written.ts';

const severities = { high: 'Grave', medium: 'Medium', low: 'Minor' } as const;

/** What stands against the plan, gravest first. */
export function findingPart(plan: Plan, width: number): readonly string[] {
	if (plan.findings.length === 0) return [];
	const title = titleIn(plan);
	// A flow is named in the title already.
	const flows = new Set(plan.flows.map(({ id }) => id));
	const whom = (about: readonly string[]): string => {
		const told = about.filter((id) => !flows.has(id));
		return told.length === 0 ? '' : ` (${named(told.map(title), 4)})`;
	};
	return [
		...heading('Findings'),
		...plan.findings.flatMap(({ severity, title: what, about, says, remedy }) => [
			...labelled(severities[severity], `${what}${whom(about)}`, width),
			...wrap(`${says} ${remedy}`, { width, first: ' '.repeat(12) }),
		]),
	];
}

/** Defaults nobody confirmed. */
export function assumptionPart(plan: Plan, width: number): readonly string[] {
	if (plan.assumptions.length === 0) return [];
	const title = titleIn(plan);
	const whom = (about: readonly string[]): string => {
		if (about.length === 0) return '';
		const places = plan.places.some(({ id }) => id === about[0]);
		return about.length > 3
			? ` (${counted(about.length, places ? 'place' : 'source')})`
			: ` (${named(about.map(title), 3)})`;
	};
	return [
		...heading('Assumed, since nobody said otherwise'),
		...plan.assumptions.flatMap(({ title: what, says, about }) =>
			wrap(`${what}: ${says}${whom(about)}`, { width, first: '  ', rest: '    ' }),
		),
	];
}

/** How many questions are told; \`headwater questions\` tells all. */
const shown = 5;

/** What is worth asking, most decisive first, with what each answer would do. */
export function questionPart({ questions, ...plan }: Plan, width: number): readonly string[] {
	if (questions.length === 0) return [];
	const title = titleIn(plan);
	const more = questions.length - shown;
	return [
		...heading('Still open, and could change this plan'),
		...questions.slice(0, shown).flatMap(({ asks, about, effects }) => [
			...wrap(`${asks}${about.length > 0 ? ` (${named(about.map(title), 3)})` : ''}`, {
				width,
				first: '  ',
				rest: '    ',
			}),
			...effects.slice(0, 2).flatMap((effect) => wrap(effect, { width, first: '      ' })),
		]),
		...(more > 0
			? wrap(`${counted(more, 'more question')}: headwater questions lists them all.`, { width, first: '  ' })
			: []),
	];
}

/** What could not be read. */
export function gapPart({ gaps, ...plan }: Plan, width: number): readonly string[] {
	if (gaps.length === 0) return [];
	const title = titleIn(plan);
	const told = new Map<string, { readonly cure: string; readonly abouts: string[] }>();
	for (const { about, why, cure } of gaps) {
		const seen = told.get(why);
		if (seen) seen.abouts.push(about);
		else told.set(why, { cure, abouts: [about] });
	}
	return [
		...heading('Could not be read'),
		...[...told].flatMap(([why, { cure, abouts }]) =>
			wrap(`${named(abouts.map(title), 3)}: ${why} ${cure}`, { width, first: '  ', rest: '    ' }),
		),
	];
}

/** Where the textbook says otherwise. */
export function textbookPart({ textbook }: Plan, width: number): readonly string[] {
	if (textbook.length === 0) return [];
	return [
		...heading('The textbook, and today'),
		...textbook.flatMap(({ says, today, since }) => [
			...labelled('Textbook', says, width),
			...labelled('Today', `${today}${since === undefined ? '' : ` Since ${since}.`}`, width),
		]),
	];
}
