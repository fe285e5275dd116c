import type { NodeHttpHandler } from '@smithy/node-http-handler';
import { readBody, type WireAnswer } from './body.ts';
import { notFromAws } from './fault.ts';
import { Sha256 } from './sha256.ts';
import { sharedSettings } from './shared-settings.ts';

/** How a client reaches AWS; the same for all services but for the endpoint. */
export interface Settings {
	readonly region: string;
	readonly credentials: Credentials;
	readonly requestHandler: NodeHttpHandler;
	/** Where the environment names another place than AWS. */
	readonly endpoint?: string;
	/** The profile whose own settings (endpoints, dual stack) hold. */
	readonly profile?: string;
}

/** Keys that AWS takes, and the time at which it takes them no more. */
export interface Keys {
	readonly accessKeyId: string;
	readonly secretAccessKey: string;
	readonly sessionToken?: string;
	readonly expiration?: Date;
}

/** Gives the keys that hold now; looks for them anew when told so. Takes what the SDK says to a provider. */
export type Credentials = (asked?: { readonly forceRefresh?: boolean | undefined }) => Promise<Keys>;

/** One service in one region. */
export interface Connection {
	send(operation: string, input: Readonly<Record<string, unknown>>, signal?: AbortSignal): Promise<unknown>;
}

/** What every client of the SDK is opened with: one attempt, since `paced` repeats, and silence, since it would print. */
export const clientSettings = (settings: Settings) => ({
	...sharedSettings(settings.requestHandler, settings.profile),
	...settings,
	// Some services put a word before the host, which the host that the environment names does not know.
	disableHostPrefix: settings.endpoint !== undefined,
	// `endpointOf` has read what is configured, of the right profile; the SDK would read that of another one.
	ignoreConfiguredEndpointUrls: true,
	maxAttempts: 1,
	sha256: Sha256,
	logger: { trace() {}, debug() {}, info() {}, warn() {}, error() {} },
});

interface SdkClient {
	readonly config: object;
	readonly middlewareStack: { add(middleware: never, options: never): void; remove(name: string): boolean };
	send(command: never, options: { abortSignal?: AbortSignal }): Promise<unknown>;
}
type SdkCommand = new (input: never) => unknown;
interface Answer {
	readonly $metadata?: { readonly requestId?: string; readonly extendedRequestId?: string };
}

/**
A connection of a client and the commands it may send. A web page or nothing in place of an answer is thrown as `notFromAws`,
and where AWS itself is asked (emulators leave it out) also an answer without a request id.
*/
export function connection(
	client: SdkClient,
	commands: Readonly<Record<string, SdkCommand>>,
	answers: 'metadata' | 'contents' = 'metadata',
): Connection {
	const asksAws = (): boolean => !('isCustomEndpoint' in client.config && client.config.isCustomEndpoint);
	const wholeAnswer = (next: Next) => async (args: unknown) => {
		const result = await next(args);
		if (result.response) await readBody(result.response);
		return result;
	};
	const place = { step: 'deserialize', priority: 'low', name: 'wholeAnswer' };
	// What people stored may be empty or a web page, and comes as a stream.
	if (answers === 'metadata') client.middlewareStack.add(wholeAnswer as never, place as never);
	// They cost a tenth of a call: one gathers what it logs even where nobody listens; the other repeats, which `paced` does, and only
	// its place is needed, by others.
	client.middlewareStack.remove('loggerMiddleware');
	client.middlewareStack.add(((next: unknown) => next) as never, repeats as never);
	return {
		async send(operation, input, signal) {
			const Command = commands[operation];
			if (Command === undefined) throw new Error(`The client has no command ${operation}.`);
			const command = new Command(input as never) as never;
			const answer = (await client.send(command, signal ? { abortSignal: signal } : {}).catch((error: unknown) => {
				throw withOffset(error, client.config);
			})) as Answer;
			const { requestId, extendedRequestId } = answer.$metadata ?? {};
			if (requestId === undefined && extendedRequestId === undefined && asksAws()) {
				throw notFromAws('it says success and carries no request id.');
			}
			return answer;
		},
	};
}

const repeats = { step: 'finalizeRequest', priority: 'high', name: 'retryMiddleware', override: true };

/** An error with what the SDK measured meanwhile: milliseconds that the clock of AWS is ahead of ours. */
function withOffset(error: unknown, config: object): unknown {
	const offset = 'systemClockOffset' in config ? config.systemClockOffset : undefined;
	return error instanceof Error && typeof offset === 'number' ? Object.assign(error, { clockOffset: offset }) : error;
}

type Next = (args: unknown) => Promise<{ response?: WireAnswer }>;
