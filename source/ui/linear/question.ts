import { littleIsLeft } from '../../app/minor-text.ts';
import type { Item } from '../../app/session/agenda.ts';
import { accepted, printValue, unknownText } from '../../facts/quantity-text.ts';
import { type Draft, isTyped, optionsOf } from '../draft.ts';
import { keymap } from '../keymap.ts';
import { documentsOf, itemOf, itemsOf, type Ui } from '../state.ts';
import { count } from '../telling/amounts.ts';
import { provenanceOf } from '../telling/provenance.ts';
import { minorFromHere, progressText } from '../telling/question.ts';
import { draftOf } from '../under.ts';
import { numbered } from './numbered.ts';

/** The answer that is wanted: what is asked, what is known, what answers would do, and how it is written. */
export function questionLines(ui: Ui): readonly string[] {
	const draft = draftOf(ui);
	if (!draft) return [];
	const item = ui.session?.stage === 'questions' ? itemOf(ui) : undefined;
	const { form, known, fault } = draft;
	const asks = item?.asks ?? form.question ?? form.title;
	const help = item?.help ?? form.help;
	const effects = item?.effects ?? [];
	return [
		`${item ? `${item.group}, ${progressText(itemsOf(ui))}` : aboutOf(ui)}.`,
		...minorLines(ui, item),
		asks,
		...(help === undefined ? [] : [help]),
		known ? `Now ${printValue(form, known.value)}, ${provenanceOf(known)}.` : 'Nobody knows yet.',
		...(isTyped(form) ? effects.map(({ value, says }) => `${printValue(form, value)} would mean: ${says}.`) : []),
		...optionLines(draft, effects),
		...(fault ? [fault.message, fault.wayOut] : []),
		wayOf(draft),
	];
}

function minorLines(ui: Ui, item: Item | undefined): readonly string[] {
	const minor = item ? minorFromHere(itemsOf(ui), item) : 0;
	const title = keymap.find(({ action }) => action === 'enough')?.title;
	return minor > 0 ? [`${littleIsLeft(minor)}: ":${title}" plans with what is assumed.`] : [];
}

function aboutOf(ui: Ui): string {
	const about = ui.views.sources.editing?.about ?? [];
	if (about[0] === '*') return 'For all sources';
	const only = documentsOf(ui)?.estate.sources.find(({ id }) => id === about[0]);
	return `For ${about.length === 1 ? (only?.title ?? about[0]) : count(about.length, 'source')}`;
}

function wayOf({ form }: Draft): string {
	if (isTyped(form)) return `Write ${accepted(form)}, or ${unknownText}; nothing takes what is known.`;
	return form.type === 'choices' ? 'Write numbers with blanks between, or none.' : 'Write a number.';
}

const optionLines = ({ form, ticked }: Draft, effects: Item['effects']): readonly string[] =>
	numbered(
		optionsOf(form).map((option) => {
			const effect = effects.find(({ value }) => printValue(form, value) === option)?.says;
			const tick = ticked.includes(option) ? ', ticked' : '';
			return `${option === unknownText ? 'not sure' : option}${tick}${effect ? `: ${effect}` : ''}`;
		}),
	);
