import type { DeclaredCall } from './collectors/collector.ts';
import { type CollectedKind, collectors } from './collectors/index.ts';

/** Asked once for each account: whose credentials these are. AWS answers it to everybody. */
export const identityCall = {
	service: 'sts',
	operation: 'GetCallerIdentity',
	action: 'sts:GetCallerIdentity',
	rate: 20,
	burst: 20,
	answers: 'Account',
	why: 'Tells which account the credentials belong to.',
} as const satisfies DeclaredCall;

/** Asked once for each account where all regions are to be read. EC2 API throttling, 2026-11-22. */
export const regionsCall = {
	service: 'ec2',
	operation: 'DescribeRegions',
	action: 'ec2:DescribeRegions',
	rate: 10,
	burst: 50,
	answers: 'Regions',
	why: 'Says which regions are enabled for the account.',
} as const satisfies DeclaredCall;

/** Asked once where an organisation is to be read. No quota is published; 5 a second is what other tools live with. Checked 2026-11-28. */
export const accountsCall = {
	service: 'organizations',
	operation: 'ListAccounts',
	action: 'organizations:ListAccounts',
	rate: 5,
	burst: 5,
	answers: 'Accounts',
	why: 'Says which accounts an organisation has.',
} as const satisfies DeclaredCall;

/** Calls that find out what is to be read, before anything is. */
const scopeCalls = [identityCall, regionsCall, accountsCall] as const;

const each = (calls: readonly DeclaredCall[]): readonly DeclaredCall[] => [
	...new Map(calls.map((call) => [`${call.service}:${call.operation}`, call])).values(),
];

/** Every call that discovery may make, each once: the allow-list of the guard and the quotas of pacing. */
export const declaredCalls: readonly DeclaredCall[] = each([
	...scopeCalls,
	...Object.values(collectors).flatMap(({ calls }) => calls),
]);

/** The actions that some kinds need; those of all kinds, and of finding out what there is, where none is named. */
export function actionsFor(kinds?: readonly CollectedKind[]): readonly string[] {
	const calls =
		kinds === undefined ? declaredCalls : each([identityCall, ...kinds.flatMap((kind) => collectors[kind].calls)]);
	return [...new Set(calls.map(({ action }) => action))].toSorted();
}

/** A policy document of IAM. */
export interface PolicyDocument {
	readonly Version: '2012-10-17';
	readonly Statement: readonly Statement[];
}

interface Statement {
	readonly Sid: string;
	readonly Effect: 'Allow';
	readonly Action: readonly string[];
	readonly Resource: '*';
}

/** Characters without blanks that one managed policy may have: IAM quotas, 2026-11-22. */
export const mostCharacters = 6144;

/**
Policies that let these actions through and nothing else: a statement for each AWS service, and as few documents as fit managed
policies. Most of the actions know no resource.
*/
export function policiesOf(actions: readonly string[], most = mostCharacters): readonly PolicyDocument[] {
	const services = Map.groupBy([...new Set(actions)].toSorted(), serviceOf);
	const documents: Statement[][] = [[]];
	for (const [service, Action] of services) {
		const statement: Statement = { Sid: sidOf(service), Effect: 'Allow', Action, Resource: '*' };
		const last = documents.at(-1) ?? [];
		if (last.length > 0 && JSON.stringify(documentOf([...last, statement])).length > most) documents.push([statement]);
		else last.push(statement);
	}
	return documents.map(documentOf);
}

const documentOf = (statements: readonly Statement[]): PolicyDocument => ({
	Version: '2012-10-17',
	Statement: statements,
});

const sidOf = (service: string): string =>
	`Read${service.charAt(0).toUpperCase()}${service.slice(1).replaceAll(/[^a-z0-9]/gi, '')}`;

const serviceOf = (action: string): string => action.slice(0, action.indexOf(':'));
