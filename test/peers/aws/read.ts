import type { IncomingMessage } from 'node:http';
import { NormalizedSchema } from '@smithy/core/schema';
import { type Operation, type Protocol, type Tongue, tongues } from './tongues.ts';

/** A request, understood. */
export interface Asked {
	/** Of the service that it is signed for; undefined for one that discovery never calls. */
	readonly protocol: Protocol;
	readonly service: string;
	readonly operation: string;
	readonly output: unknown;
	readonly account: string;
	readonly region: string;
	readonly input: Readonly<Record<string, unknown>>;
}

/** Reads a request of the SDK; a sentence says what is wrong with one that discovery may not make. */
export function readRequest(request: IncomingMessage, body: string): Asked | string {
	const { authorization = '' } = request.headers;
	const [, key = '', region = '', signing = ''] =
		/Credential=([^/]+)\/\d+\/([^/]+)\/([^/]+)\//.exec(authorization) ?? [];
	// Directory buckets have a signing name of their own.
	const tongue = tongues.get(signing === 's3express' ? 's3' : signing);
	if (tongue === undefined) return `nobody may speak to ${signing || 'an unsigned service'}`;
	const found = operationIn(tongue, request, body);
	if (found === undefined) return `nobody may ask ${signing} for ${request.method} ${request.url} ${body.slice(0, 80)}`;
	const { operation, input } = found;
	return {
		protocol: tongue.protocol,
		service: operation.service,
		operation: operation.name,
		output: operation.output,
		account: /\d{12}/.exec(key)?.[0] ?? '123456789012',
		region,
		input,
	};
}

interface Found {
	readonly operation: Operation;
	readonly input: Readonly<Record<string, unknown>>;
}

function operationIn({ protocol, operations }: Tongue, request: IncomingMessage, body: string): Found | undefined {
	if (protocol === 'json') {
		const operation = operations.get(/\.(\w+)$/.exec(String(request.headers['x-amz-target']))?.[1] ?? '');
		return operation && { operation, input: JSON.parse(body || '{}') };
	}
	if (protocol === 'query' || protocol === 'ec2') {
		const form = new URLSearchParams(body);
		const operation = operations.get(form.get('Action') ?? '');
		return operation && { operation, input: Object.fromEntries(form) };
	}
	const url = new URL(request.url ?? '/', 'http://aws');
	// Buckets stand first in the path, and in no template.
	const [, bucket = '', rest = ''] = operations.has('ListBuckets') ? (/^\/([^/]*)(.*)$/.exec(url.pathname) ?? []) : [];
	const path = operations.has('ListBuckets') ? `/${rest.replace(/^\//, '')}` : url.pathname;
	const fitting = [...operations.values()]
		.flatMap((operation) => {
			const match = request.method === operation.method ? matchOf(operation, path, url.searchParams) : undefined;
			return match ? [{ operation, ...match }] : [];
		})
		.toSorted((a, b) => b.exact - a.exact);
	const [best] = fitting;
	if (!best) return undefined;
	const said = body.trim().startsWith('{') ? named(best.operation.input, JSON.parse(body)) : {};
	const asked = queried(best.operation.input, url.searchParams);
	return {
		operation: best.operation,
		input: { ...(bucket ? { Bucket: bucket } : {}), ...best.labels, ...asked, ...said },
	};
}

/** The labels in a path that fits a template, and how much of it is fixed. */
function matchOf({ path: template }: Operation, path: string, query: URLSearchParams) {
	const [way = '/', fixed = ''] = template.split('?');
	const names = [...way.matchAll(/\{(\w+)\+?\}/g)].map(([, name = '']) => name);
	const found = new RegExp(`^${way.replace(/\{\w+\}/g, '([^/]+)').replace(/\{\w+\+\}/g, '(.+)')}$`).exec(path);
	const wanted = [...new URLSearchParams(fixed)];
	if (!found || !wanted.every(([key, value]) => query.has(key) && (value === '' || query.get(key) === value)))
		return undefined;
	const labels = Object.fromEntries(names.map((name, index) => [name, decodeURIComponent(found[index + 1] ?? '')]));
	return { labels, exact: wanted.length * 100 + way.length - names.length };
}

const members = (schema: unknown) => [...NormalizedSchema.of((schema as () => never)()).structIterator()];

function queried(schema: unknown, query: URLSearchParams): Readonly<Record<string, unknown>> {
	return Object.fromEntries(
		members(schema).flatMap(([name, member]) => {
			const key = (member.getMergedTraits() as { httpQuery?: string }).httpQuery;
			const value = key === undefined ? null : query.get(key);
			return value === null ? [] : [[name, value]];
		}),
	);
}

/** Fields by the names that the SDK gives them. */
function named(schema: unknown, body: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
	const names = new Map(
		members(schema).map(([name, member]) => [
			(member.getMergedTraits() as { jsonName?: string }).jsonName ?? name,
			name,
		]),
	);
	return Object.fromEntries(Object.entries(body).map(([key, value]) => [names.get(key) ?? key, value]));
}
