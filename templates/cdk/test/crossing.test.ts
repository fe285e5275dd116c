import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { ownersOf } from '../lib/owners.ts';
import type { Plan } from '../lib/plan.ts';
import { appOf, everyService } from './plans.ts';
import { stackOf, template } from './reading.ts';

const owner = '999988887777';
const environment = { name: 'pipeline', account: '111122223333' };

/** The plan, with sources of some families in the account of somebody else. */
function away(...families: readonly string[]): Plan {
	const plan = everyService();
	return {
		...plan,
		sources: plan.sources.map((source) =>
			families.includes(source.family)
				? { ...source, account: owner, decidedBy: { test: { ...source.decidedBy.test, key: 'customer' } } }
				: source,
		),
	};
}

test('what an owner writes itself it may write below one prefix, with the key, by a role of an agreed name', () => {
	const lake = template(away('relational'), 'lake');
	const role = { ArnEquals: { 'aws:PrincipalArn': `arn:aws:iam::${owner}:role/pipeline-writes` } };
	lake.hasResourceProperties('AWS::S3::BucketPolicy', {
		PolicyDocument: {
			Statement: Match.arrayWith([
				Match.objectLike({ Action: Match.arrayWith(['s3:PutObject', 's3:ReplicateObject']), Condition: role }),
			]),
		},
	});
	lake.hasResourceProperties('AWS::KMS::Key', {
		KeyPolicy: { Statement: Match.arrayWith([Match.objectLike({ Condition: role })]) },
	});
	const app = appOf(away('relational'));
	const said = Annotations.fromStack(stackOf(app, 'ingest-1'));
	said.hasInfo('*', Match.stringLikeRegexp(`account ${owner} writes it itself, and may; hand it owners/${owner}.json`));
	// What comes over a network asks nobody which account it stands in.
	Template.fromStack(stackOf(app, 'ingest-1')).resourceCountIs('AWS::DMS::ReplicationConfig', 3);
});

test('the owner of what is read gets the statements for bucket and key, and this side uses the key that it names', () => {
	const plan = away('object');
	const [one] = ownersOf(plan, environment);
	assert.equal(one?.account, owner);
	const reads = one?.bucketPolicies['old-clicks'] ?? [];
	assert.deepEqual(
		reads.map(({ Sid, Action }) => [Sid, Action]),
		[
			['PipelineLists', ['s3:GetBucketLocation', 's3:ListBucket']],
			['PipelineReads', ['s3:GetObject', 's3:GetObjectTagging']],
		],
	);
	assert.deepEqual(reads[0]?.Condition, {
		ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/pipeline-*' },
	});
	assert.deepEqual(Object.keys(one?.keyPolicies ?? {}), ['old-clicks']);
	const key = `arn:aws:kms:eu-central-1:${owner}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
	const app = appOf(plan, { keys: { 'arn:aws:s3:::old-clicks': key } });
	Template.fromStack(stackOf(app, 'training')).hasResourceProperties('AWS::IAM::Policy', {
		PolicyDocument: {
			Statement: Match.arrayWith([
				Match.objectLike({ Action: ['kms:Decrypt', 'kms:DescribeKey'], Resource: Match.arrayWith([key]) }),
			]),
		},
	});
	Annotations.fromStack(stackOf(appOf(plan), 'lake')).hasInfo('*', Match.stringLikeRegexp('say the key of its bucket'));
});

test('an owner that writes gets a role with its trust and permissions, the words to fill in and steps in order', () => {
	const [one] = ownersOf(away('relational', 'warehouse'), { ...environment, region: 'cn-north-1' });
	assert.equal(one?.role?.name, 'pipeline-writes');
	const trust = one?.role?.trust.Statement as readonly { readonly Principal: unknown }[];
	assert.deepEqual(trust[0]?.Principal, { Service: ['export.rds.amazonaws.com', 'redshift.amazonaws.com'] });
	const texts = JSON.stringify(one);
	assert.match(texts, /arn:aws-cn:s3:::BUCKET-OF-RAW\/orders_[0-9a-f]{8}\/\*/);
	assert.deepEqual(Object.keys(one?.fillIn ?? {}), ['BUCKET-OF-RAW', 'KEY-OF-THE-LAKE']);
	assert.ok(one?.steps.every((step, index) => step.startsWith(`${index + 1}. `)));
});

test('where every source is in the account that is deployed to, there is nothing to hand over', () => {
	assert.deepEqual(ownersOf(everyService(), environment), []);
	assert.deepEqual(ownersOf(away('object'), { name: 'pipeline' }), []);
	assert.deepEqual(Object.keys(template(everyService(), 'lake').findOutputs('bucketofraw')), []);
	assert.equal(Object.keys(template(away('object'), 'lake').findOutputs('bucketofraw')).length, 1);
});
