import { createRequire } from 'node:module';
import { NormalizedSchema } from '@smithy/core/schema';
import { declaredCalls } from '../../../source/discovery/policy.ts';
import { textOf } from '../imports.ts';

/** The wire protocols of AWS that discovery meets. None of the clients in use speaks CBOR. */
export type Protocol = 'json' | 'rest-json' | 'query' | 'ec2' | 'rest-xml';

/** An operation as the SDK describes it: how it is asked for, and the schemas of what goes in and comes out. */
export interface Operation {
	readonly service: string;
	readonly name: string;
	readonly method: string;
	/** Of the REST protocols: path with labels, and what must stand in the query. */
	readonly path: string;
	readonly input: unknown;
	readonly output: unknown;
}

/** How one service speaks. */
export interface Tongue {
	readonly protocol: Protocol;
	/** By the name under which it is declared; only what discovery may call is understood. */
	readonly operations: ReadonlyMap<string, Operation>;
}

const require = createRequire(import.meta.url);
const protocols: readonly (readonly [RegExp, Protocol])[] = [
	[/^AwsJson1/, 'json'],
	[/^AwsRestJson/, 'rest-json'],
	[/^AwsQuery/, 'query'],
	[/^AwsEc2Query/, 'ec2'],
	[/RestXml/, 'rest-xml'],
];

type Schema = readonly [
	sort: number,
	space: string,
	name: string,
	traits: unknown,
	input: () => unknown,
	output: () => unknown,
];

const text = 0;
const inQuery = (name: string) => [text, { httpQuery: name }];
const anything = 15;
/** What clients from before there were schemas send and take, as their own code writes it; all speak JSON over REST. */
const older: Readonly<Record<string, unknown>> = {
	ListDataSets: [
		9,
		'dataexchange',
		'ListDataSets',
		{ http: ['GET', '/v1/data-sets', 200] },
		() => [3, 'x', 'In', 0, ['NextToken', 'MaxResults', 'Origin'], ['nextToken', 'maxResults', 'origin'].map(inQuery)],
		() => [3, 'x', 'Out', 0, ['DataSets', 'NextToken'], [[1, 'x', 'List', 0, anything], text]],
	],
};

/** Every service that discovery calls, by the name with which requests to it are signed. */
export const tongues: ReadonlyMap<string, Tongue> = new Map(
	[...new Set(declaredCalls.map(({ service }) => service))].map((service) => {
		const [, name = ''] =
			/'(@aws-sdk\/client-[\w-]+)'/.exec(textOf(`source/discovery/clients/services/${service}.ts`)) ?? [];
		const module = require(name) as Readonly<Record<string, unknown>>;
		const [, Client] = Object.entries(module).find(([key]) => /^[A-Z]\w*Client$/.test(key)) as [string, SdkClient];
		const { config } = new Client({ region: 'us-east-1', credentials: { accessKeyId: 'a', secretAccessKey: 'b' } });
		const spoken = config.protocol?.constructor.name ?? 'AwsRestJson';
		const [, protocol] = protocols.find(([sign]) => sign.test(spoken)) ?? [];
		if (protocol === undefined) throw new Error(`${name} speaks ${spoken}.`);
		const operations = declaredCalls
			.filter((call) => call.service === service)
			.map(({ operation }): [string, Operation] => {
				const [, , , traits, input, output] = (module[`${operation}$`] ?? older[operation]) as Schema;
				const [method = 'POST', path = '/'] = (traits as { http?: readonly [string, string] }).http ?? [];
				return [operation, { service, name: operation, method, path, input, output }];
			});
		return [config.defaultSigningName, { protocol, operations: new Map(operations) }];
	}),
);

/** The fields that the SDK knows of what goes into a call. */
export function fieldsOf({ service, operation }: { service: string; operation: string }): readonly string[] {
	const known = [...tongues.values()].flatMap(({ operations }) => operations.get(operation) ?? []);
	const own = known.find((one) => one.service === service);
	if (own === undefined) throw new Error(`No client has ${service}:${operation}.`);
	return [...NormalizedSchema.of((own.input as () => never)()).structIterator()].map(([name]) => name);
}

type SdkClient = new (
	config: object,
) => { readonly config: { readonly protocol?: object; readonly defaultSigningName: string } };
