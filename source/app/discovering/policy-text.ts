import type { PolicyDocument } from '../../discovery/policy.ts';

/** The ways in which a policy is printed. */
export const policyForms = ['json', 'cloudformation', 'cdk'] as const;
export type PolicyForm = (typeof policyForms)[number];

/** Policies as text: JSON as IAM takes it, a CloudFormation template, or lines for a stack of CDK. Ends with a line feed. */
export function policyText(
	documents: readonly PolicyDocument[],
	form: PolicyForm,
	of: 'discovery' | 'profile' = 'discovery',
): string {
	const { name, says } = purposes[of];
	const names = documents.map((_, index) => (documents.length === 1 ? name : `${name}${index + 1}`));
	if (form === 'cloudformation') {
		const resources = documents.map((PolicyDocument, index) => [
			names[index],
			{
				Type: 'AWS::IAM::ManagedPolicy',
				Properties: { Description: says, PolicyDocument },
			},
		]);
		return json({ AWSTemplateFormatVersion: '2010-09-09', Resources: Object.fromEntries(resources) });
	}
	if (form === 'cdk') {
		const lines = documents.map(
			(document, index) =>
				`new iam.ManagedPolicy(this, '${names[index]}', {\n\tdescription: '${says}',\n\tdocument: iam.PolicyDocument.fromJson(${indented(document)}),\n});\n`,
		);
		return `import * as iam from 'aws-cdk-lib/aws-iam';\n\n// In the constructor of a stack:\n${lines.join('\n')}`;
	}
	return documents.map(json).join('\n');
}

const purposes = {
	discovery: { name: 'HeadwaterReader', says: 'What headwater discover reads: metadata only.' },
	profile: { name: 'HeadwaterProfiler', says: 'What headwater profile reads after a yes: samples of contents.' },
} as const;

const json = (value: unknown): string => `${JSON.stringify(value, undefined, '\t')}\n`;
const indented = (value: unknown): string => JSON.stringify(value, undefined, '\t').replaceAll('\n', '\n\t');
