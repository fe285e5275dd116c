import { type Aspect, evaluation, type Statement } from '../../app/explaining/evaluation.ts';
import type { Source } from '../../estate/estate.ts';
import { facts } from '../../facts/index.ts';
import { blank, cells, paragraph, type Row, row, shortened, span } from '../rows.ts';
import { documentsOf, type Ui } from '../state.ts';
import { provenance } from './provenance.ts';

/** The access evaluation of a source: four facts, each with value and provenance, or unknown. */
export function sourceRows(ui: Ui, source: Source, columns: number): readonly Row[] {
	const documents = documentsOf(ui);
	const know = documents && ui.planner?.know(documents);
	if (!documents || !know) return [row(span(ui.plannerFault ? 'Nothing more can be told.' : 'One moment.', 'quiet'))];
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

/** An aspect: its statements, and who says so once for those that follow one another. */
function aspectRows({ title, statements }: Aspect, columns: number): readonly Row[] {
	const rows = statements.flatMap((statement, index): readonly Row[] => {
		const by = provenance(statement);
		const next = statements[index + 1];
		const isLast = next === undefined || provenance(next) !== by;
		const value = statementRows(statement, columns);
		return by !== '' && isLast ? [...value, ...paragraph(by, columns, '    ', 'quiet')] : value;
	});
	return [row(span(title, 'heading')), ...rows, blank];
}

function statementRows({ title, says, from }: Statement, columns: number): readonly Row[] {
	const lead = `  ${title}: `;
	if (says === undefined) return [row(lead, span('unknown', 'warn'))];
	const role = from === 'answered' ? 'said' : 'strong';
	if (cells(lead) <= columns / 2) return paragraph(says, columns, lead, role);
	return [row(lead), ...paragraph(says, columns, '    ', role)];
}
