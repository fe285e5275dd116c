import { bindingsIn, reasonAgainst } from '../keymap.ts';
import { modeBelow, modes } from '../mode.ts';
import { cells, exactly, paragraph, type Row, row, span } from '../rows.ts';
import type { Ui } from '../state.ts';
import type { Signs } from '../theme.ts';

/** Everything that keys do where one stands, each with the reason why it does nothing now, if so. */
export function helpRows(ui: Ui, columns: number): readonly Row[] {
	const mode = modeBelow(ui);
	const alike = Map.groupBy(bindingsIn(mode), ({ title }) => title);
	const lines = [...alike].map(([title, same]) => ({
		keys: same.flatMap(({ keys }) => keys.map((key) => keyText(key, ui.signs))).join(' '),
		title,
		reason: same[0] && reasonAgainst(ui, same[0]),
	}));
	const wide = Math.min(24, Math.max(...lines.map(({ keys }) => cells(keys)))) + 2;
	return [
		row(span(`Keys: ${modes[mode]}`, 'heading')),
		...lines.flatMap(({ keys, title, reason }) => [
			row(span(exactly(keys, wide), 'strong'), span(title, reason === undefined ? 'plain' : 'quiet')),
			...(reason === undefined ? [] : paragraph(reason, columns, ' '.repeat(wide), 'quiet')),
		]),
		row(span(exactly('ctrl+c', wide), 'strong'), 'quit at once; everything is saved'),
		...paragraph('NO_COLOR=1 draws without colour. Every answer is saved when it is given.', columns, '', 'quiet'),
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
