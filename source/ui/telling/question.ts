import { littleIsLeft } from '../../app/minor-text.ts';
import type { Item } from '../../app/session/agenda.ts';
import { keymap } from '../keymap.ts';
import { bodyOf, isRoomy, type Panes, panesOf } from '../layout.ts';
import { blank, cells, paragraph, type Row, row, section, span } from '../rows.ts';
import { documentsOf, isOnlyFirst, itemOf, itemsOf, type Ui } from '../state.ts';
import { draftOf } from '../under.ts';
import { count } from './amounts.ts';
import { answerRows, effectRows } from './answer.ts';
import { effectOnPlan, planSoFar } from './effect.ts';

/** The question in view: what is asked, what is known, what the answer decides; or that nothing is open. */
export function questionRows(ui: Ui, columns: number): readonly Row[] {
	const items = itemsOf(ui);
	const item = itemOf(ui);
	const draft = draftOf(ui);
	const progress = isOnlyFirst(ui) ? 'more to come' : progressText(items, columns - cells(`${item?.group ?? ''}   `));
	if (!item || !draft) return nothingOpen(ui, progress, columns);
	const [decides] = item.weight;
	const help = item.help === undefined ? [] : paragraph(item.help, columns, '', 'quiet');
	return [
		row(span(item.group, 'heading'), span(`   ${progress}${item.answer === undefined ? '' : '; answered'}`, 'quiet')),
		...minorRows(items, item, columns),
		blank,
		...paragraph(item.asks, columns, '', 'strong'),
		...(isRoomy(ui.size) ? [...help, blank] : []),
		...answerRows(draft, item.effects, columns, ui.signs),
		blank,
		...(isRoomy(ui.size) || help.length === 0 ? [] : [...help, blank]),
		...effectRows(item, columns),
		...section('For', whom(ui, item, columns)),
		...(decides > 0 ? paragraph(`It decides the route of ${count(decides, 'source')}.`, columns, '', 'quiet') : []),
	];
}

/** How many questions are answered and open; where so many columns hold it, also how many of the open ones change little. */
export function progressText(items: readonly Item[], columns = Number.POSITIVE_INFINITY): string {
	const answered = items.filter(({ answer }) => answer !== undefined).length;
	const minor = items.filter((item) => item.minor).length;
	const short = `${answered} answered, ${items.length - answered} open`;
	const whole = minor > 0 ? `${short} (${minor} minor)` : short;
	return cells(whole) <= columns ? whole : short;
}

/** The minor questions from one on, itself included; 0 before they begin. */
export const minorFromHere = (items: readonly Item[], { minor, id }: Item): number =>
	minor ? items.length - items.findIndex((item) => item.id === id) : 0;

/** Where the questions change little: that the plan can do without them, and the key. */
function minorRows(items: readonly Item[], item: Item, columns: number): readonly Row[] {
	const minor = minorFromHere(items, item);
	if (minor === 0) return [];
	const key = keymap.find(({ action }) => action === 'enough')?.keys[0] ?? '';
	return paragraph(`${littleIsLeft(minor)}: ${key} plans with what is assumed.`, columns, '', 'said');
}

/** How a question and its effect on the plan stand side by side; undefined where there is room for the question only. */
export function questionPanes(ui: Ui): Panes | undefined {
	const panes = panesOf(bodyOf(ui.size), 1);
	return panes.kind === 'beside' && itemOf(ui) ? panes : undefined;
}

/** What the answer under the cursor would do, where there is room for it below the question only: always in view, however long the options are. */
export function effectBelow(ui: Ui): readonly Row[] {
	if (questionPanes(ui)) return [];
	const { columns, rows } = bodyOf(ui.size);
	const effect = effectOnPlan(ui, columns);
	const most = Math.max(2, Math.floor(rows / 3));
	if (effect.length === 0 || questionRows(ui, columns).length + effect.length <= rows) return effect;
	// In the smallest windows the amounts say by themselves what they are.
	const told = most > 2 ? effect : effect.slice(1);
	return Array.from({ length: most }, (_, at) => told[at] ?? blank);
}

/** What stands beside a question: the effect of the answer under the cursor, and the plan as it is. */
export const planRows = (ui: Ui, columns: number): readonly Row[] => [
	...effectOnPlan(ui, columns),
	...planSoFar(ui, columns),
];

function whom(ui: Ui, { scope, about }: Item, columns: number): readonly Row[] {
	if (scope === 'workload') return paragraph('the whole workload', columns, '  ');
	const { places = [], sources = [] } = documentsOf(ui)?.estate ?? {};
	const titleOf = (id: string): string =>
		[places, sources].map((list) => list.find((one) => one.id === id)?.title).find((title) => title !== undefined) ??
		id;
	const shown = about.slice(0, 6).map((id) => (id === '*' ? 'all sources' : titleOf(id)));
	const more = about.length > shown.length ? ` and ${about.length - shown.length} more` : '';
	return paragraph(`${shown.join(', ')}${more}`, columns, '  ');
}

function nothingOpen(ui: Ui, progress: string, columns: number): readonly Row[] {
	return [
		row(span(`${ui.signs.done} Nothing is open that would change the plan.`, 'good')),
		row(span(progress, 'quiet')),
		blank,
		...paragraph('Enter shows the routes. Left goes through the answers again.', columns),
	];
}
