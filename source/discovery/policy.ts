import type { DeclaredCall } from './collectors/collector.ts';
import { collectors } from './collectors/index.ts';

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

/** Every call that discovery may make, each once: the allow-list of the guard and the quotas of pacing. */
export const declaredCalls: readonly DeclaredCall[] = [
	...new Map(
		[identityCall, ...Object.values(collectors).flatMap(({ calls }) => calls)].map((call) => [
			`${call.service}:${call.operation}`,
			call,
		]),
	).values(),
];

/** A policy document of IAM. */
export interface PolicyDocument {
	readonly Version: '2012-10-17';
	readonly Statement: readonly {
		readonly Sid: string;
		readonly Effect: 'Allow';
		readonly Action: readonly string[];
		readonly Resource: '*';
	}[];
}

/**
The policy that lets discovery read everything it can read and nothing else: the actions of the declared calls, a statement
for each AWS service. Fits one managed policy (6,144 characters without blanks). Most of the actions know no resource.
*/
export function readOnlyPolicy(): PolicyDocument {
	const actions = [...new Set(declaredCalls.map(({ action }) => action))].toSorted();
	const services = [...new Set(actions.map(serviceOf))];
	return {
		Version: '2012-10-17',
		Statement: services.map((service) => ({
			Sid: `Read${service.charAt(0).toUpperCase()}${service.slice(1).replaceAll(/[^a-z0-9]/gi, '')}`,
			Effect: 'Allow',
			Action: actions.filter((action) => serviceOf(action) === service),
			Resource: '*',
		})),
	};
}

const serviceOf = (action: string): string => action.slice(0, action.indexOf(':'));
