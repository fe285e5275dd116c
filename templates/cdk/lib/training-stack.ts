import { Aws, Stack, type StackProps } from 'aws-cdk-lib';
import { Effect, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnDomain } from 'aws-cdk-lib/aws-sagemaker';
import type { Construct } from 'constructs';
import { mayUseTables } from './glue-grants.ts';
import { mayRead, mayWrite } from './grants.ts';
import type { LakeStack } from './lake-stack.ts';
import type { NetworkStack } from './network-stack.ts';
import type { Plan } from './plan.ts';

export interface TrainingProps extends StackProps {
	readonly plan: Plan;
	readonly lake: LakeStack;
	readonly network: NetworkStack | undefined;
	readonly name: string;
}

/** The role with which models read the lake, and, when the plan says private, a SageMaker domain without a way to the internet. */
export class TrainingStack extends Stack {
	constructor(scope: Construct, id: string, { plan, lake, network, name, ...props }: TrainingProps) {
		super(scope, id, props);
		const role = new Role(this, 'role', {
			assumedBy: new ServicePrincipal('sagemaker.amazonaws.com', {
				conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
			}),
			description: 'Trains on the lake',
		});
		const readable = plan.stores.filter(({ zone }) => zone !== 'landing');
		for (const store of readable) {
			const bucket = lake.buckets.get(store.id);
			if (bucket) mayRead(role, bucket);
		}
		for (const bucket of lake.existing.values()) mayRead(role, bucket);
		mayWrite(role, lake.scratch, 'training/');
		const readableDatabases = [...lake.databases].filter(([zone]) => zone !== 'landing');
		mayUseTables(
			role,
			readableDatabases.map(([, database]) => database.databaseName),
		);
		if (!plan.network.private || !network) return;
		this.onlyInside(role, network);
		const domain = new CfnDomain(this, 'domain', {
			domainName: name,
			authMode: 'IAM',
			appNetworkAccessType: 'VpcOnly',
			vpcId: network.vpc.vpcId,
			subnetIds: network.vpc.isolatedSubnets.map(({ subnetId }) => subnetId),
			kmsKeyId: lake.key.keyId,
			defaultUserSettings: { executionRole: role.roleArn, securityGroups: [network.workload.securityGroupId] },
			defaultSpaceSettings: { executionRole: role.roleArn, securityGroups: [network.workload.securityGroupId] },
		});
		domain.node.addDependency(role);
	}

	/** Jobs without a network of their own are refused, and objects are read through this network or not at all. */
	private onlyInside(role: Role, { vpc }: NetworkStack): void {
		role.addToPolicy(
			new PolicyStatement({
				effect: Effect.DENY,
				actions: ['sagemaker:CreateTrainingJob', 'sagemaker:CreateProcessingJob', 'sagemaker:CreateModel'],
				resources: ['*'],
				conditions: { Null: { 'sagemaker:VpcSubnets': 'true' } },
			}),
		);
		role.addToPolicy(
			new PolicyStatement({
				effect: Effect.DENY,
				actions: ['s3:GetObject', 's3:PutObject'],
				resources: [`arn:${Aws.PARTITION}:s3:::*`],
				conditions: { StringNotEqualsIfExists: { 'aws:SourceVpc': vpc.vpcId }, Bool: { 'aws:ViaAWSService': 'false' } },
			}),
		);
	}
}
