import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { synthesise } from '../check/synthesis.ts';
import { readEnvironment } from '../lib/environment.ts';
import { appOf, everyService } from './plans.ts';

const template = (app: App, id: string): Template => Template.fromStack(app.node.findChild(id) as Stack);
const key = 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';

test('an existing network, its endpoints and an existing key are used, and nothing is made beside them', () => {
	const network = {
		id: 'vpc-0a1b2c3d4e5f60718',
		subnets: ['a', 'b'].map((zone) => ({ id: `subnet-0000000${zone === 'a' ? 1 : 2}`, zone: `eu-central-1${zone}` })),
		endpoints: ['s3', 'dynamodb', 'kms', 'logs', 'sts'],
	};
	const folder = mkdtempSync(join(tmpdir(), 'environment-'));
	const given = { name: 'pipeline', account: '111122223333', network, key };
	assert.deepEqual(synthesise('existing', everyService(), folder, given).findings, []);
	rmSync(folder, { recursive: true });
	const app = appOf(everyService(), given);
	const made = template(app, 'network');
	made.resourceCountIs('AWS::EC2::VPC', 0);
	made.resourcePropertiesCountIs('AWS::EC2::VPCEndpoint', { VpcEndpointType: 'Gateway' }, 0);
	made.resourcePropertiesCountIs('AWS::EC2::VPCEndpoint', { VpcEndpointType: 'Interface', VpcId: network.id }, 4);
	template(app, 'training').hasResourceProperties('AWS::SageMaker::Domain', {
		VpcId: network.id,
		SubnetIds: network.subnets.map(({ id }) => id),
	});
	template(app, 'lake').resourceCountIs('AWS::KMS::Key', 0);
	assert.ok(JSON.stringify(template(app, 'lake').toJSON()).includes(key));
});

test('every role has the boundary, every stack the name, everything the tags that the account wants', () => {
	const app = appOf(everyService(), {
		permissionsBoundary: 'team-boundary',
		stackName: 'Acme-{name}-Prod-{part}',
		tags: { 'cost-centre': '4711' },
	});
	assert.equal((app.node.findChild('lake') as Stack).stackName, 'Acme-pipeline-Prod-lake');
	for (const id of ['ingest-1', 'processing', 'training']) {
		const roles = Object.values(template(app, id).findResources('AWS::IAM::Role'));
		assert.ok(roles.length > 0);
		for (const { Properties } of roles) assert.match(JSON.stringify(Properties.PermissionsBoundary), /team-boundary/);
	}
	template(app, 'lake').allResourcesProperties('AWS::S3::Bucket', {
		Tags: [
			{ Key: 'cost-centre', Value: '4711' },
			{ Key: 'pipeline', Value: 'pipeline' },
		],
	});
});

test('a source that the plan knows by another id is built once the environment gives its ARN', () => {
	const plan = everyService();
	const declared = JSON.parse(
		JSON.stringify(plan).replaceAll('arn:aws:dynamodb:eu-central-1:111122223333:table/profiles', 'shop/profiles'),
	);
	const arns = { 'shop/profiles': 'arn:aws:dynamodb:eu-central-1:111122223333:table/profiles' };
	template(appOf(declared), 'ingest-1').resourceCountIs('AWS::Glue::Integration', 0);
	template(appOf(declared, { arns }), 'ingest-1').resourceCountIs('AWS::Glue::Integration', 1);
});

test('a stage is read by its name, and what is wrong in any of them is told with its place', () => {
	const folder = mkdtempSync(join(tmpdir(), 'environment-'));
	const read = (stages: unknown, wanted: string) => {
		writeFileSync(join(folder, 'environment.json'), JSON.stringify({ stages }));
		return readEnvironment(pathToFileURL(join(folder, 'environment.json')), wanted);
	};
	try {
		assert.deepEqual(read({ dev: { name: 'a' }, prod: { name: 'b', account: '111122223333' } }, 'prod'), {
			name: 'b',
			account: '111122223333',
		});
		assert.throws(() => read({ dev: { name: 'a' } }, 'prod'), /has no stage "prod"; it has dev/);
		assert.throws(() => read({ dev: { name: 'A b' } }, 'dev'), /environment\.stages\.dev\.name must be/);
		assert.throws(() => read({ dev: { name: 'a', key: 'alias/lake' } }, 'dev'), /dev\.key must be the ARN of a key/);
		assert.throws(
			() => read({ dev: { name: 'a', tags: { x: ['$', '{Token[TOKEN.1]}'].join('') } } }, 'dev'),
			/tags\.x must be/,
		);
	} finally {
		rmSync(folder, { recursive: true });
	}
});
