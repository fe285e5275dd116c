import { Annotations, type App, CfnResource, Stack, Tags, Validations } from 'aws-cdk-lib';
import { ManagedPolicy, PermissionsBoundary } from 'aws-cdk-lib/aws-iam';
import { AuditStack, needsAudit } from './audit-stack.ts';
import { checksOf } from './checks.ts';
import { type Environment, located } from './environment.ts';
import type { Around } from './ingest/ingest.ts';
import { IngestStack, needsNetwork, partsOf } from './ingest-stack.ts';
import { LakeStack } from './lake-stack.ts';
import { stepsOf } from './leads.ts';
import { NetworkStack } from './network-stack.ts';
import type { Plan } from './plan.ts';
import { ProcessingStack } from './processing-stack.ts';
import { QueryStack } from './query-stack.ts';
import { newStreams, StreamsStack } from './streams-stack.ts';
import { TrainingStack } from './training-stack.ts';
import { needsWatch, WatchStack } from './watch-stack.ts';

/**
 * The stacks of a plan in an app, for one environment. What is left to do by hand is printed as numbered steps when the app is synthesised; no
 * warning and no finding of the checks is left.
 */
export function buildApp(app: App, given: Plan, environment: Environment): App {
	const plan = located(given, environment);
	const { name, account, region = plan.network.region, permissionsBoundary, tags = {} } = environment;
	const env = { ...(account === undefined ? {} : { account }), ...(region === '' ? {} : { region }) };
	const stack = (part: string, description: string) => ({
		env,
		stackName: (environment.stackName ?? '{name}-{part}').replaceAll('{name}', name).replaceAll('{part}', part),
		description: `${description}, from the plan of ${plan.asOf}`.slice(0, 1024),
	});
	const lake = new LakeStack(app, 'lake', {
		...stack('lake', 'Zones, key and catalogue of the data lake'),
		plan,
		environment,
	});
	const wantsNetwork =
		plan.network.private || needsNetwork(plan) || plan.places.some(({ path }) => path === 'site-to-site-vpn');
	const network = wantsNetwork
		? new NetworkStack(app, 'network', {
				...stack('network', 'Network without internet'),
				plan,
				key: lake.key,
				existing: environment.network,
			})
		: undefined;
	const streams =
		newStreams(plan).length > 0
			? new StreamsStack(app, 'streams', { ...stack('streams', 'Streams'), plan, key: lake.key })
			: undefined;
	const around: Around = { plan, environment, lake, network, streams: streams?.streams ?? new Map() };
	const ingest = partsOf(plan).map((parts, index) => {
		const part = `ingest-${index + 1}`;
		return new IngestStack(app, part, { ...stack(part, 'Brings sources into the lake'), parts, around });
	});
	const processing =
		plan.jobs.length > 0
			? new ProcessingStack(app, 'processing', {
					...stack('processing', 'Jobs from landing to features'),
					...{ plan, lake, environment },
				})
			: undefined;
	new QueryStack(app, 'query', { ...stack('query', 'Queries on the lake'), plan, lake, name });
	const training = new TrainingStack(app, 'training', {
		...stack('training', 'Models on the lake'),
		...{ plan, lake, network, environment },
	});
	const audit = needsAudit(plan)
		? new AuditStack(app, 'audit', { ...stack('audit', 'Who read what'), plan, lake, environment })
		: undefined;
	if (needsWatch(app))
		new WatchStack(app, 'watch', { ...stack('watch', 'Alarms and the budget'), ...{ plan, lake, environment } });
	const notes = [lake, ...ingest, ...(processing ? [processing] : []), training, ...(audit ? [audit] : [])].flatMap(
		(one) => {
			const isEmpty = !one.node.findAll().some(CfnResource.isCfnResource);
			// CloudFormation refuses a stack of nothing.
			if (isEmpty) app.node.tryRemoveChild(one.node.id);
			return one.byHand.map((note) => [isEmpty ? lake : one, note] as const);
		},
	);
	for (const [part, step] of stepsOf<Stack>(notes)) Annotations.of(part).addInfo(step);
	for (const [tag, value] of Object.entries({ pipeline: name, ...tags })) Tags.of(app).add(tag, value);
	if (permissionsBoundary !== undefined) bound(app, permissionsBoundary);
	Validations.of(app).addPlugins(...checksOf(plan));
	return app;
}

/** Every role gets the boundary that the account wants. */
function bound(app: App, policy: string): void {
	const home = app.node.children.find((child) => Stack.isStack(child));
	if (home) PermissionsBoundary.of(app).apply(ManagedPolicy.fromManagedPolicyName(home, 'boundary', policy));
}
