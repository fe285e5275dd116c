import type { ExitCode, Invocation } from './command.ts';
import { knowledgeFor } from './knowledge/knowledge.ts';
import { dayOf, readDocuments } from './read-documents.ts';
import { derive } from './session/derive.ts';

/** Prints what is open, as a list, as JSON, or as a form for the one who knows. */
export async function ask(invocation: Invocation): Promise<ExitCode> {
	const { values, print, columns } = invocation;
	const today = dayOf(invocation);
	const knowledge = await knowledgeFor(invocation);
	const documents = await readDocuments(invocation, knowledge.vocabulary);
	const open = derive(documents, knowledge, today).questions;
	if (values.for !== undefined || values.only !== undefined || values.output !== undefined) {
		const { handOut } = await import('./forms/hand-out.ts');
		await handOut(invocation, open, { estate: documents.estate, asOf: today });
	} else if (values.json) print(`${JSON.stringify(open, undefined, '\t')}\n`);
	else {
		const { questionList } = await import('./question-list.ts');
		print(questionList(open, columns));
	}
	return open.length > 0 ? 1 : 0;
}
