import type { Answer } from '../estate/answers.ts';
import type { Known } from '../estate/estate.ts';
import type { Fact } from '../facts/fact.ts';
import { parseValue, printValue, unknownText } from '../facts/quantity-text.ts';
import { type Fault, faultOf } from './fault.ts';
import { type Field, fieldOf } from './field.ts';

/** An answer that is being given: typed for quantities and texts, picked for everything else. */
export interface Draft {
	readonly form: Fact;
	/** What is known, with which the draft was prefilled. */
	readonly known?: Known;
	readonly field: Field;
	/** Row of the option under the cursor. */
	readonly cursor: number;
	/** Options that are ticked, where several may be. */
	readonly ticked: readonly string[];
	readonly fault?: Fault;
}

/** Whether the answer is typed and not picked. */
export const isTyped = ({ type }: Fact): boolean => type === 'quantity' || type === 'text';

/** What can be picked, as a person writes it, "not sure" last. */
export function optionsOf(form: Fact): readonly string[] {
	if (form.type === 'yes-no') return ['yes', 'no', unknownText];
	if (form.type === 'choice' || form.type === 'choices') return [...form.values, unknownText];
	return [];
}

/** Whether the cursor stands on "not sure". */
export const isUnsure = ({ form, cursor }: Draft): boolean => optionsOf(form)[cursor] === unknownText;

/** A draft that says what is known. */
export function beginDraft(form: Fact, known: Known | undefined): Draft {
	const text = known === undefined ? '' : printValue(form, known.value);
	const ticked = Array.isArray(known?.value) ? (known.value as readonly string[]) : [];
	const chosen = form.type === 'choices' ? (ticked[0] ?? '') : text;
	return {
		form,
		...(known === undefined ? {} : { known }),
		field: fieldOf(isTyped(form) && text !== unknownText ? text : ''),
		cursor: Math.max(0, optionsOf(form).indexOf(chosen)),
		ticked,
	};
}

/** The draft with the cursor moved by so many options. */
export function moved(draft: Draft, by: number): Draft {
	const last = optionsOf(draft.form).length - 1;
	return { ...draft, cursor: Math.min(Math.max(0, draft.cursor + by), last) };
}

/** The draft with the option under the cursor ticked, or no longer. */
export function ticked(draft: Draft): Draft {
	const option = optionsOf(draft.form)[draft.cursor];
	if (draft.form.type !== 'choices' || option === undefined || option === unknownText) return draft;
	const was = draft.ticked.includes(option);
	return { ...draft, ticked: was ? draft.ticked.filter((one) => one !== option) : [...draft.ticked, option] };
}

/** The answer that a draft says, or the draft with the reason why it says none. */
export function readDraft(draft: Draft): { readonly answer: Answer } | { readonly refused: Draft } {
	const { form, known, field } = draft;
	const option = optionsOf(form)[draft.cursor] ?? '';
	if (form.type === 'choices' && option !== unknownText) {
		return { answer: form.values.filter((value) => draft.ticked.includes(value)) };
	}
	// What was measured is confirmed as it is, not as the rounded text.
	if (known && isTyped(form) && field.text.trim() === printValue(form, known.value)) return { answer: known.value };
	try {
		return { answer: parseValue(form, isTyped(form) ? field.text : option) };
	} catch (error) {
		return { refused: { ...draft, fault: faultOf(error) } };
	}
}
