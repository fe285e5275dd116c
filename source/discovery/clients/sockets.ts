import { NodeHttpHandler, type NodeHttpHandlerOptions } from '@smithy/node-http-handler';
import { sortOf } from './fault-signs.ts';
import type { Patience } from './in-time.ts';
import { issuerOf } from './issuer.ts';
import { agentsThrough, proxiesIn } from './proxies.ts';

/**
Sockets for one account, kept open and shared by all its clients. Proxies that the environment names are used; `ca` is trusted besides what Node
trusts, in PEM.
*/
export async function sockets(
	env: Readonly<Record<string, string | undefined>>,
	{ connect, answer }: Patience,
	ca?: string,
): Promise<NodeHttpHandler> {
	const tls = await import('node:tls');
	// Those of Node with what NODE_EXTRA_CA_CERTS adds; the list that Node 22 began with lacks the latter.
	const usual = tls.getCACertificates?.('default') ?? tls.rootCertificates;
	const options = { keepAlive: true, maxSockets: 100 };
	const agents = await agentsThrough(
		proxiesIn(env),
		options,
		ca === undefined ? options : { ...options, ca: [...usual, ca] },
	);
	return new TellingHandler(
		{
			connectionTimeout: connect,
			requestTimeout: answer,
			throwOnRequestTimeout: true,
			socketAcquisitionWarningTimeout: 2 ** 31 - 1,
			...agents,
		},
		agents.httpsAgent,
	);
}

/** A handler that says who issued a certificate that is not trusted: that names the proxy in between. */
class TellingHandler extends NodeHttpHandler {
	readonly #agent: object;
	readonly #issuers = new Map<string, Promise<string | undefined>>();

	constructor(options: NodeHttpHandlerOptions, agent: object) {
		super(options);
		this.#agent = agent;
	}

	override async handle(
		...[request, options]: Parameters<NodeHttpHandler['handle']>
	): ReturnType<NodeHttpHandler['handle']> {
		try {
			return await super.handle(request, options);
		} catch (error) {
			if (!(error instanceof Error) || sortOf(error) !== 'untrusted') throw error;
			const { hostname: host, port = 443 } = request;
			const asked = this.#issuers.get(host) ?? issuerOf(this.#agent, { host, port });
			this.#issuers.set(host, asked);
			const issuer = await asked;
			throw issuer === undefined ? error : Object.assign(error, { message: `${error.message}, issued by "${issuer}"` });
		}
	}
}
