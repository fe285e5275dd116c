import type { Binding } from '../binding.ts';
import { bindingsIn, reasonAgainst } from '../keymap.ts';
import { modeBelow, modes } from '../mode.ts';
import { blank, cells, exactly, paragraph, type Row, row, span } from '../rows.ts';
import type { Ui } from '../state.ts';
import type { Signs } from '../theme.ts';
import { fieldRow } from './answer.ts';

/** Something that can be done where one stands: its keys, and one of the bindings behind them. */
interface Entry {
	readonly title: string;
	readonly keys: string;
	readonly binding: Binding;
}

/** Everything that keys do where one stands, those in which every word of the filter occurs. */
export function helpEntries(ui: Ui): readonly Entry[] {
	const alike = Map.groupBy(bindingsIn(modeBelow(ui)), ({ title }) => title);
	const words = (ui.help?.filter.text ?? '').toLowerCase().split(/\s+/).filter(Boolean);
	return [...alike].flatMap(([title, same]): readonly Entry[] => {
		const [binding] = same;
		const keys = same.flatMap((one) => one.keys.map((key) => keyText(key, ui.signs))).join(' ');
		const text = `${title} ${keys}`.toLowerCase();
		return binding && words.every((word) => text.includes(word)) ? [{ title, keys, binding }] : [];
	});
}

/** The overlay of keys: a filter, and what can be done with the reason why it does nothing now, if so. */
export function helpRows(ui: Ui, columns: number): readonly Row[] {
	const entries = helpEntries(ui);
	const wide = Math.min(24, Math.max(8, ...entries.map(({ keys }) => cells(keys)))) + 2;
	const { filter, cursor } = ui.help ?? { filter: { text: '', at: 0 }, cursor: 0 };
	const [, ...typed] = fieldRow(filter, columns - 10, ui.signs);
	return [
		row(
			span(`Keys: ${modes[modeBelow(ui)]}`, 'heading'),
			span('   type to filter, enter does it, esc closes', 'quiet'),
		),
		row(span('/ ', 'chosen'), ...typed),
		...entries.flatMap(({ keys, title, binding }, index) => {
			const reason = reasonAgainst(ui, binding);
			const isHere = index === cursor;
			return [
				row(
					span(isHere ? `${ui.signs.pointer} ` : '  ', 'chosen'),
					span(exactly(keys, wide), 'strong'),
					span(title, reason === undefined ? (isHere ? 'chosen' : 'plain') : 'quiet'),
				),
				...(reason === undefined ? [] : paragraph(reason, columns, ' '.repeat(wide + 2), 'quiet')),
			];
		}),
		...(entries.length === 0 ? [row(span('  Nothing here is called so.', 'warn'))] : []),
		blank,
		...paragraph(
			'ctrl+c quits at once. Every answer is saved when it is given. NO_COLOR=1 draws without colour, --ascii with plain signs, --linear holds the session as lines.',
			columns,
			'',
			'quiet',
		),
	];
}

/** A key as it is printed. */
export function keyText(key: string, { up, down, across }: Signs): string {
	const arrows = across.split(/\//).length > 1 ? ['left', 'right'] : ['←', '→'];
	const texts: Readonly<Record<string, string>> = {
		up,
		down,
		left: arrows[0] ?? 'left',
		right: arrows[1] ?? 'right',
		escape: 'esc',
		'page up': 'pgup',
		'page down': 'pgdn',
	};
	return texts[key] ?? key;
}
