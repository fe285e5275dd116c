import { type Command, single } from '../command.ts';

/** `headwater groups ESTATE`: what is in an estate, put together; reads a file of any size line by line. */
export const groups: Command = {
	title: 'Put the sources of an estate together',
	usage: 'ESTATE [--by WHAT] [--json]',
	options: {
		by: { type: 'string', value: 'WHAT', says: 'kind (if left out), engine, owner, prefix or size' },
		json: { type: 'boolean', says: 'print JSON' },
	},
	positionals: [1, 1],
	example: 'headwater groups estate.json --by prefix',
	async run(invocation) {
		const { printGroups } = await import('../discovering/groups-in.ts');
		await printGroups(single(invocation, 'by') ?? 'kind', invocation);
		return 0;
	},
};
