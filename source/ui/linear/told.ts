import { codeQuestion, notACode } from '../../app/discovering/asking.ts';
import { type StageId, stageIds, stages } from '../../app/stages.ts';
import { bannersIn } from '../banners.ts';
import { menuOf } from '../menu.ts';
import { modeBelow } from '../mode.ts';
import type { Row } from '../rows.ts';
import { outlookOn, policyOf, scopeFields } from '../scope-form.ts';
import type { Ui } from '../state.ts';
import { edgeRows } from '../telling/diagram.ts';
import { scrolling } from '../telling/shown.ts';
import { flowUnder, sourceUnder } from '../under.ts';
import { discoveryLines } from './discovery.ts';
import { flowLines, pickerLines, sourceLines } from './lists.ts';
import { numbered } from './numbered.ts';
import { questionLines } from './question.ts';
import { tourLines } from './tour.ts';

/** What is told of a state, in parts, each of which is said again only when it has become another. */
export interface Told {
	/** Where one stands and what there is to choose from, numbered. */
	readonly page: readonly string[];
	/** What is said of the thing in view. */
	readonly here: readonly string[];
	/** The hint of the tour. */
	readonly hint: readonly string[];
}

/** The state of the session as lines of plain text; nothing in it has to be seen. */
export function told(ui: Ui): Told {
	const { page, here } = below(ui);
	const [title = '', ...rest] = page;
	return { page: [title, ...bannersIn(ui), ...rest], here, hint: tourLines(ui) };
}

function below(ui: Ui): Omit<Told, 'hint'> {
	const title = titleOf(ui);
	switch (modeBelow(ui)) {
		case 'welcome': {
			const entries = menuOf(ui).map(({ title: entry, says }) => (says ? `${entry}: ${says}` : entry));
			return { page: [title, ...numbered(entries)], here: [] };
		}
		case 'scope':
			return { page: [title, 'What to look at.'], here: fieldLines(ui) };
		case 'code':
			return { page: [title], here: codeLines(ui) };
		case 'discovery':
			return { page: [title, ...discoveryLines(ui)], here: [] };
		case 'sources':
		case 'filter':
			return { page: [title, ...sourceLines(ui)], here: sourceUnder(ui) ? textOf(ui) : [] };
		case 'edit by typing':
		case 'edit by picking':
		case 'question to type':
		case 'question to pick':
			return { page: [title], here: questionLines(ui) };
		case 'recommendations':
			return { page: [title, ...flowLines(ui)], here: flowUnder(ui) ? textOf(ui) : [] };
		case 'diagram':
			return { page: [title, ...textOf(ui)], here: linesOf(edgeRows(ui, ui.size.columns)) };
		case 'picker':
			return { page: [title, ...pickerLines(ui)], here: [] };
		default:
			return { page: [title], here: textOf(ui) };
	}
}

function titleOf({ session }: Ui): string {
	const stage: StageId = session?.stage ?? 'welcome';
	if (!session) return 'headwater plans how data reaches the place where models train. It only reads.';
	return `${stages[stage].title}, ${stageIds.indexOf(stage)} of ${stageIds.length - 1}. ${session.title}.`;
}

/** The text of the screen in view, without its colours and what only fills a row. */
const textOf = (ui: Ui): readonly string[] => linesOf(scrolling(ui).rows);

const linesOf = (rows: readonly Row[]): readonly string[] =>
	rows.map((row) =>
		row
			.map(({ text, role }) => (role === 'bar' ? '' : text))
			.join('')
			.trimEnd(),
	);

function codeLines({ asked }: Ui): readonly string[] {
	if (!asked) return [];
	const wrong = asked.isWrong ? [notACode] : [];
	return [
		...wrong,
		`${codeQuestion(asked.device)}, six digits; it goes to AWS and is kept nowhere. :leave it gives up.`,
	];
}

function fieldLines(ui: Ui): readonly string[] {
	const { form } = ui.views.welcome;
	const field = form && scopeFields[form.focus];
	if (!form || !field) return [];
	const text = form.fields[form.focus]?.text ?? '';
	const fault = form.fault
		? [form.fault.message, form.fault.wayOut, ':previous goes to the field before, :leave it gives up.']
		: [];
	// Told before the line that starts the search.
	const isLast = form.focus === scopeFields.length - 1;
	const saves = policyOf(ui) ? ['`headwater policy > policy.json` saves the exact policy; :policy tells it.'] : [];
	const ahead = isLast ? [[...(outlookOn(ui)?.says ?? []), ...saves].join(' ')] : [];
	return [
		...fault,
		...ahead,
		`${field.title}: ${field.says}.`,
		text === '' ? 'Now empty.' : `Now ${text}; - empties it.`,
	];
}
