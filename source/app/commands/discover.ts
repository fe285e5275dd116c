import { HeadwaterError } from '../../errors.ts';
import { type Command, type Invocation, several, single } from '../command.ts';
import type { Search } from '../discovering/find-estate.ts';

/** `headwater discover`: what is there, as estate.json. Exit 1 when something that was named could not be read. */
export const discover: Command = {
	title: 'Find the data sources of accounts, folders and declared files',
	usage:
		'[--profile P]… [--region R|all]… [--organization ROLE] [--exclude WHAT]… [--folder DIR]… [--declared FILE]… [--database URL]… [--probe] [--queried FILE]… [--from INVENTORY]… [--deadline TIME] [--resume] [-o estate.json]',
	options: {
		demo: { type: 'boolean', says: 'the recorded demo account' },
		profile: { type: 'string', multiple: true, value: 'P', says: 'an AWS profile; may be repeated' },
		region: {
			type: 'string',
			multiple: true,
			value: 'R',
			says: "a region, or all that are enabled; the profile's own if left out",
		},
		organization: {
			type: 'string',
			value: 'ROLE',
			says: 'every account of the organisation, by the role that each has; {account} stands for its number',
		},
		exclude: {
			type: 'string',
			multiple: true,
			value: 'WHAT',
			says: 'a kind, a region or an account to leave out; * for any run of signs',
		},
		folder: {
			type: 'string',
			multiple: true,
			value: 'DIR',
			says: 'a local folder; reads the first 4 KiB of some files',
		},
		declared: { type: 'string', multiple: true, value: 'FILE', says: 'a file that declares sources' },
		pack: { type: 'string', multiple: true, value: 'FILE', says: "an organisation's facts, for what is declared" },
		database: {
			type: 'string',
			multiple: true,
			value: 'URL',
			says: 'a database by address, postgres://USER@HOST/NAME or mysql://…, or env:NAME; reads its catalogue',
		},
		watch: { type: 'string', value: 'SECONDS', says: 'how long the counters of databases are watched; 10 if left out' },
		probe: {
			type: 'boolean',
			says: 'measure the line from here to each database: a few SELECT 1, and up to 8 MB that the server makes itself',
		},
		queried: {
			type: 'string',
			multiple: true,
			value: 'FILE',
			says: 'the result of a query that `headwater query` printed, as CSV',
		},
		from: {
			type: 'string',
			multiple: true,
			value: 'INVENTORY',
			says: 'what AWS Config, Resource Explorer, Steampipe or CloudQuery wrote, as JSON, NDJSON or Parquet',
		},
		'no-input': { type: 'boolean', says: 'ask nothing, not even the code of a multi-factor device' },
		resume: { type: 'boolean', says: 'go on with the discovery of the same scope that broke off' },
		deadline: { type: 'string', value: 'TIME', says: 'what is not read by then is left out: 20 min; 4 h if left out' },
		output: { type: 'string', short: 'o', value: 'FILE', says: 'write the estate to FILE instead of stdout' },
	},
	positionals: [0, 0],
	example: 'headwater discover --profile analytics --region eu-central-1 -o estate.json',
	help: 'Only metadata is read (see `headwater policy`). With --folder, --declared, --database, --queried or --from alone, no account is asked. Passwords of databases come from PGPASSWORD, MYSQL_PWD or the address in env:NAME, and are kept nowhere. What --probe measures is the line between this machine and the database, not the line to AWS. Exit code 1 when a part could not be read; the estate then says which, and what would cure it.',
	async run(invocation) {
		const [{ scanEstate }, { askInLine }, { progressLines }, { estateText }, { knowledgeFor }, { withLastKnown }] =
			await Promise.all([
				import('../discovering/scanning.ts'),
				import('../discovering/asking.ts'),
				import('../discovering/progress-lines.ts'),
				import('../../estate/print-estate.ts'),
				import('../knowledge/knowledge.ts'),
				import('../discovering/last-known.ts'),
			]);
		const { vocabulary } = await knowledgeFor(invocation);
		const search = {
			demo: invocation.values.demo === true,
			profiles: several(invocation, 'profile'),
			regions: several(invocation, 'region'),
			folders: several(invocation, 'folder'),
			declared: several(invocation, 'declared'),
			vocabulary,
			databases: several(invocation, 'database'),
			queried: several(invocation, 'queried'),
			inventories: several(invocation, 'from'),
			...organizationIn(single(invocation, 'organization')),
			exclude: several(invocation, 'exclude'),
			watch: secondsIn(single(invocation, 'watch')),
			probe: invocation.values.probe === true,
		};
		const file = single(invocation, 'output');
		const banners = await bannersFor(search, invocation);
		for (const banner of banners) invocation.note(`${banner}\n`);
		const asks = invocation.interactive && invocation.values['no-input'] !== true;
		const { estate, notes } = await scanEstate(
			search,
			{ ...invocation, askCode: asks ? askInLine(invocation.ask) : undefined },
			{
				resume: invocation.values.resume === true ? 'yes' : 'no',
				deadline: await millisecondsIn(single(invocation, 'deadline')),
			},
			progressLines(invocation.note),
		).catch(async (error: unknown) => {
			throw await withLastKnown(error, file, invocation);
		});
		for (const note of notes) invocation.note(`${note}\n`);
		if (file === undefined) for (const part of estateText(estate)) invocation.print(part);
		else {
			const [{ resolve }, { writeWhole }] = await Promise.all([import('node:path'), import('../workspace/writing.ts')]);
			await writeWhole(resolve(invocation.cwd, file), estateText(estate), 0o644);
		}
		const [{ scanReport }, { settledStates }] = await Promise.all([
			import('../discovering/scan-report.ts'),
			import('../../estate/estate.ts'),
		]);
		invocation.note(scanReport(estate, file, banners));
		const unread = estate.scanned.some(({ state }) => !settledStates.has(state));
		const settled = new Set(
			estate.scanned
				.filter(({ state }) => settledStates.has(state))
				.map(({ account, region, kind, state }) => (state === 'ok' ? '' : `${account}/${region}/${kind}`)),
		);
		return unread || estate.gaps.some(({ about }) => !settled.has(about)) ? 1 : 0;
	},
};

/** What has to be known of the way to AWS before anything is asked there; nothing where no account is asked. */
async function bannersFor(search: Search, { env }: Invocation): Promise<readonly string[]> {
	const [{ asksAws }, { bannersOf }, { readSharedFiles }] = await Promise.all([
		import('../discovering/find-estate.ts'),
		import('../banners.ts'),
		import('../configuration.ts'),
	]);
	return asksAws(search) ? bannersOf(env, await readSharedFiles(env), search.profiles) : [];
}

/** Seconds as they are typed; undefined where nothing was. */
function secondsIn(said: string | undefined): number | undefined {
	if (said === undefined) return undefined;
	const seconds = Number(said);
	if (said !== '' && seconds >= 0 && seconds <= 86_400) return seconds;
	throw new HeadwaterError('watch-seconds', {
		message: `--watch takes a number of seconds, and "${said}" is none.`,
		wayOut: 'Write a number from 0 (look once) to 86400.',
	});
}

async function millisecondsIn(text: string | undefined): Promise<number | undefined> {
	if (text === undefined) return undefined;
	const { readAmount } = await import('../../facts/amount-text.ts');
	const seconds = readAmount('seconds', text);
	if (seconds !== undefined && seconds > 0) return seconds * 1000;
	throw new HeadwaterError('wrong-time', {
		message: `--deadline takes a time, and "${text}" is none.`,
		wayOut: 'Write it with its unit:  --deadline "20 min"',
	});
}

const organizationIn = (role: string | undefined): { readonly organization?: string } =>
	role === undefined ? {} : { organization: role };
