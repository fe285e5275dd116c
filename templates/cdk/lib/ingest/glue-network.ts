import { Stack } from 'aws-cdk-lib';
import { Connection, ConnectionNetwork, ConnectionType } from 'aws-cdk-lib/aws-glue';
import { PolicyStatement, type Role } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { NetworkStack } from '../network-stack.ts';
import { shared } from './ingest.ts';

/** The way of the jobs of a stack into the network of this app; none where it has no subnet for them. */
export function wayInto(scope: Construct, { vpc, workload }: NetworkStack): readonly Connection[] {
	const [subnet] = vpc.isolatedSubnets;
	if (!subnet) return [];
	return [
		shared(
			scope,
			'glue-network',
			(home) =>
				new Connection(home, 'glue-network', {
					type: ConnectionType.NETWORK,
					network: ConnectionNetwork.subnet(subnet),
					securityGroups: [workload],
				}),
		),
	];
}

/** Glue opens network interfaces in the caller's name; the calls that describe them know no resource. */
export function mayJoinNetworks(role: Role): void {
	role.addToPolicy(
		new PolicyStatement({
			actions: [
				'ec2:DescribeNetworkInterfaces',
				'ec2:DescribeSecurityGroups',
				'ec2:DescribeSubnets',
				'ec2:DescribeVpcEndpoints',
				'ec2:DescribeRouteTables',
			],
			resources: ['*'],
		}),
	);
	const stack = Stack.of(role);
	const ec2 = (resource: string) => stack.formatArn({ service: 'ec2', resource, resourceName: '*' });
	const interfaces = ec2('network-interface');
	role.addToPolicy(
		new PolicyStatement({
			actions: ['ec2:CreateNetworkInterface'],
			resources: [interfaces, ec2('security-group'), ec2('subnet')],
		}),
	);
	role.addToPolicy(new PolicyStatement({ actions: ['ec2:DeleteNetworkInterface'], resources: [interfaces] }));
	role.addToPolicy(
		new PolicyStatement({
			actions: ['ec2:CreateTags'],
			resources: [interfaces],
			conditions: { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['aws-glue-service-resource'] } },
		}),
	);
}
