import { type Command, single } from '../command.ts';
import { asOfOption, documentOptions } from '../document-options.ts';

/** `headwater plan`: the plan of an estate, as text for people or as plan.json. */
export const plan: Command = {
	title: 'Make the plan of an estate',
	usage: '--estate FILE [--answers FILE]… [--pack FILE]… [-o plan.json] [--json] [--routes]',
	options: {
		...documentOptions,
		...asOfOption,
		output: { type: 'string', short: 'o', value: 'FILE', says: 'write plan.json to FILE' },
		json: { type: 'boolean', says: 'print plan.json instead of the summary' },
		routes: { type: 'boolean', says: 'lines, routes and amounts only, in little memory; of itself above 500 MB' },
	},
	positionals: [0, 0],
	example: 'headwater plan --estate estate.json --answers answers.yaml -o plan.json',
	help: 'Facts that nobody gave are assumed, and the assumptions are listed. --demo stands in place of --estate.',
	async run(invocation) {
		const [{ dayOf, readDocuments }, { derive }, { knowledgeFor }, { planText }] = await Promise.all([
			import('../read-documents.ts'),
			import('../session/derive.ts'),
			import('../knowledge/knowledge.ts'),
			import('../../plan/print-plan.ts'),
		]);
		const today = dayOf(invocation);
		const knowledge = await knowledgeFor(invocation);
		const { isAskedForRoutes, planRoutes } = await import('../routing/plan-routes.ts');
		if (await isAskedForRoutes(invocation)) return planRoutes(invocation, knowledge, today);
		const documents = await readDocuments(invocation, knowledge.vocabulary);
		const made = derive(documents, knowledge, today).plan;
		const file = single(invocation, 'output');
		if (file !== undefined) {
			const [{ resolve }, { writeWhole }] = await Promise.all([import('node:path'), import('../workspace/writing.ts')]);
			await writeWhole(resolve(invocation.cwd, file), planText(made), 0o644);
			invocation.note(`The plan is in ${file}.\n`);
		}
		if (invocation.values.json) for (const part of planText(made)) invocation.print(part);
		else if (file === undefined) {
			const { summary } = await import('../summary.ts');
			invocation.print(summary(made, invocation.columns));
		}
		return 0;
	},
};
