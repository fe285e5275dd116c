import { HeadwaterError } from '../../errors.ts';
import type { DeclaredCall } from '../collectors/collector.ts';
import { declaredCalls, identityCall } from '../policy.ts';
import type { Assumed } from './assumed-role.ts';
import type { Call, Caller } from './call.ts';
import { type Configuration, certificatesOf, noConfiguration, profileInUse, settingsOf } from './configuration.ts';
import type { Connection, Credentials, Settings } from './connection.ts';
import { loadContents, openedForContents } from './contents/content-guard.ts';
import { type AskCode, credentialsOf, keptKeys } from './credentials.ts';
import { endpointOf } from './endpoints.ts';
import { guarded } from './guard.ts';
import { inTime, type Patience, usualPatience } from './in-time.ts';
import { noAccount } from './no-account.ts';
import { paced } from './paced.ts';
import type { Clock } from './pacing.ts';
import { renewing } from './renewing.ts';
import { type ServiceName, services } from './services.ts';
import type { Slowed } from './slow-teller.ts';
import { systemClock } from './system-clock.ts';
import { turns } from './turns.ts';

/** Gives the thin client of a service. */
type Loader = (service: ServiceName) => Promise<{ connect(settings: Settings): Connection }>;

type Env = Readonly<Record<string, string | undefined>>;

/** The sockets and the addresses by which the services of a region are reached. */
type Reach = (service: ServiceName, region: string, patience: Patience) => Promise<Omit<Settings, 'credentials'>>;

/** The way to AWS of one profile, or of the environment: its sockets are opened once for each patience. */
function reachOf({
	env,
	profile,
	configuration,
}: Required<Pick<Opening, 'env' | 'configuration'>> & { profile?: string }): Reach {
	const { shared } = configuration;
	const handlers = new Map<Patience, Promise<Settings['requestHandler']>>();
	const open = async (patience: Patience): Promise<Settings['requestHandler']> => {
		const [{ sockets }, ca] = await Promise.all([import('./sockets.ts'), certificatesOf(profile, env, configuration)]);
		return sockets(env, patience, ca);
	};
	return async (service, region, patience) => {
		const handler = handlers.get(patience) ?? open(patience);
		handlers.set(patience, handler);
		const endpoint = endpointOf(service, env, { profile, shared });
		return {
			region,
			requestHandler: await handler,
			...(endpoint === undefined ? {} : { endpoint }),
			...(profile === undefined ? {} : { profile }),
		};
	};
}

/**
The bare way to AWS: a connection for each service and region, opened when it is first needed. Neither guarded nor paced; see
`openCaller`.
*/
function sdkCaller({
	account,
	credentials,
	reach,
	patience,
	load,
}: {
	account: string;
	credentials: Credentials;
	reach: Reach;
	patience: Patience;
	load: Loader;
}): Caller {
	const open = new Map<string, Promise<Connection>>();
	const turn = turns();
	const connect = async (service: ServiceName, region: string): Promise<Connection> => {
		const [{ connect }, settings] = await Promise.all([load(service), reach(service, region, patience)]);
		return connect({ ...settings, credentials });
	};
	return {
		account,
		async call<Output>({ service, operation, region, input, signal }: Call): Promise<Output> {
			await turn();
			const name = `${region}/${service}`;
			const connection = open.get(name) ?? connect(service, region);
			open.set(name, connection);
			const { send } = await connection;
			return (await inTime(patience.whole, signal, (either) => send(operation, input, either))) as Output;
		},
	};
}

interface Pace {
	readonly clock: Clock;
	readonly patience: Patience;
}

const usualPace: Pace = { clock: systemClock, patience: usualPatience };

/** What is needed to open an account. `region` is the one that is read; the profile's own where it is left out. */
export interface Opening {
	readonly profile?: string;
	readonly env: Env;
	readonly region?: string;
	readonly signal: AbortSignal;
	readonly now: () => Date;
	/** What the shared files of this machine say; nothing where left out. */
	readonly configuration?: Configuration;
	/** Asks for the code of a multi-factor device; where nobody can be asked, a profile that wants one is a HeadwaterError. */
	readonly askCode?: AskCode | undefined;
	/** A role that is assumed in place of the credentials of the profile, whose other settings hold. */
	readonly assumed?: Assumed;
	/** Reads of contents that somebody agreed to; then these, and nothing else, are let through. */
	readonly contents?: readonly DeclaredCall[];
	/** Reads of metadata that are let through beside those of discovery. */
	readonly besides?: readonly DeclaredCall[];
	/** How calls are paced once the account is open; tests shorten it. */
	readonly pace?: Pace;
	/** Told what AWS asks to be called less often, and when it is called as often as ever again. */
	readonly onSlowed?: (slowed: Slowed) => void;
}

/** An account that answers: its caller, the regions to read, the region in which it was asked, and its keys. */
export interface Account {
	readonly caller: Caller;
	readonly regions: readonly string[];
	readonly home: string;
	readonly credentials: Credentials;
	readonly profile?: string;
}

/**
Opens the account of a profile, or of the environment: finds the credentials, asks AWS whose they are, and gives a caller that
is guarded and paced, with the regions to read (one: the region that was asked for, else AWS_REGION, AWS_DEFAULT_REGION or the
profile's). No credentials, expired or refused ones, no region, or nobody who answers are a HeadwaterError with the way out.
*/
export async function openCaller({
	profile,
	env,
	region,
	signal,
	now,
	configuration = noConfiguration,
	askCode,
	assumed,
	contents,
	besides = [],
	pace = usualPace,
	onSlowed,
}: Opening): Promise<Account> {
	const { shared } = configuration;
	const own = settingsOf(profile, env, shared).region;
	const home = region ?? (env.AWS_REGION || env.AWS_DEFAULT_REGION || own);
	const named = profile === undefined ? {} : { profile };
	const milliseconds = () => now().getTime();
	const reach = reachOf({ ...named, env, configuration });
	const toSts = () => reach('sts', home ?? '', usualPatience);
	const credentials =
		assumed === undefined
			? credentialsOf({ ...named, env, shared, reach: toSts, askCode, now: milliseconds })
			: keptKeys((anew) => assume(assumed, toSts, anew), milliseconds);
	const trouble = (error: unknown, at: string) =>
		noAccount(error, {
			region: at,
			shared,
			elsewhere: endpointOf('sts', env, { profile, shared }),
			...whoIs(profile, env, assumed),
			machine: machineOf(env),
		});
	if (home === undefined) {
		await credentials().catch((error: unknown) => {
			throw trouble(error, 'no region');
		});
		throw new HeadwaterError('no-region', {
			message: `No AWS region is set${profile === undefined ? '' : ` for the profile "${profile}"`}.`,
			wayOut: 'Name one with --region, in AWS_REGION, or as `region` of the profile.',
		});
	}
	const way = (account: string, { clock, patience }: Pace, declared: readonly DeclaredCall[], load: Loader): Caller =>
		paced(
			renewing(() => sdkCaller({ account, credentials, reach, patience, load }), credentials),
			{ declared, clock, random: Math.random, onSlowed },
		);
	const declared = [...declaredCalls, ...besides];
	const open = (account: string, at: Pace): Caller =>
		guarded(
			way(account, at, declared, (service) => services[service].load()),
			declared,
		);
	try {
		const { service, operation } = identityCall;
		const identity = await open('', usualPace).call<{ Account: string }>({
			service,
			operation,
			region: home,
			input: {},
			signal,
		});
		const { Account: account } = identity;
		const caller =
			contents === undefined
				? reaching(open(account, pace), home)
				: openedForContents(way(account, pace, contents, loadContents), contents);
		return { caller, regions: [home], home, credentials, ...named };
	} catch (error) {
		throw trouble(error, home);
	}
}

/** A caller that asks a region whose keys these are, which the region of the account has told already. */
const reaching = (caller: Caller, home: string): Caller => ({
	...caller,
	async reach(region, signal) {
		const { service, operation } = identityCall;
		if (region !== home) await caller.call({ service, operation, region, input: {}, signal });
	},
});

/** Keys of a role; when they are wanted anew, those who assume it may have expired as well. */
async function assume(role: Assumed, toSts: () => Promise<Omit<Settings, 'credentials'>>, anew: boolean) {
	const { keysOfRole } = await import('./assumed-role.ts');
	const by: Credentials = () => role.by(anew ? { forceRefresh: true } : {});
	return keysOfRole({ ...role, by }, await toSts());
}

/** Whose credentials are meant, for a sentence about them: nobody's by name where the environment holds the keys. */
function whoIs(profile: string | undefined, env: Env, assumed: Assumed | undefined): { readonly profile?: string } {
	if (assumed !== undefined || (profile === undefined && env.AWS_ACCESS_KEY_ID)) return {};
	return profile === undefined && !env.AWS_PROFILE ? {} : { profile: profileInUse(profile, env) };
}

/** Which role of the machine was asked for where nothing else gave credentials. */
const machineOf = (env: Env): string =>
	env.AWS_EC2_METADATA_DISABLED?.toLowerCase() === 'true'
		? 'no role of this machine (AWS_EC2_METADATA_DISABLED)'
		: 'a role of this machine';
