import { Aws, Stack } from 'aws-cdk-lib';
import { type IRole, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnNamespace, CfnWorkgroup } from 'aws-cdk-lib/aws-redshiftserverless';
import { Construct } from 'constructs';
import { type Around, shared } from './ingest.ts';

/** Units of a workgroup: the fewest with which it follows a database, and up to which it grows. */
const [fewest, most] = [8, 64];

/** A warehouse without servers into which databases write by themselves, shared by the sources of a stack. */
export class Warehouse extends Construct {
	readonly namespaceArn: string;
	readonly workgroupName: string;
	readonly workgroupArn: string;
	/** With which it writes to the lake what training reads. */
	readonly writer: IRole;

	constructor(scope: Construct, id: string, { lake, environment, network }: Around, sources: readonly string[]) {
		super(scope, id);
		const stack = Stack.of(this);
		const writer = new Role(this, 'writer', { assumedBy: new ServicePrincipal('redshift.amazonaws.com') });
		const name = `${environment.name}-${stack.node.id}`;
		const statement = (principal: object, action: string, more: object = {}) => ({
			Effect: 'Allow',
			Principal: principal,
			Action: action,
			...more,
		});
		const namespace = new CfnNamespace(this, 'namespace', {
			namespaceName: name,
			dbName: 'lake',
			manageAdminPassword: true,
			adminPasswordSecretKmsKeyId: lake.key.keyArn,
			kmsKeyId: lake.key.keyArn,
			iamRoles: [writer.roleArn],
			defaultIamRoleArn: writer.roleArn,
			logExports: ['userlog', 'connectionlog', 'useractivitylog'],
			namespaceResourcePolicy: {
				Version: '2012-10-17',
				Statement: [
					statement({ Service: 'redshift.amazonaws.com' }, 'redshift:AuthorizeInboundIntegration', {
						Condition: { StringEquals: { 'aws:SourceArn': sources } },
					}),
					statement({ AWS: `arn:${Aws.PARTITION}:iam::${stack.account}:root` }, 'redshift:CreateInboundIntegration'),
				],
			},
		});
		const workgroup = new CfnWorkgroup(this, 'workgroup', {
			workgroupName: name,
			namespaceName: namespace.namespaceName,
			baseCapacity: fewest,
			maxCapacity: most,
			enhancedVpcRouting: true,
			publiclyAccessible: false,
			// Databases tell names in small and capital letters apart; integrations want that.
			configParameters: [
				{ parameterKey: 'enable_case_sensitive_identifier', parameterValue: 'true' },
				{ parameterKey: 'require_ssl', parameterValue: 'true' },
			],
			...(network
				? {
						subnetIds: network.vpc.isolatedSubnets.map(({ subnetId }) => subnetId),
						securityGroupIds: [network.workload.securityGroupId],
					}
				: {}),
		});
		workgroup.addResourceDependency(namespace);
		this.namespaceArn = namespace.attrNamespaceNamespaceArn;
		this.workgroupName = name;
		this.workgroupArn = workgroup.attrWorkgroupWorkgroupArn;
		this.writer = writer;
	}
}

/** The warehouse of a stack, made when it is first asked for, and open to every database that a flow follows into it. */
export const warehouseOf = (scope: Construct, around: Around): Warehouse =>
	shared(scope, 'warehouse', (home) => {
		const followed = around.plan.flows.filter(({ services }) => services.includes('aurora-zero-etl'));
		return new Warehouse(
			home,
			'warehouse',
			around,
			[...new Set(followed.flatMap(({ sources }) => sources))].toSorted(),
		);
	});
