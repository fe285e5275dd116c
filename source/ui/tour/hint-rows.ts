import type { Binding } from '../binding.ts';
import { isRoomy, isTooSmall } from '../layout.ts';
import { paragraph, type Row, type Size, span } from '../rows.ts';
import type { Ui } from '../state.ts';
import { keyText } from '../telling/help.ts';
import { steps, type Told } from './steps.ts';
import { hintOf, isOffered, keyFor, offer, told, worded } from './tour.ts';

/** Fewer rows hold a screen and nothing else. */
const least = 10;
/** Below this width the short sentence is told. */
const narrow = 60;

const isBrief = (size: Size): boolean => !isRoomy(size) || size.columns < narrow;

/** Rows that the tour takes from a window; all its hints take as many, so that nothing jumps. */
export function hintHeight(ui: Ui): number {
	const { size } = ui;
	if (isTooSmall(size) || size.rows < least || !(isOffered(ui) || hintOf(ui))) return 0;
	if (!isRoomy(size)) return 3;
	return 2 + Math.max(...[offer, ...steps].map((one) => sentence(ui, one).length));
}

/** What stands between the screen and its keys: the hint of the tour, or that there is a tour. */
export function hintRows(ui: Ui): readonly Row[] {
	const { size, signs } = ui;
	const { hint: height = 0 } = size;
	if (height === 0) return [];
	const hint = hintOf(ui);
	const step = told(hint);
	const keys = [hint ? hint.key : keyFor(ui, ['tour']), keyFor(ui, ['next hint']), keyFor(ui, ['end tour'])];
	const isWhole = !hint || !isBrief(size);
	const pressed = [
		span(` ${signs.pointer}`, 'said'),
		...keys.flatMap((key) => (key ? keySpans(ui, key, isWhole) : [])),
	];
	if (!isRoomy(size)) {
		const number = hint ? `${hint.number}/${steps.length} ` : '';
		return [...filled(sentence(ui, step, number), height - 1), pressed];
	}
	const title = hint ? `Tour ${hint.number} of ${steps.length}` : 'New here?';
	const rule = signs.line.repeat(Math.max(0, size.columns - title.length - 4));
	return [
		[span(` ${signs.line} ${title} `, 'said'), span(rule, 'quiet')],
		...filled(sentence(ui, step), height - 2),
		pressed,
	];
}

const keySpans = ({ signs }: Ui, binding: Binding, isWhole: boolean): Row => [
	span(` ${keyText(binding.keys[0] ?? '', signs)} `, 'strong'),
	span(`${isWhole ? binding.title : shortOf(binding)} `, 'quiet'),
];

/** What is said of a key in a small window: of those of the tour a word, of others what leaves room for them. */
function shortOf({ action, title }: Binding): string {
	const isOwn = action === 'next hint' || action === 'end tour';
	return isOwn ? title.replace(/ .*/, '') : title.length <= 8 ? title : '';
}

/** What is taught, with the keys as they are bound. */
function sentence(ui: Ui, { says, brief }: Told, before = ''): readonly Row[] {
	const text = worded(isBrief(ui.size) ? brief : says, ({ keys }) => keyText(keys[0] ?? '', ui.signs));
	return paragraph(before + text, ui.size.columns - 1, ' ');
}

const filled = (rows: readonly Row[], height: number): readonly Row[] =>
	Array.from({ length: height }, (_, at) => rows[at] ?? []);
