import { blank, paragraph, type Row, row, span } from '../rows.ts';
import { policyOf } from '../scope-form.ts';
import type { Ui } from '../state.ts';

/** The policy that the scope needs, with how it is saved. Indents are blanks here, since a tab has no width of its own. */
export function policyRows(ui: Ui, columns: number): readonly Row[] {
	const policy = policyOf(ui);
	if (!policy) return paragraph('The policy is being put together.', columns, '', 'quiet');
	const { text, documents } = policy;
	const indent = columns < 60 ? ' ' : '  ';
	const many = `It is longer than one managed policy may be: attach each of the ${documents} documents.`;
	return [
		row(span('The exact policy', 'heading')),
		...paragraph('`headwater policy > policy.json` saves this very text.', columns),
		...(documents > 1 ? paragraph(many, columns, '', 'quiet') : []),
		...paragraph('--format cloudformation or cdk writes it for a stack.', columns, '', 'quiet'),
		blank,
		...text
			.trimEnd()
			.split('\n')
			.flatMap((line) => {
				const inner = line.trimStart();
				return paragraph(inner, columns, indent.repeat(line.length - inner.length));
			}),
	];
}
