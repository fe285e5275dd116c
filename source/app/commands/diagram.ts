import { HeadwaterError } from '../../errors.ts';
import { type Command, single } from '../command.ts';

const pictures = ['overview', 'data-flow', 'network', 'security'] as const;
const formats = ['mermaid', 'text', 'svg', 'png'] as const;

/** `headwater diagram PLAN`: the picture of a plan. SVG and PNG need a Chromium and @mermaid-js/mermaid-cli. */
export const diagram: Command = {
	title: 'Draw a plan',
	usage: 'PLAN [--of DIAGRAM] [--format mermaid|text|svg|png] [-o FILE]',
	options: {
		of: { type: 'string', value: 'DIAGRAM', says: `${pictures.join(', ')}; data-flow if left out` },
		format: { type: 'string', value: 'FORMAT', says: `${formats.join(', ')}; mermaid if left out` },
		output: { type: 'string', short: 'o', value: 'FILE', says: 'write it to FILE; needed for svg and png' },
	},
	positionals: [1, 1],
	example: 'headwater diagram plan.json --of network --format svg -o plan.svg',
	async run(invocation) {
		const of = oneOf(pictures, 'diagram', single(invocation, 'of') ?? 'data-flow');
		const format = oneOf(formats, 'diagram format', single(invocation, 'format') ?? 'mermaid');
		const { readPlan } = await import('../read-documents.ts');
		const [file = ''] = invocation.positionals;
		const plan = await readPlan(file, invocation.cwd);
		const { drawPlan } = await import('../draw-plan.ts');
		await drawPlan(plan, { of, format, output: single(invocation, 'output') }, invocation);
		return 0;
	},
};

function oneOf<T extends string>(names: readonly T[], what: string, asked: string): T {
	const found = names.find((name) => name === asked);
	if (found !== undefined) return found;
	throw new HeadwaterError('unknown-format', {
		message: `There is no ${what} "${asked}".`,
		wayOut: `Name one of ${names.join(', ')}.`,
	});
}
