import { readFileSync } from 'node:fs';
import { type Check, fields, list, matching, optional, record, yesNo } from './checking.ts';

/** A network that is there already. */
export interface ExistingNetwork {
	readonly id: string;
	/** Private subnets, each in a zone of its own; `routeTable` if a gateway endpoint shall be made. */
	readonly subnets: readonly { readonly id: string; readonly zone: string; readonly routeTable?: string }[];
	/** Endpoints that it has, by service (`s3`, `kms`); those that the plan wants besides are made. */
	readonly endpoints: readonly string[];
}

/** What differs between accounts and stages, and what no plan can know: a stage of `environment.json`. */
export interface Environment {
	/** Begins the names of stacks, databases and the workgroup: two pipelines fit into one account. */
	readonly name: string;
	/** How stacks are named: `{name}` and `{part}` are put in. */
	readonly stackName?: string;
	readonly account?: string;
	/** In place of the region of the plan. */
	readonly region?: string;
	readonly network?: ExistingNetwork;
	/** ARN of the key to use in place of a new one. */
	readonly key?: string;
	/** Name of the policy that every role of this account must have as its boundary. */
	readonly permissionsBoundary?: string;
	readonly tags?: Readonly<Record<string, string>>;
	/** ARNs of sources that the plan knows by another id. */
	readonly arns?: Readonly<Record<string, string>>;
	/** ARNs of the keys that encrypt sources which are read where they lie, by id of the source. */
	readonly keys?: Readonly<Record<string, string>>;
	/** Columns and their types of Athena, by id of the source, where records get a schema on their way. */
	readonly columns?: Readonly<Record<string, Readonly<Record<string, string>>>>;
	/** Columns and their types, by id of the job that joins them, of what the Feature Store serves. */
	readonly features?: Readonly<Record<string, Readonly<Record<string, string>>>>;
	/** Where alarms are sent, and the dollars a month beyond which the budget says so. */
	readonly alarms?: { readonly email?: string; readonly monthlyDollars?: number };
	/** The organisation has a trail of management events already. */
	readonly organisationTrail?: boolean;
}

const name = matching(
	/^[a-z][a-z0-9-]{0,30}$/,
	'of a-z, 0-9 and -, begin with a letter, and have at most 31 characters',
);
const dollars: Check = (value, at) =>
	typeof value === 'number' && value > 0 && value < 1e9 ? [] : [`${at} must be an amount of dollars`];
const columnTypes = record(record(matching(/^[a-z][a-z0-9_<>,:() ]{0,500}$/, 'a type of Athena')));
const keyArn = matching(/^arn:[a-z-]+:kms:[a-z0-9-]+:\d{12}:key\/[A-Za-z0-9-]+$/, 'the ARN of a key');
const stage = fields({
	name,
	stackName: optional(matching(/^[A-Za-z{][A-Za-z0-9{}-]{0,100}$/, 'letters, digits, -, {name} and {part}')),
	account: optional(matching(/^\d{12}$/, 'the 12 digits of an account')),
	region: optional(matching(/^[a-z]{2,4}(?:-[a-z]+)+-\d{1,2}$/, 'an AWS region')),
	network: optional(
		fields({
			id: matching(/^vpc-[0-9a-f]{8,17}$/, 'the id of a VPC'),
			subnets: list(
				fields({
					id: matching(/^subnet-[0-9a-f]{8,17}$/, 'the id of a subnet'),
					zone: matching(/^[a-z0-9-]{6,40}$/, 'an availability zone'),
					routeTable: optional(matching(/^rtb-[0-9a-f]{8,17}$/, 'the id of a route table')),
				}),
			),
			endpoints: list(matching(/^[a-z][a-z0-9.-]{0,60}$/, 'the name of an endpoint')),
		}),
	),
	key: optional(keyArn),
	permissionsBoundary: optional(matching(/^[\w+=,.@/-]{1,128}$/, 'the name of a managed policy')),
	tags: optional(record(matching(/^[\w .:/=+@-]{0,256}$/, 'the value of a tag'))),
	arns: optional(record(matching(/^arn:[a-z-]+:[a-z0-9-]+:.{1,300}$/, 'an ARN'))),
	keys: optional(record(keyArn)),
	columns: optional(columnTypes),
	features: optional(columnTypes),
	alarms: optional(
		fields({
			email: optional(matching(/^[^@\s]+@[^@\s]+\.[^@\s]+$/, 'an e-mail address')),
			monthlyDollars: optional(dollars),
		}),
	),
	organisationTrail: optional(yesNo),
});
const file = fields({ stages: record(stage) });

/** Every stage of `environment.json` by its name. Throws an error with one line for each trouble. */
export function readStages(path: URL): Readonly<Record<string, Environment>> {
	const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
	const troubles = file(value, 'environment');
	if (troubles.length > 0) throw new Error(['environment.json cannot be used:', ...troubles.slice(0, 20)].join('\n  '));
	return (value as { readonly stages: Readonly<Record<string, Environment>> }).stages;
}

/** One stage of `environment.json`. */
export function readEnvironment(path: URL, wanted: string): Environment {
	const stages = readStages(path);
	const found = Object.hasOwn(stages, wanted) ? stages[wanted] : undefined;
	if (found) return found;
	throw new Error(`environment.json has no stage "${wanted}"; it has ${Object.keys(stages).join(', ')}.`);
}

/** A plan whose sources have the ARNs that the environment gives them, so that what is built from them can reach them. */
export function located<P extends Locatable>(plan: P, { arns = {} }: Environment): P {
	const arnOf = (id: string) => (Object.hasOwn(arns, id) ? (arns[id] ?? id) : id);
	return {
		...plan,
		sources: plan.sources.map((source) => ({ ...source, id: arnOf(source.id) })),
		flows: plan.flows.map((flow) => ({ ...flow, sources: flow.sources.map(arnOf) })),
		stores: plan.stores.map((store) =>
			store.existing === undefined ? store : { ...store, existing: arnOf(store.existing) },
		),
	};
}

interface Locatable {
	readonly sources: readonly { readonly id: string }[];
	readonly flows: readonly { readonly sources: readonly string[] }[];
	readonly stores: readonly { readonly existing?: string }[];
}
