import type { AgentOptions as HttpOptions } from 'node:http';
import type { AgentOptions as HttpsOptions } from 'node:https';

type Env = Readonly<Record<string, string | undefined>>;

/** The proxies that an environment names, and who says whether a host is reached without one. */
interface Proxies {
	readonly http: URL | undefined;
	readonly https: URL | undefined;
	readonly isDirect: (host: string, port: number | string) => boolean;
}

/** Reads HTTP_PROXY, HTTPS_PROXY, ALL_PROXY and NO_PROXY, in small letters or capitals. */
export function proxiesIn(env: Env): Proxies {
	const said = (name: string) => env[name.toLowerCase()] || env[name] || undefined;
	const all = said('ALL_PROXY');
	const direct = (said('NO_PROXY') ?? '').split(/[\s,]+/).filter((entry) => entry !== '');
	return {
		http: proxyAt(said('HTTP_PROXY') ?? all),
		https: proxyAt(said('HTTPS_PROXY') ?? all),
		isDirect: (host, port) => direct.some((entry) => covers(entry.toLowerCase(), host.toLowerCase(), String(port))),
	};
}

/** Many write the address of a proxy without `http://`. */
function proxyAt(said: string | undefined): URL | undefined {
	if (said === undefined) return undefined;
	const text = /^[a-z]+:\/\//i.test(said) ? said : `http://${said}`;
	return URL.canParse(text) ? new URL(text) : undefined;
}

/** `*`, `example.com` with all below it, `.example.com`, `*.example.com`, `10.0.0.1`, each perhaps with a port. */
function covers(entry: string, host: string, port: string): boolean {
	if (entry === '*') return true;
	const [, name = '', only] = /^(.*?)(?::(\d+))?$/.exec(entry) ?? [];
	if (only !== undefined && only !== port) return false;
	const bare = name.replace(/^\*?\./, '');
	return bare !== '' && (host === bare || host.endsWith(`.${bare}`));
}

/** Agents that go through the proxies of an environment, by a tunnel, but for hosts that are reached directly. */
export async function agentsThrough(proxies: Proxies, http: HttpOptions, https: HttpsOptions) {
	const [{ Agent: HttpAgent }, { Agent: HttpsAgent }] = await Promise.all([import('node:http'), import('node:https')]);
	if (proxies.http === undefined && proxies.https === undefined) {
		return { httpAgent: new HttpAgent(http), httpsAgent: new HttpsAgent(https) };
	}
	const { HttpProxyAgent, HttpsProxyAgent } = await import('hpagent');
	const trusted = https.ca === undefined ? {} : { proxyRequestOptions: { ca: https.ca as string[] } };
	const plain = proxies.http && new HttpProxyAgent({ ...http, ...trusted, proxy: proxies.http });
	const secure = proxies.https && new HttpsProxyAgent({ ...https, ...trusted, proxy: proxies.https });
	return {
		httpAgent: routed(new HttpAgent(http), plain, proxies.http, proxies),
		httpsAgent: routed(new HttpsAgent(https), secure, proxies.https, proxies),
	};
}

interface Options {
	readonly host?: string;
	readonly port?: number | string;
}
type Connected = (error: Error | null, socket?: unknown) => void;
interface Connecting {
	createConnection(options: Options, connected?: Connected): unknown;
}

/** An agent whose connections are made by a tunnel, but for hosts that are reached directly. */
function routed<Direct extends object>(
	direct: Direct,
	tunnel: object | undefined,
	proxy: URL | undefined,
	{ isDirect }: Proxies,
): Direct {
	if (tunnel === undefined || proxy === undefined) return direct;
	const agent = direct as unknown as Connecting;
	const own = agent.createConnection.bind(direct);
	agent.createConnection = (options, connected) =>
		isDirect(options.host ?? '', options.port ?? '')
			? own(options, connected)
			: (tunnel as Connecting).createConnection(options, (error, socket) =>
					connected?.(error ? refusal(error, proxy) : null, socket),
				);
	return direct;
}

/** What a proxy did wrong, by its name and never with its password. */
function refusal(error: Error, { host }: URL): Error {
	const status = /^Bad response: (\d+)/.exec(error.message)?.[1];
	if (status === undefined) {
		return Object.assign(error, { message: `the proxy ${host} cannot be reached: ${error.message}` });
	}
	const wants = status === '407' ? ' (it wants a name and a password)' : '';
	return Object.assign(new Error(`the proxy ${host} answered ${status}${wants}.`), { code: 'ERR_PROXY_TUNNEL' });
}
