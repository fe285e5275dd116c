import { HttpRequest } from '@smithy/core/protocols';
import { SignatureV4 } from '@smithy/signature-v4';
import { readBody, type WireAnswer } from '../body.ts';
import type { Connection, Settings } from '../connection.ts';
import { Sha256 } from '../sha256.ts';

/** What the operations of AWS Health are prefixed with on the wire (JSON 1.1, API of 2016-08-04). */
const target = 'AWSHealth_20160804';
const operations: ReadonlySet<string> = new Set(['DescribeServiceLifecycle']);

/**
A connection to AWS Health. Its SDK client lacks DescribeServiceLifecycle, which came on 2026-10-01, in every version that can
be installed, so that the request is signed here; an error has the name and the metadata that the SDK gives its own.
*/
export const connect = ({ region, credentials, requestHandler, endpoint }: Settings): Connection => {
	const url = new URL(endpoint ?? `https://health.${region}.amazonaws.com`);
	const signer = new SignatureV4({ service: 'health', region, credentials, sha256: Sha256 });
	return {
		async send(operation, input, signal) {
			if (!operations.has(operation)) throw new Error(`The client has no command ${operation}.`);
			const request = await signer.sign(
				new HttpRequest({
					method: 'POST',
					protocol: url.protocol,
					hostname: url.hostname,
					...(url.port !== '' && { port: Number(url.port) }),
					path: url.pathname,
					headers: {
						host: url.host,
						'content-type': 'application/x-amz-json-1.1',
						'x-amz-target': `${target}.${operation}`,
					},
					body: JSON.stringify(input),
				}),
			);
			const { response } = await requestHandler.handle(request as HttpRequest, signal ? { abortSignal: signal } : {});
			const answer = response as WireAnswer;
			await readBody(answer);
			const text = new TextDecoder().decode(answer.body as Uint8Array);
			if ((answer.statusCode ?? 0) >= 400) throw refusal(text, answer);
			return JSON.parse(text) as unknown;
		},
	};
};

/** A refusal as the SDK throws it, by which `fault.ts` tells it apart. */
function refusal(text: string, { statusCode, headers = {} }: WireAnswer): Error {
	let read: { readonly __type?: unknown; readonly message?: unknown; readonly Message?: unknown } = {};
	try {
		read = JSON.parse(text) as typeof read;
	} catch {
		// A proxy answers in words of its own.
	}
	const type = String(read.__type ?? headers['x-amzn-errortype'] ?? 'UnknownError');
	const error = new Error(String(read.message ?? read.Message ?? type));
	error.name = type.split('#').at(-1)?.split(':')[0] ?? type;
	return Object.assign(error, { $metadata: { httpStatusCode: statusCode }, $fault: 'client' });
}
