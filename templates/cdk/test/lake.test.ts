import { test } from 'node:test';
import { Match } from 'aws-cdk-lib/assertions';
import { everyService } from './plans.ts';
import { template } from './reading.ts';

test('every bucket of the lake is encrypted with the key, versioned, closed, logged and kept', () => {
	const lake = template(everyService(), 'lake');
	const guarded = {
		DeletionPolicy: 'Retain',
		Properties: {
			BucketEncryption: { ServerSideEncryptionConfiguration: [Match.objectLike({ BucketKeyEnabled: true })] },
			VersioningConfiguration: { Status: 'Enabled' },
			PublicAccessBlockConfiguration: Match.objectLike({ RestrictPublicBuckets: true }),
			LoggingConfiguration: Match.objectLike({ LogFilePrefix: Match.anyValue() }),
		},
	};
	// Five stores and the scratch bucket; those read in place are not made.
	lake.resourcePropertiesCountIs('AWS::S3::Bucket', guarded.Properties, 6);
	lake.allResources('AWS::S3::Bucket', { DeletionPolicy: 'Retain' });
	lake.allResourcesProperties('AWS::S3::BucketPolicy', {
		PolicyDocument: {
			Statement: Match.arrayWith([
				Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
			]),
		},
	});
	lake.hasResourceProperties('AWS::KMS::Key', { EnableKeyRotation: true });
});

test('the lifecycle of a zone is that of the plan', () => {
	const rules = (properties: object) =>
		template(everyService(), 'lake').resourcePropertiesCountIs(
			'AWS::S3::Bucket',
			{ LifecycleConfiguration: { Rules: Match.arrayWith([Match.objectLike(properties)]) } },
			1,
		);
	rules({ ExpirationInDays: 30 });
	rules({ Transitions: [{ StorageClass: 'GLACIER_IR', TransitionInDays: 365 }] });
});

test('the network has no way to the internet, and its endpoints are open to its own group only', () => {
	const network = template(everyService(), 'network');
	for (const type of ['AWS::EC2::NatGateway', 'AWS::EC2::InternetGateway', 'AWS::Lambda::Function'])
		network.resourceCountIs(type, 0);
	network.resourcePropertiesCountIs('AWS::EC2::VPCEndpoint', { VpcEndpointType: 'Gateway' }, 2);
	network.resourcePropertiesCountIs('AWS::EC2::VPCEndpoint', { VpcEndpointType: 'Interface' }, 7);
	network.resourceCountIs('AWS::EC2::SecurityGroupIngress', 1);
	network.resourceCountIs('AWS::EC2::VPNConnection', 1);
});
