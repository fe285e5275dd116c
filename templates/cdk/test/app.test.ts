import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import type { Plan } from '../lib/plan.ts';
import { appOf, everyService } from './plans.ts';
import { stackOf, template } from './reading.ts';

const stacks = (plan: Plan): readonly string[] =>
	appOf(plan)
		.node.children.map(({ node }) => node.id)
		.filter((id) => id !== 'Tree');

/** Numbers from 0 to 1 that are the same in every run. */
function drawn(seed: number): () => number {
	let state = seed;
	return () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 2 ** 32;
	};
}

test('a plan gives the stacks that it needs, and no others', () => {
	const plan = everyService();
	const all = ['lake', 'network', 'streams', 'ingest-1', 'processing', 'query', 'training', 'audit', 'watch'];
	assert.deepEqual(stacks(plan), all);
	const small = {
		...plan,
		places: [],
		flows: [],
		jobs: [],
		controls: [],
		network: { ...plan.network, private: false },
	};
	assert.deepEqual(stacks(small), ['lake', 'query', 'training']);
});

test('models train in a domain inside the network when the plan says private', () => {
	const plan = everyService();
	template(plan, 'training').hasResourceProperties('AWS::SageMaker::Domain', { AppNetworkAccessType: 'VpcOnly' });
	template({ ...plan, network: { ...plan.network, private: false } }, 'training').resourceCountIs(
		'AWS::SageMaker::Domain',
		0,
	);
});

test('whatever part of a plan there is, it builds, and the checks find nothing', () => {
	for (let seed = 1; seed <= 12; seed += 1) {
		const draw = drawn(seed);
		const some = <T>(all: readonly T[]): readonly T[] => all.filter(() => draw() < 0.5);
		const plan = everyService();
		const part: Plan = {
			...plan,
			sources: some(plan.sources),
			flows: some(plan.flows),
			jobs: some(plan.jobs),
			controls: some(plan.controls),
			stores: some(plan.stores),
			places: some(plan.places),
			network: { ...plan.network, private: draw() < 0.5, region: draw() < 0.5 ? plan.network.region : '' },
		};
		assert.doesNotThrow(() => appOf(part).synth(), `seed ${seed}`);
	}
});

test('what a region has no resource for is left out there, and said', () => {
	const plan = everyService();
	const elsewhere = { ...plan, network: { ...plan.network, region: 'us-gov-west-1' } };
	const app = appOf(elsewhere);
	for (const stack of app.node.children.filter((child): child is Stack => 'templateFile' in child)) {
		const types = Object.values(Template.fromStack(stack).toJSON().Resources ?? {}).map(
			(resource) => (resource as { readonly Type: string }).Type,
		);
		assert.deepEqual(
			types.filter((type) => /^AWS::(?:Macie|AppFlow)::|^AWS::DMS::ReplicationConfig$/.test(type)),
			[],
		);
	}
	Annotations.fromStack(stackOf(app, 'audit')).hasInfo('*', Match.stringLikeRegexp('no AWS::Macie::Session'));
	Annotations.fromStack(stackOf(app, 'ingest-1')).hasInfo(
		'*',
		Match.stringLikeRegexp('no AWS::DMS::ReplicationConfig'),
	);
});
