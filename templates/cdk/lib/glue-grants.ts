import { ArnFormat, Stack } from 'aws-cdk-lib';
import { type IRole, PolicyStatement } from 'aws-cdk-lib/aws-iam';

const reading = [
	'glue:GetDatabase',
	'glue:GetTable',
	'glue:GetTables',
	'glue:GetPartition',
	'glue:GetPartitions',
	'glue:BatchGetPartition',
];
const writing = [
	'glue:CreateTable',
	'glue:UpdateTable',
	'glue:DeleteTable',
	'glue:CreatePartition',
	'glue:UpdatePartition',
	'glue:BatchCreatePartition',
	'glue:BatchUpdatePartition',
];

/** Lets a role read and write the tables of the databases named, and of no others. */
export function mayUseTables(role: IRole, databases: readonly string[]): void {
	const stack = Stack.of(role);
	const arn = (resource: string, resourceName: string) => stack.formatArn({ service: 'glue', resource, resourceName });
	role.addToPrincipalPolicy(
		new PolicyStatement({
			actions: [...reading, ...writing],
			resources: [
				stack.formatArn({ service: 'glue', resource: 'catalog' }),
				...databases.flatMap((name) => [arn('database', name), arn('table', `${name}/*`)]),
			],
		}),
	);
}

/** Lets a role of Glue write its logs. */
export function mayLog(role: IRole, stack: Stack): void {
	role.addToPrincipalPolicy(
		new PolicyStatement({
			actions: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents', 'logs:AssociateKmsKey'],
			resources: [
				stack.formatArn({
					service: 'logs',
					resource: 'log-group',
					resourceName: '/aws-glue/*',
					arnFormat: ArnFormat.COLON_RESOURCE_NAME,
				}),
			],
		}),
	);
}
