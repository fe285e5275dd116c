import { HeadwaterError } from '../../errors.ts';
import { type Command, single } from '../command.ts';

const formats = ['mermaid', 'text', 'svg', 'png'] as const;

/** `headwater diagram PLAN`: the picture of a plan. SVG and PNG need a Chromium and @mermaid-js/mermaid-cli. */
export const diagram: Command = {
	title: 'Draw a plan',
	usage: 'PLAN [--format mermaid|text|svg|png] [-o FILE]',
	options: {
		format: { type: 'string', value: 'FORMAT', says: `${formats.join(', ')}; mermaid if left out` },
		output: { type: 'string', short: 'o', value: 'FILE', says: 'write it to FILE; needed for svg and png' },
	},
	positionals: [1, 1],
	example: 'headwater diagram plan.json --format svg -o plan.svg',
	async run(invocation) {
		const format = single(invocation, 'format') ?? 'mermaid';
		if (!formats.some((one) => one === format)) {
			throw new HeadwaterError('unknown-format', {
				message: `There is no diagram format "${format}".`,
				wayOut: `Name one of ${formats.join(', ')}.`,
			});
		}
		const { readPlan } = await import('../read-documents.ts');
		const [file = ''] = invocation.positionals;
		const plan = await readPlan(file, invocation.cwd);
		const { drawPlan } = await import('../draw-plan.ts');
		await drawPlan(plan, format as (typeof formats)[number], single(invocation, 'output'), invocation);
		return 0;
	},
};
