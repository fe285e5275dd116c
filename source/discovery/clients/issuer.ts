import type { DetailedPeerCertificate, TLSSocket } from 'node:tls';

interface Connecting {
	createConnection(
		options: object,
		connected?: (error: Error | null, socket?: TLSSocket) => void,
	): TLSSocket | undefined;
}

/** Milliseconds that the handshake may take. */
const most = 3_000;

/**
Who issued the certificate that a host shows, as far up as it shows any; undefined where that cannot be seen. Makes a handshake of its own over the
same way (a proxy is what intercepts), without trusting it, sends nothing, and hangs up.
*/
export function issuerOf(agent: object, { host, port }: { host: string; port: number }): Promise<string | undefined> {
	return new Promise((resolve) => {
		const timer = setTimeout(() => resolve(undefined), most);
		const end = (issuer: string | undefined): void => {
			clearTimeout(timer);
			resolve(issuer);
		};
		const look = (socket: TLSSocket): void => {
			const see = (): void => {
				end(topmost(socket.getPeerCertificate(true)));
				socket.destroy();
			};
			socket.once('error', () => end(undefined));
			socket.once('secureConnect', see);
		};
		const options = { host, port, servername: host, rejectUnauthorized: false, ALPNProtocols: ['http/1.1'] };
		let seen = false;
		const once = (socket: TLSSocket | undefined): void => {
			if (seen || socket === undefined) return;
			seen = true;
			look(socket);
		};
		once(
			(agent as Connecting).createConnection(options, (error, socket) => {
				if (error) end(undefined);
				else once(socket);
			}),
		);
	});
}

function topmost(shown: DetailedPeerCertificate): string | undefined {
	const seen = new Set<DetailedPeerCertificate>();
	let last = shown;
	while (last.issuerCertificate && !seen.has(last.issuerCertificate)) {
		seen.add(last);
		last = last.issuerCertificate;
	}
	const { CN, O } = last.issuer ?? {};
	const names = [CN, O].flat().filter((name) => typeof name === 'string' && name !== '');
	return names.length === 0 ? undefined : [...new Set(names)].join(', ');
}
