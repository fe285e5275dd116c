import { Stack, type StackProps } from 'aws-cdk-lib';
import { CfnWorkGroup } from 'aws-cdk-lib/aws-athena';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnDataLakeSettings, CfnResource } from 'aws-cdk-lib/aws-lakeformation';
import type { Construct } from 'constructs';
import { mayWrite } from './grants.ts';
import type { LakeStack } from './lake-stack.ts';
import type { Plan } from './plan.ts';

export interface QueryProps extends StackProps {
	readonly plan: Plan;
	readonly lake: LakeStack;
	readonly name: string;
}

/** A query that would scan more than this stops: 1 TB, about five dollars. */
const mostScanned = 1e12;

/** How people and models reach the tables: a workgroup with a limit, and Lake Formation when the plan asks for it. */
export class QueryStack extends Stack {
	constructor(scope: Construct, id: string, { plan, lake, name, ...props }: QueryProps) {
		super(scope, id, props);
		new CfnWorkGroup(this, 'workgroup', {
			name,
			description: 'Queries on the lake: results encrypted, scans limited',
			recursiveDeleteOption: false,
			workGroupConfiguration: {
				enforceWorkGroupConfiguration: true,
				publishCloudWatchMetricsEnabled: true,
				bytesScannedCutoffPerQuery: mostScanned,
				engineVersion: { selectedEngineVersion: 'Athena engine version 3' },
				resultConfiguration: {
					outputLocation: lake.scratch.s3UrlForObject('results/'),
					encryptionConfiguration: { encryptionOption: 'SSE_KMS', kmsKey: lake.key.keyArn },
				},
			},
		});
		if (plan.controls.some((control) => control.id === 'lake-formation')) this.govern(lake);
	}

	/**
	 * Registers the zones with Lake Formation beside IAM ("hybrid"), so that permissions can be moved over table by table. Who
	 * deploys becomes an administrator beside those there are.
	 */
	private govern(lake: LakeStack): void {
		const settings = new CfnDataLakeSettings(this, 'settings', {
			admins: [{ dataLakePrincipalIdentifier: deployer(this) }],
			mutationType: 'APPEND',
		});
		const registrar = new Role(this, 'registrar', { assumedBy: new ServicePrincipal('lakeformation.amazonaws.com') });
		for (const [store, bucket] of lake.buckets) {
			mayWrite(registrar, bucket);
			const location = new CfnResource(this, `location-${store}`, {
				resourceArn: bucket.bucketArn,
				useServiceLinkedRole: false,
				roleArn: registrar.roleArn,
				hybridAccessEnabled: true,
			});
			location.node.addDependency(settings, registrar);
		}
	}
}

/** The role with which CloudFormation deploys: without it Lake Formation would refuse what comes after. */
const deployer = (stack: Stack): string =>
	stack.formatArn({
		service: 'iam',
		region: '',
		resource: 'role',
		resourceName: `cdk-${stack.synthesizer.bootstrapQualifier}-cfn-exec-role-${stack.account}-${stack.region}`,
	});
