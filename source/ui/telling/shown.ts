import { facts } from '../../facts/index.ts';
import { bodyOf, type Panes, panesOf } from '../layout.ts';
import { blank, paragraph, type Row, row, type Size, span } from '../rows.ts';
import { derivedOf, type Editing, type Ui } from '../state.ts';
import { flowUnder, isChosen, shownSources, sourceUnder } from '../under.ts';
import { answerRows } from './answer.ts';
import { costRows } from './cost.ts';
import { diagramRows, edgePanel } from './diagram.ts';
import { discoveryRows } from './discovery.ts';
import { exportRows } from './export.ts';
import { findingRows } from './findings.ts';
import { flowRows } from './flow.ts';
import { formFileRows } from './form.ts';
import { helpRows } from './help.ts';
import { policyRows } from './policy.ts';
import { effectBelow, questionPanes, questionRows } from './question.ts';
import { readinessRows } from './readiness.ts';
import { sourceRows } from './source.ts';
import { strategyRows } from './strategy.ts';
import { termRows } from './terms.ts';
import { variantRows } from './variants.ts';

/** What lies over a screen, by its kind. */
const over = { variants: variantRows, terms: termRows, form: formFileRows, policy: policyRows };

/** How list and details share the screen of the sources, below its one line for the filter. */
export function sourcePanes(ui: Ui): Panes {
	const { columns, rows } = bodyOf(ui.size);
	return panesOf({ columns, rows: rows - 1 }, shownSources(ui).length + 1);
}

/** How list and details share the screen of the routes. */
export function routePanes(ui: Ui): Panes {
	return panesOf(bodyOf(ui.size), (derivedOf(ui)?.plan.flows.length ?? 0) + 1);
}

/** The part of the screen that scrolls: all its rows, and how many are seen at once. Screens draw it, reducers ask how far it reaches. */
export function scrolling(ui: Ui): { readonly rows: readonly Row[]; readonly size: Size } {
	const body = bodyOf(ui.size);
	const { columns } = body;
	if (ui.help) return { rows: helpRows(ui, columns), size: body };
	if (ui.over) return { rows: over[ui.over.kind](ui, columns), size: body };
	const stage = ui.session?.stage ?? 'welcome';
	const plan = derivedOf(ui)?.plan;
	switch (stage) {
		case 'discovery':
			return { rows: discoveryRows(ui, columns), size: body };
		case 'sources': {
			const { editing, readiness } = ui.views.sources;
			if (readiness) return { rows: readinessRows(ui, readiness, columns), size: body };
			const { details, kind } = sourcePanes(ui);
			const size = editing && kind !== 'beside' ? { columns, rows: body.rows - 1 } : details;
			const source = sourceUnder(ui);
			if (editing) return { rows: editingRows(ui, editing, size.columns), size };
			return { rows: source ? sourceRows(ui, source, size.columns) : [], size };
		}
		case 'questions': {
			const size = questionPanes(ui)?.list ?? { columns, rows: body.rows - effectBelow(ui).length };
			return { rows: questionRows(ui, size.columns), size };
		}
		case 'recommendations': {
			const size = routePanes(ui).details;
			const flow = flowUnder(ui);
			const rows = plan && flow ? flowRows(plan, flow, isChosen(ui, flow), size.columns, ui.signs) : [];
			return { rows, size };
		}
		case 'strategy': {
			const chosen = ui.session?.answers.choices.strategy;
			return { rows: plan ? strategyRows(plan, chosen, columns, ui.signs) : [], size: body };
		}
		case 'diagram': {
			const size = { columns, rows: body.rows - edgePanel(body.rows) };
			return { rows: diagramRows(ui), size };
		}
		case 'cost':
			return { rows: plan ? costRows(plan, columns, ui.signs) : [], size: body };
		case 'findings':
			return { rows: plan ? findingRows(plan, columns, ui.signs) : [], size: body };
		case 'export':
			return { rows: exportRows(ui, columns), size: body };
		default:
			return { rows: [], size: body };
	}
}

/** How much there is to scroll through, and how much of it is seen. */
export function shownOf(ui: Ui): { readonly lines: number; readonly height: number } {
	const { rows, size } = scrolling(ui);
	return { lines: rows.length, height: size.rows };
}

/** The answer that is being given for some sources. */
function editingRows(ui: Ui, { fact, about, draft }: Editing, columns: number): readonly Row[] {
	const { question = draft.form.title, help } = facts[fact as keyof typeof facts] as {
		question?: string;
		help?: string;
	};
	const titles =
		about[0] === '*' ? 'all sources' : about.length === 1 ? sourceUnder(ui)?.title : `${about.length} sources`;
	return [
		...paragraph(question, columns, '', 'strong'),
		row(span(`for ${titles ?? about[0] ?? ''}`, 'said')),
		...(help === undefined ? [] : paragraph(help, columns, '', 'quiet')),
		blank,
		...answerRows(draft, [], columns, ui.signs),
	];
}
