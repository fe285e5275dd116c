import { HeadwaterError } from '../../errors.ts';
import type { DeclaredCall } from '../collectors/collector.ts';
import { declaredCalls, identityCall } from '../policy.ts';
import type { Assumed } from './assumed-role.ts';
import type { Call, Caller } from './call.ts';
import type { Connection, Credentials, Keys, Settings } from './connection.ts';
import { loadContents, openedForContents } from './contents/content-guard.ts';
import { credentialsOf, keptKeys } from './credentials.ts';
import { endpointOf } from './endpoints.ts';
import { guarded } from './guard.ts';
import { inTime, type Patience, usualPatience } from './in-time.ts';
import { noAccount } from './no-account.ts';
import { paced } from './paced.ts';
import type { Clock } from './pacing.ts';
import { type ServiceName, services } from './services.ts';
import { systemClock } from './system-clock.ts';

/** Gives the thin client of a service. */
type Loader = (service: ServiceName) => Promise<{ connect(settings: Settings): Connection }>;

type Env = Readonly<Record<string, string | undefined>>;

/**
The bare way to AWS: a connection for each service and region, opened when it is first needed. Neither guarded nor paced; see
`openCaller`.
*/
function sdkCaller({
	account,
	credentials,
	env,
	profile,
	patience,
	ca,
	load,
}: {
	account: string;
	credentials: Credentials;
	env: Env;
	profile?: string;
	patience: Patience;
	ca: string | undefined;
	load: Loader;
}): Caller {
	const open = new Map<string, Promise<Connection>>();
	let handler: Promise<Settings['requestHandler']> | undefined;
	const connect = async (service: ServiceName, region: string): Promise<Connection> => {
		handler ??= import('./connection.ts').then(({ sockets }) => sockets(env, patience, ca));
		const [{ connect }, requestHandler] = await Promise.all([load(service), handler]);
		const endpoint = endpointOf(service, env);
		return connect({
			region,
			credentials,
			requestHandler,
			...(endpoint === undefined ? {} : { endpoint }),
			...(profile === undefined ? {} : { profile }),
		});
	};
	return {
		account,
		async call<Output>({ service, operation, region, input, signal }: Call): Promise<Output> {
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
	/** Certificates that are trusted besides those of Node, in PEM. */
	readonly ca?: string;
	/** A role that is assumed in place of a profile. */
	readonly assumed?: Assumed;
	/** Reads of contents that somebody agreed to; then these, and nothing else, are let through. */
	readonly contents?: readonly DeclaredCall[];
	/** How calls are paced once the account is open; tests shorten it. */
	readonly pace?: Pace;
}

/** An account that answers: its caller, the regions to read, the region in which it was asked, and its keys. */
export interface Account {
	readonly caller: Caller;
	readonly regions: readonly string[];
	readonly home: string;
	readonly credentials: Credentials;
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
	ca,
	assumed,
	contents,
	pace = usualPace,
}: Opening): Promise<Account> {
	const home = region ?? (env.AWS_REGION || env.AWS_DEFAULT_REGION || (await regionIn(profile)));
	const named = profile === undefined ? {} : { profile };
	const milliseconds = () => now().getTime();
	const credentials =
		assumed === undefined
			? credentialsOf({ ...named, env, now: milliseconds })
			: keptKeys(() => assume(assumed, { region: home ?? '', env, ca }), milliseconds);
	if (home === undefined) {
		await credentials().catch((error: unknown) => {
			throw noAccount(error, { region: 'no region', ...named });
		});
		throw new HeadwaterError('no-region', {
			message: `No AWS region is set${profile === undefined ? '' : ` for the profile "${profile}"`}.`,
			wayOut: 'Name one with --region, in AWS_REGION, or as `region` of the profile.',
		});
	}
	const way = (account: string, { clock, patience }: Pace, declared: readonly DeclaredCall[], load: Loader): Caller =>
		paced(sdkCaller({ account, credentials, env, ...named, patience, ca, load }), {
			declared,
			clock,
			random: Math.random,
		});
	const open = (account: string, at: Pace): Caller =>
		guarded(
			way(account, at, declaredCalls, (service) => services[service].load()),
			declaredCalls,
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
				? open(account, pace)
				: openedForContents(way(account, pace, contents, loadContents), contents);
		return { caller, regions: [home], home, credentials };
	} catch (error) {
		throw noAccount(error, { region: home, ...named });
	}
}

async function assume(
	role: Assumed,
	{ region, env, ca }: { region: string; env: Env; ca: string | undefined },
): Promise<Keys> {
	const [{ keysOfRole }, { sockets }] = await Promise.all([import('./assumed-role.ts'), import('./connection.ts')]);
	const endpoint = endpointOf('sts', env);
	const requestHandler = await sockets(env, usualPatience, ca);
	return keysOfRole(role, { region, requestHandler, ...(endpoint === undefined ? {} : { endpoint }) });
}

async function regionIn(profile: string | undefined): Promise<string | undefined> {
	const { regionOfProfile } = await import('./services/sts.ts');
	return regionOfProfile(profile);
}
