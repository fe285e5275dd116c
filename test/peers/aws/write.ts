import { NormalizedSchema } from '@smithy/core/schema';
import type { Asked } from './read.ts';

/** An answer on its way to the wire. */
export interface Written {
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string;
}

interface Traits {
	readonly jsonName?: string;
	readonly xmlName?: string;
	readonly xmlFlattened?: 1;
	readonly httpHeader?: string;
	readonly httpPayload?: 1;
}
type Fields = Readonly<Record<string, unknown>>;

/** An answer in the SDK's own shape, in the protocol in which it was asked for. */
export function writeAnswer({ protocol, operation, output }: Asked, answer: Fields): Written {
	const schema = NormalizedSchema.of((output as () => never)());
	const headers: Record<string, string> = { 'content-type': types[protocol], 'x-amzn-requestid': 'r-1' };
	let payload: readonly [NormalizedSchema, unknown] = [schema, answer];
	if (protocol === 'rest-json' || protocol === 'rest-xml') {
		for (const [name, member] of schema.structIterator()) {
			const { httpHeader, httpPayload } = traitsOf(member);
			if (httpHeader && answer[name] !== undefined) headers[httpHeader] = String(answer[name]);
			if (httpPayload) payload = [member, answer[name] ?? {}];
		}
	}
	const [of, value] = payload;
	const body = (): string => {
		switch (protocol) {
			case 'json':
			case 'rest-json':
				return JSON.stringify(toJson(of, value, protocol === 'rest-json'));
			case 'query':
				return `<${operation}Response><${operation}Result>${inner(of, value)}</${operation}Result><ResponseMetadata><RequestId>r-1</RequestId></ResponseMetadata></${operation}Response>`;
			case 'ec2':
				return `<${operation}Response><requestId>r-1</requestId>${inner(of, value)}</${operation}Response>`;
			case 'rest-xml':
				return `<?xml version="1.0"?>\n<${operation}Result>${inner(of, value)}</${operation}Result>`;
			default:
				return protocol satisfies never;
		}
	};
	return { status: 200, headers, body: body() };
}

/** A refusal in the protocol in which was asked. */
export function writeError({ protocol }: Asked, code: string, message: string, status: number): Written {
	const headers = { 'content-type': types[protocol], 'x-amzn-requestid': 'r-1', 'x-amzn-errortype': code };
	const error = `<Error><Type>Sender</Type><Code>${code}</Code><Message>${escaped(message)}</Message></Error>`;
	const bodies = {
		json: JSON.stringify({ __type: code, message }),
		'rest-json': JSON.stringify({ __type: code, message }),
		query: `<ErrorResponse>${error}<RequestId>r-1</RequestId></ErrorResponse>`,
		ec2: `<Response><Errors>${error}</Errors><RequestID>r-1</RequestID></Response>`,
		'rest-xml': `<?xml version="1.0"?><Error><Code>${code}</Code><Message>${escaped(message)}</Message></Error>`,
	};
	return { status, headers, body: bodies[protocol] };
}

const types = {
	json: 'application/x-amz-json-1.1',
	'rest-json': 'application/json',
	query: 'text/xml',
	ec2: 'text/xml',
	'rest-xml': 'application/xml',
} as const;

const traitsOf = (schema: NormalizedSchema): Traits => schema.getMergedTraits() as Traits;

function toJson(schema: NormalizedSchema, value: unknown, renames: boolean): unknown {
	if (value === undefined || value === null) return undefined;
	if (value instanceof Date) return value.getTime() / 1000;
	if (schema.isListSchema()) {
		return (value as readonly unknown[]).map((one) => toJson(schema.getValueSchema(), one, renames));
	}
	if (schema.isMapSchema()) {
		const entries = Object.entries(value as Fields);
		return Object.fromEntries(entries.map(([key, one]) => [key, toJson(schema.getValueSchema(), one, renames)]));
	}
	if (!schema.isStructSchema()) return value;
	const given = value as Fields;
	return Object.fromEntries(
		[...schema.structIterator()].flatMap(([name, member]) =>
			given[name] === undefined || traitsOf(member).httpHeader
				? []
				: [[(renames && traitsOf(member).jsonName) || name, toJson(member, given[name], renames)]],
		),
	);
}

/** What stands between the tags of a value. */
function inner(schema: NormalizedSchema, value: unknown): string {
	if (value instanceof Date) return value.toISOString();
	if (schema.isListSchema()) {
		const of = schema.getValueSchema();
		return (value as readonly unknown[])
			.map((one) => tagged(traitsOf(of).xmlName ?? 'member', inner(of, one)))
			.join('');
	}
	if (schema.isMapSchema()) {
		const of = schema.getValueSchema();
		return Object.entries(value as Fields)
			.map(([key, one]) => tagged('entry', tagged('key', escaped(key)) + tagged('value', inner(of, one))))
			.join('');
	}
	if (!schema.isStructSchema()) return escaped(String(value));
	const given = value as Fields;
	return [...schema.structIterator()]
		.filter(([name, member]) => given[name] !== undefined && !traitsOf(member).httpHeader)
		.map(([name, member]) => {
			const { xmlName = name, xmlFlattened } = traitsOf(member);
			if (!xmlFlattened || !member.isListSchema()) return tagged(xmlName, inner(member, given[name]));
			const of = member.getValueSchema();
			return (given[name] as readonly unknown[]).map((one) => tagged(xmlName, inner(of, one))).join('');
		})
		.join('');
}

const tagged = (name: string, text: string): string => `<${name}>${text}</${name}>`;
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
