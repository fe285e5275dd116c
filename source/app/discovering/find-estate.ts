import { resolve } from 'node:path';
import type { AskCode } from '../../discovery/clients/credentials.ts';
import type { Slowed } from '../../discovery/clients/slow-teller.ts';
import type { DatabaseReading } from '../../discovery/databases/read-database.ts';
import type { Scope as AccountScope } from '../../discovery/discover.ts';
import type { DiscoveryEvent, PlannedCell } from '../../discovery/events.ts';
import { HeadwaterError } from '../../errors.ts';
import { type Estate, emptyEstate } from '../../estate/estate.ts';
import { mergeEstates } from '../../estate/merge.ts';
import { placedAs } from '../../estate/placed-as.ts';
import type { Vocabulary } from '../../facts/fact.ts';
import type { Surroundings } from '../command.ts';
import { readConfiguration } from '../configuration.ts';
import type { Scope } from '../session/session.ts';
import { readText } from '../workspace.ts';

/** Where to look. */
export type Search = Scope & {
	/** Milliseconds that a call to the recorded demo account takes on average; 0 if left out. */
	readonly pace?: number;
	/** The facts that a declared file may state; ours if left out. */
	readonly vocabulary?: Vocabulary;
	/** Addresses of databases. */
	readonly databases?: readonly string[];
	/** Seconds for which the counters of a database are watched; 10 if left out. */
	readonly watch?: number | undefined;
	/** Whether the line from here to each database is measured; not if left out. */
	readonly probe?: boolean;
	/** Files with the result of a query for the tables of a database. */
	readonly queried?: readonly string[];
	/** Files that another inventory wrote. */
	readonly inventories?: readonly string[];
	/** The role that every account of an organisation has. */
	readonly organization?: string;
	/** Kinds, regions and accounts that are left out. */
	readonly exclude?: readonly string[];
	/** The one cell of an account that is read. */
	readonly only?: PlannedCell;
};

type OnEvent = (event: DiscoveryEvent) => void;
type World = Pick<Surroundings, 'env' | 'cwd' | 'now' | 'signal'>;

/** The part of a search that is about AWS accounts. */
export type Accounts = Omit<
	Search,
	'demo' | 'folders' | 'declared' | 'pace' | 'vocabulary' | 'databases' | 'watch' | 'probe' | 'queried' | 'inventories'
>;

/** What discovery needs of the outside world. Accounts are read here unless somebody else does it. */
type Around = World & { readonly readAccounts?: (accounts: Accounts, onEvent: OnEvent) => Promise<Estate> };

/**
The estate of everything in the scope: declared files and results of queries are read first (so that a mistake in one is told before anything is
searched), then databases, folders, the demo account, AWS accounts. An account is asked when a profile or a region is named, or when the
scope names nothing else. What could not be read is a gap of the estate; what cannot be carried out at all, a HeadwaterError.
*/
export async function findEstate(search: Search, around: Around, onEvent: OnEvent): Promise<Estate> {
	const { demo, folders, declared, databases = [], queried = [], inventories = [], ...more } = search;
	const { pace = 0, watch = 10, probe = false, vocabulary, ...accounts } = more;
	const said = await Promise.all([
		...declared.map((file) => declaredIn(file, vocabulary, around)),
		...queried.map((file) => queriedIn(file, around)),
	]);
	const found: Estate[] = [];
	found.push(...(await readDatabases(databases, { watch, probe }, around, onEvent)));
	for (const file of inventories) found.push(await inventoryIn(file, around, onEvent));
	for (const folder of folders) found.push(await readIn(folder, around, onEvent));
	if (demo) found.push(await replay(pace, accounts.only, around, onEvent));
	if (asksAws(search)) {
		const read = around.readAccounts ?? ((given: Accounts) => readAccounts(given, around, onEvent));
		found.push(await read(accounts, onEvent).catch(besides(accounts, found.length + said.length > 0, around, onEvent)));
	}
	if (said.length === 0) return mergeEstates(...found);
	const { tellDeclared } = await import('../../discovery/importers/tell-declared.ts');
	const declaration = mergeEstates(...said);
	const placed = placedAs(mergeEstates(...found), declaration);
	tellDeclared(placed, declaration, onEvent);
	return mergeEstates(placed, declaration);
}

/** Beside what was found elsewhere, accounts that cannot be opened are a gap; alone, they are the fault of the whole search. */
const besides =
	({ profiles }: Accounts, isMore: boolean, { signal }: Around, onEvent: OnEvent) =>
	(error: unknown): Estate => {
		if (!isMore || signal.aborted || !(error instanceof HeadwaterError) || error.blame === 'headwater') throw error;
		const about = profiles.length === 0 ? 'AWS account' : `profile ${profiles.join(', ')}`;
		const gap = { about, why: error.message, cure: error.wayOut };
		onEvent({ type: 'gap', gap });
		return { ...emptyEstate, gaps: [gap] };
	};

/** Whether a scope means an AWS account. */
export function asksAws({ demo, profiles, regions, folders, declared, ...more }: Search): boolean {
	const { databases = [], queried = [], inventories = [] } = more;
	const elsewhere = demo || [folders, declared, databases, queried, inventories].some(({ length }) => length > 0);
	const named = profiles.length > 0 || more.organization !== undefined;
	return named || (regions.length > 0 && !demo) || !elsewhere;
}

async function declaredIn(file: string, vocabulary: Vocabulary | undefined, { cwd, now }: Around): Promise<Estate> {
	const [{ readDeclared }, { facts }, text] = await Promise.all([
		import('../../discovery/importers/declared.ts'),
		import('../../facts/index.ts'),
		readText(file, cwd, 'declared file'),
	]);
	return readDeclared(text, file, vocabulary ?? facts, now().toISOString());
}

async function queriedIn(file: string, { cwd, now }: Around): Promise<Estate> {
	const [{ readQueried }, text] = await Promise.all([
		import('../../discovery/importers/queried.ts'),
		readText(file, cwd, 'result of a query'),
	]);
	return readQueried(text, file, now().toISOString());
}

/** Databases are watched beside each other, so that several take as long as one. */
async function readDatabases(
	said: readonly string[],
	measuring: Pick<DatabaseReading, 'watch' | 'probe'>,
	{ env, now, signal }: Around,
	onEvent: OnEvent,
): Promise<readonly Estate[]> {
	if (said.length === 0) return [];
	const [{ addressIn }, { readDatabase }] = await Promise.all([
		import('../../discovery/clients/databases/database-address.ts'),
		import('../../discovery/databases/read-database.ts'),
	]);
	const addresses = said.map((each) => addressIn(each, env));
	return Promise.all(addresses.map((address) => readDatabase(address, { now, signal, onEvent, ...measuring })));
}

async function readIn(folder: string, { cwd, now, signal }: Around, onEvent: OnEvent): Promise<Estate> {
	const { readFolder } = await import('../../discovery/importers/folder.ts');
	return readFolder(resolve(cwd, folder), { now, signal, onEvent });
}

async function inventoryIn(file: string, { cwd, now }: Around, onEvent: OnEvent): Promise<Estate> {
	const { readInventory } = await import('../../discovery/importers/inventory/read-inventory.ts');
	return readInventory(resolve(cwd, file), { name: file, at: now().toISOString(), onEvent });
}

async function replay(
	pace: number,
	only: PlannedCell | undefined,
	{ signal }: Around,
	onEvent: OnEvent,
): Promise<Estate> {
	const { replayEstate } = await import('../../discovery/demo/index.ts');
	return replayEstate({ pace, signal, onEvent, ...(only ? { only } : {}) });
}

/** Accounts that are read in the same regions are read beside each other; without --region each profile has its own. */
export async function readAccounts(
	{ exclude = [], only, ...accounts }: Accounts,
	{
		env,
		now,
		signal,
		most,
		memory,
		askCode,
	}: Omit<World, 'cwd'> & Pick<AccountScope, 'most' | 'memory'> & { readonly askCode?: AskCode | undefined },
	onEvent: OnEvent,
): Promise<Estate> {
	const reading = {
		now,
		signal,
		onEvent,
		exclude,
		...(only ? { only } : {}),
		...(most ? { most } : {}),
		...(memory ? { memory } : {}),
	};
	const [{ openAccounts }, configuration] = await Promise.all([
		import('../../discovery/clients/open-accounts.ts'),
		readConfiguration(env),
	]);
	const onSlowed = (slowed: Slowed): void => onEvent({ type: 'slowed', ...slowed });
	const opening = openAccounts(accounts, { env, now, signal, configuration, askCode, onSlowed });
	// What comes next is loaded while AWS says whose account it is.
	const [{ opened, gaps }, { discover }] = await Promise.all([opening, loadDiscovery(only)]);
	const alike = Map.groupBy(opened, (one) => JSON.stringify(one.regions));
	const found: Estate[] = [{ ...emptyEstate, gaps }];
	for (const gap of gaps) onEvent({ type: 'gap', gap });
	for (const [key, group] of alike) {
		const callers = group.map(({ caller }) => caller);
		found.push(await discover({ ...reading, callers, regions: JSON.parse(key) as readonly string[] }));
	}
	return mergeEstates(...found);
}

async function loadDiscovery(only: PlannedCell | undefined) {
	const [discovery, { loadAll }] = await Promise.all([
		import('../../discovery/discover.ts'),
		import('../../discovery/clients/services.ts'),
	]);
	if (only === undefined) void loadAll();
	return discovery;
}
