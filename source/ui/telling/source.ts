import { type Aspect, evaluation, type Statement } from '../../app/evaluation.ts';
import type { Source } from '../../estate/estate.ts';
import { facts } from '../../facts/index.ts';
import { blank, cells, paragraph, type Row, row, shortened, span } from '../rows.ts';
import { documentsOf, type Ui } from '../state.ts';
import { provenance } from './provenance.ts';

/** The access evaluation of a source: four facts, each with value and provenance, or unknown. */
export function sourceRows(ui: Ui, source: Source, columns: number): readonly Row[] {
	const documents = documentsOf(ui);
	const know = documents && ui.planner?.know(documents);
	if (!documents || !know) return [row(span('One moment.', 'quiet'))];
	const place = documents.estate.places.find(({ id }) => id === source.place);
	const gaps = documents.estate.gaps.filter(({ about }) => about === source.id);
	return [
		...paragraph(source.title, columns, '', 'strong'),
		row(span(shortened(source.id, columns), 'quiet')),
		row(span(`${source.kind}, ${source.family}`, 'quiet')),
		blank,
		...evaluation(source, place, know, facts).flatMap((aspect) => aspectRows(aspect, columns)),
		...gaps.flatMap(({ why, cure }) => [
			...paragraph(why, columns, span(`${ui.signs.caution} `, 'warn')),
			...paragraph(cure, columns, '  ', 'quiet'),
		]),
	];
}

function aspectRows({ title, statements }: Aspect, columns: number): readonly Row[] {
	return [row(span(title, 'heading')), ...statements.flatMap((one) => statementRows(one, columns)), blank];
}

/** One statement: its title, its value, and who says so. */
function statementRows(statement: Statement, columns: number): readonly Row[] {
	const { title, says, from } = statement;
	const lead = `  ${title}: `;
	if (says === undefined) return [row(lead, span('unknown', 'warn'))];
	const whole = `${lead}${says}`;
	const by = provenance(statement);
	if (cells(whole) + cells(by) + 2 <= columns) {
		return [row(lead, span(says, from === 'answered' ? 'said' : 'strong'), span(`  ${by}`, 'quiet'))];
	}
	return [...paragraph(says, columns, lead, 'strong'), ...paragraph(by, columns, '    ', 'quiet')];
}
