import { Aws, Stack, type StackProps } from 'aws-cdk-lib';
import { Effect, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnDomain } from 'aws-cdk-lib/aws-sagemaker';
import type { Construct } from 'constructs';
import { isAbsent } from './absent.ts';
import type { Environment } from './environment.ts';
import { FeatureGroup, servedJobs } from './feature-groups.ts';
import { mayUseTables } from './glue-grants.ts';
import { mayRead, mayUseKey, mayWrite } from './grants.ts';
import type { LakeStack } from './lake-stack.ts';
import type { NetworkStack } from './network-stack.ts';
import type { Plan } from './plan.ts';

const featureGroup = 'AWS::SageMaker::FeatureGroup';

export interface TrainingProps extends StackProps {
	readonly plan: Plan;
	readonly lake: LakeStack;
	readonly network: NetworkStack | undefined;
	readonly environment: Environment;
}

/** The role with which models read the lake, and, when the plan says private, a SageMaker domain without a way to the internet. */
export class TrainingStack extends Stack {
	/** What is left to do by hand, a sentence each. */
	readonly byHand: string[] = [];

	constructor(scope: Construct, id: string, { plan, lake, network, environment, ...props }: TrainingProps) {
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
		if (lake.serving) {
			const actions = ['dynamodb:BatchGetItem', 'dynamodb:GetItem'];
			role.addToPolicy(new PolicyStatement({ actions, resources: [lake.serving.tableArn] }));
		}
		mayWrite(role, lake.scratch, 'training/');
		const readableDatabases = [...lake.databases].filter(([zone]) => zone !== 'landing');
		mayUseTables(
			role,
			readableDatabases.map(([, database]) => database.databaseName),
		);
		this.serve(role, { plan, lake, environment });
		if (!plan.network.private || !network) return;
		this.onlyInside(role, network);
		const domain = new CfnDomain(this, 'domain', {
			domainName: environment.name,
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

	/** A group of the Feature Store for each job whose features are served while somebody waits. */
	private serve(role: Role, { plan, lake, environment }: Pick<TrainingProps, 'plan' | 'lake' | 'environment'>): void {
		for (const job of servedJobs(plan)) {
			if (isAbsent(featureGroup, this.region)) {
				this.byHand.push(
					`CloudFormation has no ${featureGroup} in ${this.region}; make the group for ${job.title} by hand.`,
				);
				continue;
			}
			const [features, database] = [lake.buckets.get(job.to), lake.databaseOf(plan, job.to)];
			if (!features || !database) continue;
			const { arn } = new FeatureGroup(this, job, { environment, features, database, key: lake.key });
			const actions = ['BatchGetRecord', 'DescribeFeatureGroup', 'GetRecord', 'PutRecord'].map(
				(one) => `sagemaker:${one}`,
			);
			role.addToPolicy(new PolicyStatement({ actions, resources: [arn] }));
			mayUseKey(role, lake.key);
			this.byHand.push(
				`${job.title}: name its columns in environment.json, "features", below ${job.id}, before the first deployment; whoever trains puts each new row into the online store with PutRecord.`,
			);
		}
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
