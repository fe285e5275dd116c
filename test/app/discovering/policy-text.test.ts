import { expect, test } from 'vitest';
import { missingActions } from '../../../source/app/discovering/missing-actions.ts';
import { policyText } from '../../../source/app/discovering/policy-text.ts';
import { actionsFor, policiesOf } from '../../../source/discovery/policy.ts';
import type { Cell, Gap } from '../../../source/estate/estate.ts';

const two = policiesOf(['s3:ListAllMyBuckets', 'rds:DescribeDBInstances'], 1);
const one = policiesOf(['s3:ListAllMyBuckets']);

test('as JSON each document stands alone', () => {
	expect(JSON.parse(policyText(one, 'json'))).toEqual(one[0]);
	expect(policyText(two, 'json').match(/"Version"/g)).toHaveLength(2);
});

test('as a CloudFormation template each document is a managed policy', () => {
	const { Resources } = JSON.parse(policyText(two, 'cloudformation'));
	expect(Object.keys(Resources)).toEqual(['HeadwaterReader1', 'HeadwaterReader2']);
	expect(Object.values(Resources)).toEqual(
		two.map((PolicyDocument) => ({
			Type: 'AWS::IAM::ManagedPolicy',
			Properties: { Description: 'What headwater discover reads: metadata only.', PolicyDocument },
		})),
	);
});

test('for CDK it is lines that compile to the same document', () => {
	const text = policyText(one, 'cdk');
	const [, document = ''] = /PolicyDocument\.fromJson\((\{[\s\S]*\})\),\n\}\);\n$/.exec(text) ?? [];
	expect(JSON.parse(document)).toEqual(one[0]);
	expect(text).toContain("new iam.ManagedPolicy(this, 'HeadwaterReader', {");
});

const gap = (action?: string): Gap => ({ about: 'x', why: 'no', cure: 'yes', ...(action ? { action } : {}) });
const cell = (action: string, layer: string): Cell => ({
	account: '1',
	region: 'eu-west-1',
	kind: 'x',
	action,
	state: 'denied',
	layer,
	calls: 1,
	found: 0,
});

test('what was denied is missing; what a layer above the role denies is not, nor what discovery never asks', () => {
	const { missing, known } = missingActions({
		gaps: [
			gap('s3:GetBucketTagging'),
			gap('s3:GetBucketTagging'),
			gap('rds:DescribeDBInstances'),
			gap('logs:DescribeLogGroups'),
			gap('iam:CreateUser'),
			gap(),
		],
		scanned: [
			cell('rds:DescribeDBInstances', 'service control policy'),
			cell('logs:DescribeLogGroups', 'identity policy'),
		],
	});
	expect(missing).toEqual(['logs:DescribeLogGroups', 's3:GetBucketTagging']);
	expect(known).toBe(actionsFor().length);
});
