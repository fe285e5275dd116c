import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createSecure } from 'node:https';
import type { AddressInfo } from 'node:net';
import { answerOf } from './account.ts';
import { type Fault, struck } from './faults.ts';
import { type Asked, readRequest } from './read.ts';
import type { Seeded } from './seeded.ts';
import { type Written, writeAnswer } from './write.ts';

/** An AWS of ours on a port of this machine. */
export interface Aws {
	readonly url: string;
	/** Every request so far, as `account region service:operation`. */
	readonly asked: readonly string[];
	/** Requests that discovery may not make, as sentences. */
	readonly refused: readonly string[];
	close(): Promise<void>;
}

export interface Weather {
	/** Which fault strikes a request. */
	readonly strike?: (asked: Asked) => Fault | undefined;
	/** Milliseconds that an answer takes. */
	readonly latency?: number;
	/** Whether AWS takes the request now; else it says too fast. */
	readonly takes?: (asked: Asked) => boolean;
	/** Whether somebody may assume a role, by what the request says; the keys are of the account that the role names. */
	readonly roles?: (form: URLSearchParams) => boolean;
	readonly onAnswered?: (asked: Asked) => void;
	/** The key and the certificate with which it speaks TLS; plain where left out. */
	readonly identity?: { readonly key: string; readonly cert: string };
}

/** Serves seeded accounts (the one that an access key names, else the first) over the wire protocols of AWS. */
export async function openAws(accounts: readonly Seeded[], weather: Weather = {}): Promise<Aws> {
	const asked: string[] = [];
	const refused: string[] = [];
	const listener: RequestListener = (request, response) => {
		const parts: Buffer[] = [];
		request.on('data', (part: Buffer) => parts.push(part));
		request.on('end', () => {
			const body = Buffer.concat(parts).toString('utf8');
			const form = new URLSearchParams(body);
			if (form.get('Action') === 'AssumeRole') return put(response, assumedBy(form, weather.roles));
			const found = readRequest(request, body);
			if (typeof found === 'string') {
				refused.push(found);
				response.writeHead(404).end();
				return;
			}
			asked.push(`${found.account} ${found.region} ${found.service}:${found.operation}`);
			answer(found, response);
		});
	};
	const { identity } = weather;
	const server = identity ? createSecure(identity, listener) : createServer({ keepAliveTimeout: 60_000 }, listener);
	const answer = (found: Asked, response: ServerResponse): void => {
		const seeded = accounts.find(({ account }) => account === found.account) ?? accounts[0];
		if (!seeded) throw new Error('No account is seeded.');
		const slow = weather.takes?.(found) === false;
		const fault = slow ? 'throttled' : weather.strike?.(found);
		const outcome = fault
			? struck(fault, found, answerOf(seeded, found, fault))
			: { written: writeAnswer(found, answerOf(seeded, found)) };
		const after = (weather.latency ?? 0) + ('after' in outcome ? (outcome.after ?? 0) : 0);
		const send = () => {
			weather.onAnswered?.(found);
			put(response, outcome.written, 'end' in outcome ? outcome.end : undefined);
		};
		if (after > 0) setTimeout(send, after);
		else send();
	};
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	return {
		url: `${identity ? 'https://localhost' : 'http://127.0.0.1'}:${(server.address() as AddressInfo).port}`,
		asked,
		refused,
		close: () =>
			new Promise((closed) => {
				server.close(() => closed());
				server.closeAllConnections();
			}),
	};
}

function assumedBy(form: URLSearchParams, may: Weather['roles']): Written {
	const headers = { 'content-type': 'text/xml', 'x-amzn-requestid': 'r-1' };
	const account = /::(\d{12}):/.exec(form.get('RoleArn') ?? '')?.[1];
	if (may?.(form) !== true) {
		const said = form.has('TokenCode')
			? 'MultiFactorAuthentication failed with invalid MFA one time pass code.'
			: 'No.';
		const body = `<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>${said}</Message></Error><RequestId>r</RequestId></ErrorResponse>`;
		return { status: 403, headers, body };
	}
	const body = `<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>AKIA-${account}</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>`;
	return { status: 200, headers, body };
}

function put(response: ServerResponse, written: Written | undefined, end?: 'reset' | 'silence' | 'cut' | 'hang'): void {
	if (end === 'silence') return;
	if (end === 'reset' || written === undefined) {
		response.destroy();
		return;
	}
	const { status, headers, body } = written;
	if (end === undefined) {
		response.writeHead(status, { ...headers, 'content-length': String(Buffer.byteLength(body)) }).end(body);
		return;
	}
	response.writeHead(status, { ...headers, 'content-length': String(Buffer.byteLength(body)) });
	response.write(body.slice(0, Math.max(1, body.length / 2)));
	if (end === 'cut') setTimeout(() => response.destroy(), 5);
}
