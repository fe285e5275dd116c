import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, type ITable, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { Plan } from './plan.ts';

/** Services that write where single records are served by their key. */
const serving = ['lambda-consumer', 'dynamodb-serving'];

/** Units a second that a table with provisioned capacity begins with, and up to which it grows by itself. */
const [fewest, most] = [5, 4000];

/**
 * The table from which models read single records within milliseconds; undefined, if no flow of the plan writes to one. It holds
 * data, so it stands with the lake, can be set back to any second of the last 35 days, and outlives its stack.
 */
export function servingTable(scope: Construct, { flows }: Plan, key: IKey): ITable | undefined {
	const users = flows.filter(({ services }) => services.some((service) => serving.includes(service)));
	if (users.length === 0) return undefined;
	const provisioned = users.some(({ settings }) => settings['dynamodb-serving']?.billing === 'PROVISIONED');
	const table = new Table(scope, 'serving', {
		partitionKey: { name: 'id', type: AttributeType.STRING },
		billingMode: provisioned ? BillingMode.PROVISIONED : BillingMode.PAY_PER_REQUEST,
		encryption: TableEncryption.CUSTOMER_MANAGED,
		encryptionKey: key,
		pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
		deletionProtection: true,
		removalPolicy: RemovalPolicy.RETAIN,
	});
	if (provisioned) {
		const between = { minCapacity: fewest, maxCapacity: most };
		table.autoScaleReadCapacity(between).scaleOnUtilization({ targetUtilizationPercent: 70 });
		table.autoScaleWriteCapacity(between).scaleOnUtilization({ targetUtilizationPercent: 70 });
	}
	return table;
}
