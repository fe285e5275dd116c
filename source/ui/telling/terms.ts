import type { Term } from '../../app/session/term.ts';
import { blank, paragraph, type Row, row, span } from '../rows.ts';
import { derivedOf, itemOf, type Ui } from '../state.ts';
import { flowUnder, sourceUnder } from '../under.ts';

/** What a source is always looked at for. */
const ofEach = ['volume', 'change', 'format', 'sensitivity', 'regime'];

/** Ids of what is in view: facts, services, strategies, controls, preparations. */
function idsIn(ui: Ui): readonly string[] {
	const plan = derivedOf(ui)?.plan;
	const services = plan?.flows.flatMap((flow) => flow.services) ?? [];
	switch (ui.session?.stage) {
		case 'sources':
			return [...ofEach, ...Object.keys(sourceUnder(ui)?.facts ?? {})];
		case 'questions':
			return [itemOf(ui)?.fact ?? '', ...services];
		case 'recommendations': {
			const flow = flowUnder(ui);
			if (!flow) return services;
			const { alternatives, rejected, assuming, changes } = flow;
			const others = [...alternatives.flatMap((one) => one.services), ...rejected.map(({ service }) => service)];
			return [...flow.services, ...others, ...assuming, ...changes.map(({ fact }) => fact)];
		}
		case 'strategy':
			return plan ? [plan.strategy.id, ...plan.strategy.rejected.map(({ id }) => id)] : [];
		case 'findings':
			return plan?.findings.map(({ control }) => control) ?? [];
		default:
			return [...services, ...(plan?.controls.map(({ id }) => id) ?? [])];
	}
}

/** The terms of the screen in view, each once, in the order in which they stand there. */
export function termsIn(ui: Ui): readonly Term[] {
	const { planner } = ui;
	if (!planner) return [];
	return [...new Set(idsIn(ui))].flatMap((id) => planner.term(id) ?? []);
}

/** The terms in view: their names, and of the one under the cursor what it means and where AWS tells more. */
export function termRows(ui: Ui, columns: number): readonly Row[] {
	const terms = termsIn(ui);
	const cursor = ui.over?.kind === 'terms' ? ui.over.cursor : 0;
	if (terms.length === 0) {
		return paragraph(ui.planner ? 'Nothing here has to be explained.' : 'One moment.', columns, '', 'quiet');
	}
	return [
		row(span('What these words mean', 'heading')),
		blank,
		...terms.flatMap(({ title, says, page }, index) => {
			if (index !== cursor) return [row('  ', span(title))];
			return [
				...paragraph(title, columns, span(`${ui.signs.pointer} `, 'chosen'), 'chosen'),
				...paragraph(says, columns, '    '),
				...(page === undefined ? [] : paragraph(page, columns, '    ', 'quiet')),
			];
		}),
	];
}
