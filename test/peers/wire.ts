import { request as ask, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as it went over the wire. */
export interface Asked {
	/** As the signature names it: `s3`, `rds`, `dynamodb`, `monitoring`, `logs`, `sts`. */
	readonly service: string;
	/** As the SDK names it; of S3 the request line. */
	readonly operation: string;
	/** For which it is signed. */
	readonly region: string;
	readonly method: string;
	readonly path: string;
	readonly body: string;
	/** The part of an object that is asked for: `bytes=0-99`; empty for all. */
	readonly range: string;
}
export interface Answer {
	readonly status: number;
	readonly type: string;
	readonly body: string;
	readonly headers?: Readonly<Record<string, string>>;
}
export interface Wire {
	readonly url: string;
	readonly asked: readonly Asked[];
	close(): Promise<void>;
}

/** Stands before an AWS and passes requests on, but for those it answers itself, or never (`silence`): who is denied or led astray. */
export async function openWire(
	target: string,
	answer: (asked: Asked) => Answer | 'silence' | undefined = () => undefined,
): Promise<Wire> {
	const seen: Asked[] = [];
	const server = createServer((request, response) => {
		const parts: Buffer[] = [];
		request.on('data', (part: Buffer) => parts.push(part));
		request.on('end', () => {
			const raw = Buffer.concat(parts);
			const body = raw.toString('utf8');
			const path = request.url ?? '/';
			const { authorization = '', 'x-amz-target': jsonTarget = '', range = '' } = request.headers;
			const [, region = '', service = 'unsigned'] =
				/Credential=[^/]+\/\d+\/([^/]+)\/([^/]+)\//.exec(authorization) ?? [];
			const method = request.method ?? '';
			const operation =
				/\.(\w+)$/.exec(String(jsonTarget))?.[1] ??
				/(?:^|&)Action=(\w+)/.exec(body)?.[1] ??
				namedBy(method, path) ??
				`${method} ${path}`;
			const asked = { service, operation, region, method, path, body, range };
			seen.push(asked);
			const own = answer(asked);
			if (own === 'silence') return;
			if (own) {
				response
					.writeHead(own.status, { 'content-type': own.type, 'x-amzn-requestid': 'wire', ...own.headers })
					.end(own.body);
				return;
			}
			const onward = ask(`${target}${path}`, { method, headers: request.headers }, (answered) => {
				// An emulator tells what it lacks by a page of its own; AWS has words for it.
				if ((answered.statusCode ?? 0) >= 500 && /html/.test(answered.headers['content-type'] ?? '')) {
					answered.resume();
					const unknown = refusal(asked, 'UnknownOperation', 'not there');
					response.writeHead(400, { 'content-type': unknown.type, 'x-amzn-requestid': 'wire' }).end(unknown.body);
					return;
				}
				response.writeHead(answered.statusCode ?? 502, answered.headers);
				answered.pipe(response);
			});
			onward.on('error', () => response.destroy());
			onward.end(raw);
		});
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		asked: seen,
		close: () =>
			new Promise((closed) => {
				server.close(() => closed());
				server.closeAllConnections();
			}),
	};
}

/** The operation of a service that names it by the path of a POST: `/ListResources`, `/list-flows`. */
function namedBy(method: string, path: string): string | undefined {
	const name = /^\/([A-Za-z]+(?:-[a-z]+)*)$/.exec(path)?.[1];
	if (method !== 'POST' || name === undefined) return undefined;
	return name.replaceAll(/(?:^|-)[a-z]/g, (start) => start.slice(-1).toUpperCase());
}

/** A refusal in the tongue of the service: XML of S3, of EC2 (whose code is its own) and of the query services, or JSON. */
export function refusal({ service }: Asked, code: string, message: string): Answer {
	if (service === 's3' || service === 's3express') {
		const body = `<?xml version="1.0"?><Error><Code>${code}</Code><Message>${message}</Message></Error>`;
		return { status: 403, type: 'application/xml', body };
	}
	if (service === 'ec2') {
		const error = `<Error><Code>UnauthorizedOperation</Code><Message>${message}</Message></Error>`;
		const body = `<Response><Errors>${error}</Errors><RequestID>wire</RequestID></Response>`;
		return { status: 403, type: 'text/xml', body };
	}
	if (['rds', 'sts', 'redshift', 'elasticache'].includes(service)) {
		const error = `<Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error>`;
		return {
			status: 403,
			type: 'text/xml',
			body: `<ErrorResponse>${error}<RequestId>wire</RequestId></ErrorResponse>`,
		};
	}
	const type = 'application/x-amz-json-1.0';
	return { status: 400, type, body: JSON.stringify({ __type: `${code}Exception`, message }) };
}
