import { Annotations, type App, CfnResource, type Environment, Tags, Validations } from 'aws-cdk-lib';
import { AuditStack, needsAudit } from './audit-stack.ts';
import { checksOf } from './checks.ts';
import type { Around } from './ingest/ingest.ts';
import { IngestStack, needsNetwork, partsOf } from './ingest-stack.ts';
import { LakeStack } from './lake-stack.ts';
import { NetworkStack } from './network-stack.ts';
import type { Plan } from './plan.ts';
import { ProcessingStack } from './processing-stack.ts';
import { QueryStack } from './query-stack.ts';
import { newStreams, StreamsStack } from './streams-stack.ts';
import { TrainingStack } from './training-stack.ts';

/**
 * The stacks of a plan in an app. What is left to do by hand is printed when the app is synthesised; no warning and no finding
 * of the AWS Solutions checks is left. `account` is where it is deployed; leave it out for any.
 */
export function buildApp(app: App, plan: Plan, account?: string): App {
	const name = nameOf(app);
	const env: Environment = {
		...(account === undefined ? {} : { account }),
		...(plan.network.region === '' ? {} : { region: plan.network.region }),
	};
	const stack = (part: string, description: string) => ({
		env,
		stackName: `${name}-${part}`,
		description: `${description}, from the plan of ${plan.asOf}`.slice(0, 1024),
	});
	const lake = new LakeStack(app, 'lake', {
		...stack('lake', 'Zones, key and catalogue of the data lake'),
		plan,
		name,
	});
	const wantsNetwork =
		plan.network.private || needsNetwork(plan) || plan.places.some(({ path }) => path === 'site-to-site-vpn');
	const network = wantsNetwork
		? new NetworkStack(app, 'network', { ...stack('network', 'Network without internet'), plan, key: lake.key })
		: undefined;
	const streams =
		newStreams(plan).length > 0
			? new StreamsStack(app, 'streams', { ...stack('streams', 'Streams'), plan, key: lake.key })
			: undefined;
	const around: Around = { lake, network, streams: streams?.streams ?? new Map() };
	const ingest = partsOf(plan).map((parts, index) => {
		const part = `ingest-${index + 1}`;
		return new IngestStack(app, part, { ...stack(part, 'Brings sources into the lake'), parts, around });
	});
	const processing =
		plan.jobs.length > 0
			? new ProcessingStack(app, 'processing', { ...stack('processing', 'Jobs from landing to features'), plan, lake })
			: undefined;
	new QueryStack(app, 'query', { ...stack('query', 'Queries on the lake'), plan, lake, name });
	new TrainingStack(app, 'training', { ...stack('training', 'Models on the lake'), plan, lake, network, name });
	if (needsAudit(plan)) new AuditStack(app, 'audit', { ...stack('audit', 'Who read what'), plan, lake });
	for (const one of [lake, ...ingest, ...(processing ? [processing] : [])]) {
		const isEmpty = !one.node.findAll().some(CfnResource.isCfnResource);
		// CloudFormation refuses a stack of nothing.
		if (isEmpty) app.node.tryRemoveChild(one.node.id);
		for (const note of one.byHand) Annotations.of(isEmpty ? lake : one).addInfo(note);
	}
	Tags.of(app).add('pipeline', name);
	Validations.of(app).addPlugins(...checksOf(plan));
	return app;
}

/** The name in cdk.json: it begins the names of stacks and databases, so that two pipelines fit into one account. */
function nameOf(app: App): string {
	const name: unknown = app.node.tryGetContext('name') ?? 'pipeline';
	if (typeof name === 'string' && /^[a-z][a-z0-9-]{0,30}$/.test(name)) return name;
	throw new Error(
		'The "name" in cdk.json must be of a-z, 0-9 and -, begin with a letter, and have at most 31 characters.',
	);
}
