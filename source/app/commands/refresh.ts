import type { LifecycleEntry } from '../../discovery/registers/lifecycle.ts';
import { HeadwaterError } from '../../errors.ts';
import { type Command, type Invocation, single } from '../command.ts';
import { asOfOption } from '../document-options.ts';

/** `headwater refresh prices|lifecycle`: a newer book or register than the one that came with the program. */
export const refresh: Command = {
	title: 'Fetch newer prices, or a newer register of service lifecycles',
	usage: 'prices|lifecycle [--region R] [--profile P] [--from FOLDER|URL|FILE] [-o FILE]',
	options: {
		region: { type: 'string', value: 'R', says: 'the region of the prices; us-east-1 if left out' },
		from: {
			type: 'string',
			value: 'WHERE',
			says: 'prices: a folder or an address with the files of the AWS Price List; lifecycle: a file with an answer of AWS Health, in place of asking it',
		},
		profile: { type: 'string', value: 'P', says: 'lifecycle: the AWS profile that AWS Health is asked with' },
		...asOfOption,
		output: { type: 'string', short: 'o', value: 'FILE', says: 'write to FILE instead of stdout' },
	},
	positionals: [1, 1],
	example: 'headwater refresh prices --region eu-west-1 -o prices.json',
	help: 'Pass the file to `headwater plan` with --prices or --lifecycle, or put it beside a session as prices.json or lifecycle.json. Prices come from the public AWS Price List without credentials, lifecycles from AWS Health (health:DescribeServiceLifecycle), which answers customers of AWS Business and Enterprise Support. A price that the list does not name, or names twice, stays as it was and is listed under `missing`.',
	async run(invocation) {
		const [what] = invocation.positionals;
		if (what !== 'prices' && what !== 'lifecycle') {
			throw new HeadwaterError('unknown-register', {
				message: `There is no register "${what}".`,
				wayOut: 'Name prices or lifecycle.',
			});
		}
		const [{ newerLifecycle, newerPrices }, { ownKnowledge }, { dayOf }] = await Promise.all([
			import('../knowledge/refresh.ts'),
			import('../session/derive.ts'),
			import('../read-documents.ts'),
		]);
		const { catalog } = await ownKnowledge(invocation.version);
		const { cwd, signal } = invocation;
		const given = { cwd, signal, today: dayOf(invocation), from: single(invocation, 'from') };
		const { text, says } =
			what === 'prices'
				? await newerPrices(catalog, { ...given, region: single(invocation, 'region') ?? 'us-east-1' })
				: await newerLifecycle(catalog, { ...given, ask: () => askedOf(invocation) });
		const file = single(invocation, 'output');
		if (file === undefined) invocation.print(text);
		else {
			const [{ resolve }, { writeWhole }] = await Promise.all([import('node:path'), import('../workspace/writing.ts')]);
			await writeWhole(resolve(cwd, file), text, 0o644);
		}
		invocation.note(`${says}\n`);
		return 0;
	},
};

/** The register as AWS Health tells it to whoever the credentials belong to. */
async function askedOf(invocation: Invocation): Promise<readonly LifecycleEntry[]> {
	const { env, signal, now } = invocation;
	const [{ openCaller }, { askHealth, healthRegion, lifecycleCall }, { readConfiguration }] = await Promise.all([
		import('../../discovery/clients/sdk-caller.ts'),
		import('../../discovery/registers/ask-health.ts'),
		import('../configuration.ts'),
	]);
	const profile = single(invocation, 'profile');
	const { caller } = await openCaller({
		...(profile !== undefined && { profile }),
		configuration: await readConfiguration(env),
		env,
		region: healthRegion,
		signal,
		now,
		besides: [lifecycleCall],
	});
	return askHealth(caller, signal);
}
