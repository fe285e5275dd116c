import type { Item } from '../../app/session/agenda.ts';
import { accepted, printValue, unknownText } from '../../facts/quantity-text.ts';
import { type Draft, isTyped, optionsOf } from '../draft.ts';
import type { Field } from '../field.ts';
import { blank, cells, charactersOf, exactly, paragraph, type Row, row, span } from '../rows.ts';
import type { Signs } from '../theme.ts';
import { faultRows } from './fault.ts';
import { provenanceOf } from './provenance.ts';

/** The field of a draft, or its options with what each would do, and the fault if the answer cannot be read. */
export function answerRows(draft: Draft, effects: Item['effects'], columns: number, signs: Signs): readonly Row[] {
	const { form, known, fault } = draft;
	const from = known ? provenanceOf(known) : 'nobody knows yet';
	const picked = form.type === 'choices' && draft.ticked.length === 0 ? 'Nothing ticked means none.' : '';
	const trouble = faultRows(fault, columns, span(`${signs.caution} `, 'warn'));
	const body = isTyped(form)
		? [fieldRow(draft.field, columns, signs), ...trouble, ...paragraph(from, columns, '  ', 'quiet')]
		: [...paragraph(`${from}. ${picked}`, columns, '  ', 'quiet'), ...optionRows(draft, effects, columns, signs)];
	const typing =
		isTyped(form) && !fault ? paragraph(`Write ${accepted(form)}, or ${unknownText}.`, columns, '  ', 'quiet') : [];
	return [...body, ...typing];
}

/** A field with its cursor, windowed around it where it is too long. */
export function fieldRow({ text, at }: Field, columns: number, { pointer, upright }: Signs): Row {
	const all = charactersOf(text);
	const room = Math.max(4, columns - 5);
	let start = 0;
	while (cells(all.slice(start, at).join('')) > room - 1) start += 1;
	let end = all.length;
	while (cells(all.slice(start, end).join('')) > room) end -= 1;
	return [
		span(`${pointer} `, 'chosen'),
		span(all.slice(start, at).join(''), 'strong'),
		span(upright, 'chosen'),
		span(all.slice(at, Math.max(at, end)).join(''), 'strong'),
	];
}

function optionRows(draft: Draft, effects: Item['effects'], columns: number, { pointer, done }: Signs): readonly Row[] {
	const { form, cursor, ticked, known } = draft;
	const options = optionsOf(form);
	const now = known === undefined || form.type === 'choices' ? undefined : printValue(form, known.value);
	const wide = Math.max(...options.map((option) => cells(titleOf(option)))) + 2;
	return options.flatMap((option, index) => {
		const here = index === cursor;
		const box =
			form.type === 'choices' ? (ticked.includes(option) ? `[${done}] ` : '[ ] ') : option === now ? '(*) ' : '( ) ';
		const effect = effects.find(({ value }) => printValue(form, value) === option)?.says ?? '';
		const lead = [
			span(here ? `${pointer} ` : '  ', 'chosen'),
			span(option === unknownText && form.type === 'choices' ? '    ' : box),
			span(exactly(titleOf(option), wide), here ? 'chosen' : 'plain'),
		];
		const indent = wide + 6;
		if (effect === '' || columns - indent < 12)
			return [lead, ...(effect ? paragraph(effect, columns, '      ', 'quiet') : [])];
		return paragraph(effect, columns - indent).map((line, part) =>
			part === 0
				? [...lead, ...line.map((one) => ({ ...one, role: 'quiet' as const }))]
				: row(' '.repeat(indent), ...line.map((one) => ({ ...one, role: 'quiet' as const }))),
		);
	});
}

const titleOf = (option: string): string => (option === unknownText ? 'not sure' : option);

/** What other values would do, where the answer is typed. */
export function effectRows({ effects, form }: Item, columns: number): readonly Row[] {
	if (effects.length === 0 || !isTyped(form)) return [];
	return [
		row(span('What the answer decides', 'heading')),
		...effects.flatMap(({ value, says }) => paragraph(says, columns, span(`  ${printValue(form, value)}: `, 'strong'))),
		blank,
	];
}
