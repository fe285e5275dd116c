import type { Command } from '../command.ts';

/** `headwater policy`: the exact read-only IAM policy that discovery needs, from the calls its collectors declare. */
export const policy: Command = {
	title: 'Print the read-only IAM policy that discovery needs',
	usage: '',
	options: {},
	positionals: [0, 0],
	example: 'headwater policy > headwater-policy.json',
	async run(invocation) {
		const { readOnlyPolicy } = await import('../../discovery/policy.ts');
		invocation.print(`${JSON.stringify(readOnlyPolicy(), undefined, '\t')}\n`);
		return 0;
	},
};
