import type { Command } from '../command.ts';
import { asOfOption, documentOptions } from '../document-options.ts';

/** `headwater questions`: what is still wanted, most decisive first. Exit 1 while questions are open. */
export const questions: Command = {
	title: 'List what nobody has said yet and what would change the plan',
	usage: '--estate FILE [--answers FILE]… [--pack FILE]… [--json | --for NAME [--only FACT]… [-o FORM]]',
	options: {
		...documentOptions,
		...asOfOption,
		json: { type: 'boolean', says: 'print the questions as JSON' },
		for: { type: 'string', value: 'NAME', says: 'write a form (Markdown) for NAME to fill in' },
		only: { type: 'string', multiple: true, value: 'FACT', says: 'only these facts in the form, * any run' },
		output: { type: 'string', short: 'o', value: 'FORM', says: 'write the form to FORM' },
	},
	positionals: [0, 0],
	example: 'headwater questions --demo',
	help: 'Answer in a YAML file or in a form and pass it with --answers; the plan says who filled in a form, and when. Exit code 1 while questions are open.',
	run: async (invocation) => (await import('../ask.ts')).ask(invocation),
};
