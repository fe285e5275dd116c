import { HeadwaterError } from '../../errors.ts';
import type { Plan } from '../../plan/plan.ts';
import { type Command, type Invocation, single } from '../command.ts';
import { asOfOption, documentOptions } from '../document-options.ts';

/** `headwater check PLAN --estate FILE`: has the world moved away from the plan? Exit 1 when it has. */
export const check: Command = {
	title: 'Check whether the estate has moved away from a plan',
	usage: 'PLAN --estate FILE [--answers FILE]… [--export DIR] [--tolerance SHARE] [--json]',
	options: {
		...documentOptions,
		...asOfOption,
		export: { type: 'string', value: 'DIR', says: 'also say whether the export in DIR is still that of the plan' },
		tolerance: { type: 'string', value: 'SHARE', says: 'by how much an amount may move, 25% if left out' },
		json: { type: 'boolean', says: 'print the drift as JSON' },
	},
	positionals: [1, 1],
	example: 'headwater check plan.json --estate estate.json --answers answers.yaml',
	help: 'Exit code 1 when sources came, went, grew or were re-classified, a service closed, the prices are older than a year, an assumption does not hold, or a plan made today would do otherwise.',
	async run(invocation) {
		const tolerance = shareOf(single(invocation, 'tolerance') ?? '25%');
		const [{ dayOf, readDocuments, readPlan }, { derive }, { knowledgeFor }, { drift }] = await Promise.all([
			import('../read-documents.ts'),
			import('../session/derive.ts'),
			import('../knowledge/knowledge.ts'),
			import('../../plan/drift.ts'),
		]);
		const [file = ''] = invocation.positionals;
		const [plan, knowledge] = await Promise.all([readPlan(file, invocation.cwd), knowledgeFor(invocation)]);
		const documents = await readDocuments(invocation, knowledge.vocabulary);
		const now = derive(documents, knowledge, dayOf(invocation)).plan;
		const found = drift(plan, now, knowledge.catalog, tolerance);
		const match = await exportOf(plan, invocation);
		if (invocation.values.json) {
			const told = { ...found, ...(match && { export: match.match }) };
			invocation.print(`${JSON.stringify(told, undefined, '\t')}\n`);
		} else {
			const { driftText } = await import('../../plan/drift-text.ts');
			invocation.print(`${driftText(found)}${match?.text ?? ''}`);
		}
		return found.drifted || match?.match.matches === false ? 1 : 0;
	},
};

async function exportOf(plan: Plan, invocation: Invocation) {
	const folder = single(invocation, 'export');
	if (folder === undefined) return undefined;
	const [{ matchExport, matchText }, { resolve }] = await Promise.all([
		import('../exporting/match.ts'),
		import('node:path'),
	]);
	const match = await matchExport(plan, resolve(invocation.cwd, folder), invocation.home);
	return { match, text: matchText(match, folder) };
}

/** `25%` or `0.25`. */
function shareOf(text: string): number {
	const [, number, percent] = /^(\d+(?:\.\d+)?)\s*(%?)$/.exec(text.trim()) ?? [];
	const share = Number(number) / (percent ? 100 : 1);
	if (number !== undefined && share >= 0) return share;
	throw new HeadwaterError('wrong-share', {
		message: `--tolerance "${text}" is not a share.`,
		wayOut: 'Write it as 25% or 0.25.',
	});
}
