import type { Agent as HttpAgent } from 'node:http';
import { NodeHttpHandler, type NodeHttpHandlerOptions } from '@smithy/node-http-handler';
import { notFromAws } from './fault.ts';

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

/** Gives the keys that hold now. */
export type Credentials = () => Promise<Keys>;

/** One service in one region. */
export interface Connection {
	send(operation: string, input: Readonly<Record<string, unknown>>, signal?: AbortSignal): Promise<unknown>;
}

/** What every client of the SDK is opened with: one attempt, since `paced` repeats, and silence, since it would print. */
export const clientSettings = (settings: Settings) => ({
	...settings,
	maxAttempts: 1,
	logger: { trace() {}, debug() {}, info() {}, warn() {}, error() {} },
});

interface SdkClient {
	readonly config: object;
	readonly middlewareStack: { add(middleware: never, options: never): void };
	send(command: never, options: { abortSignal?: AbortSignal }): Promise<unknown>;
}
type SdkCommand = new (input: never) => unknown;
interface Answer {
	readonly $metadata?: { readonly requestId?: string; readonly extendedRequestId?: string };
}

/**
A connection of a client and the commands it may send. Where AWS itself is asked, a web page in place of an answer and an
answer without a request id are thrown as `notFromAws`; emulators leave both undone.
*/
export function connection(client: SdkClient, commands: Readonly<Record<string, SdkCommand>>): Connection {
	const asksAws = (): boolean => !('isCustomEndpoint' in client.config && client.config.isCustomEndpoint);
	const refuseWebPages = (next: Next) => async (args: unknown) => {
		const result = await next(args);
		const { statusCode = 0, headers = {} } = result.response ?? {};
		const type = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
		// In XML the SDK would read a web page as an answer that lists nothing.
		if (/^text\/html\b/i.test(type) && statusCode < 400 && asksAws()) {
			throw notFromAws(`a web page (${statusCode} ${type}).`);
		}
		return result;
	};
	const place = { step: 'deserialize', priority: 'low', name: 'refuseWebPages' };
	client.middlewareStack.add(refuseWebPages as never, place as never);
	return {
		async send(operation, input, signal) {
			const Command = commands[operation];
			if (Command === undefined) throw new Error(`The client has no command ${operation}.`);
			const command = new Command(input as never) as never;
			const answer = (await client.send(command, signal ? { abortSignal: signal } : {})) as Answer;
			const { requestId, extendedRequestId } = answer.$metadata ?? {};
			if (requestId === undefined && extendedRequestId === undefined && asksAws()) {
				throw notFromAws('it says success and carries no request id.');
			}
			return answer;
		},
	};
}

type Next = (args: unknown) => Promise<{ response?: { statusCode?: number; headers?: Record<string, string> } }>;

/**
Sockets for one account, kept open and shared by all its clients. A connection that takes more than 3 seconds and an answer
that takes more than 10 are given up; the SDK would wait for ever. Proxies that the environment names are used (Node 24).
*/
export async function sockets(env: Readonly<Record<string, string | undefined>>): Promise<NodeHttpHandler> {
	const [http, https] = await Promise.all([import('node:http'), import('node:https')]);
	const options = { keepAlive: true, maxSockets: 50, proxyEnv: { ...env } };
	const handling: NodeHttpHandlerOptions = {
		connectionTimeout: 3_000,
		requestTimeout: 10_000,
		throwOnRequestTimeout: true,
		socketAcquisitionWarningTimeout: 2 ** 31 - 1,
		httpAgent: new http.Agent(options) as HttpAgent,
		httpsAgent: new https.Agent(options),
	};
	return new NodeHttpHandler(handling);
}
