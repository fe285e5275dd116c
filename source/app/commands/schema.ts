import { HeadwaterError } from '../../errors.ts';
import type { Command } from '../command.ts';

/** The documents whose shape is published. */
const schemas = {
	estate: async () => (await import('../../estate/schema.ts')).estateSchema,
	answers: async () => (await import('../../estate/schema.ts')).answersSchema,
	plan: async () => (await import('../../plan/schema.ts')).planSchema,
} as const;

/** `headwater schema NAME`: the JSON Schema of a document. */
export const schema: Command = {
	title: 'Print the JSON Schema of a document',
	usage: Object.keys(schemas).join('|'),
	options: {},
	positionals: [1, 1],
	example: 'headwater schema plan > plan.schema.json',
	async run(invocation) {
		const [name = ''] = invocation.positionals;
		if (!Object.hasOwn(schemas, name)) {
			throw new HeadwaterError('unknown-schema', {
				message: `There is no document "${name}".`,
				wayOut: `Name one of ${Object.keys(schemas).join(', ')}.`,
			});
		}
		const found = await schemas[name as keyof typeof schemas]();
		const { facts } = await import('../../facts/index.ts');
		invocation.print(`${JSON.stringify(typeof found === 'function' ? found(facts) : found, undefined, '\t')}\n`);
		return 0;
	},
};
