import { type App, Stack } from 'aws-cdk-lib';
import { CfnManagedPolicy, CfnPolicy } from 'aws-cdk-lib/aws-iam';

/** What the roles of one flow, one job or one part of a stack may do, as a policy of IAM. */
export interface PolicyText {
	/** `ingest-1/FLOW-SOURCE`, `processing/JOB`, … */
	readonly of: string;
	readonly document: { readonly Version: string; readonly Statement: readonly unknown[] };
}

/**
 * The policies of an app as they are deployed, a text for each flow, job or part, for whoever has to approve them. What is known only
 * once it is deployed stands as `${RESOURCE.ATTRIBUTE}`.
 */
export function policiesOf(app: App): readonly PolicyText[] {
	// References between stacks are settled when the app is synthesised.
	app.synth();
	const parts = new Map<string, unknown[]>();
	for (const one of app.node.findAll()) {
		if (!(one instanceof CfnPolicy || one instanceof CfnManagedPolicy)) continue;
		const of = one.node.path.split('/').slice(0, 2).join('/');
		const { Statement = [] } = Stack.of(one).resolve(one.policyDocument) ?? {};
		parts.set(of, [...(parts.get(of) ?? []), ...Statement.map(readable)]);
	}
	return [...parts]
		.map(([of, statements]) => ({ of, document: { Version: '2012-10-17', Statement: statements } }))
		.toSorted((a, b) => (a.of < b.of ? -1 : 1));
}

/** Values of CloudFormation as texts that people can read. */
function readable(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(readable);
	if (typeof value !== 'object' || value === null) return value;
	const [[name, of] = ['', undefined], ...more] = Object.entries(value);
	if (more.length === 0 && (name === 'Ref' || name.startsWith('Fn::'))) return intrinsic(name, of);
	return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, readable(one)]));
}

function intrinsic(name: string, of: unknown): string {
	if (name === 'Ref') return `\${${String(of)}}`;
	if (name === 'Fn::GetAtt' && Array.isArray(of)) return `\${${of.join('.')}}`;
	if (name === 'Fn::Sub' && typeof of === 'string') return of;
	if (name === 'Fn::Join' && Array.isArray(of) && Array.isArray(of[1])) return of[1].map(readable).join(String(of[0]));
	if (name === 'Fn::GetStackOutput' && typeof of === 'object' && of !== null)
		return `\${${Object.values(of).map(String).join('.')}}`;
	return `\${${name} ${JSON.stringify(of)}}`;
}
