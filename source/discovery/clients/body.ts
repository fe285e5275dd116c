import type { Readable } from 'node:stream';
import { notFromAws } from './fault.ts';

/** An answer as it came over the wire. */
export interface WireAnswer {
	readonly statusCode?: number;
	readonly headers?: Readonly<Record<string, string>>;
	body?: Readable | Uint8Array;
}

const page = /^\s*(?:<!doctype\s+html|<html)\b/i;

/**
Reads the body of an answer as a whole and puts it back. One that says success is thrown as `notFromAws` when it is empty or
a web page, whatever it calls itself: in XML the SDK would read both as an answer that lists nothing.
*/
export async function readBody(answer: WireAnswer): Promise<void> {
	const { statusCode = 0, headers = {}, body } = answer;
	const bytes = body === undefined || body instanceof Uint8Array ? body : await whole(body);
	if (bytes !== undefined) answer.body = bytes;
	if (statusCode >= 400) return;
	const type = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? 'no type';
	if (bytes === undefined || bytes.length === 0) throw notFromAws(`an empty answer (${statusCode} ${type}).`);
	const start = new TextDecoder().decode(bytes.subarray(0, 200));
	if (page.test(start)) throw notFromAws(`a web page (${statusCode} ${type}).`);
}

const whole = (body: Readable): Promise<Uint8Array> =>
	new Promise((resolve, reject) => {
		const parts: Uint8Array[] = [];
		body.on('data', (part: Uint8Array | string) => parts.push(typeof part === 'string' ? Buffer.from(part) : part));
		body.once('end', () => resolve(parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts)));
		body.once('error', reject);
		// Destroyed without an error, as an answer is that was cut off.
		body.once('close', () => reject(new Error('aborted')));
	});
