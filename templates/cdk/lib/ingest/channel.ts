import { CfnParameter, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup, LogStream, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { mayUseKey, mayWrite } from '../grants.ts';
import { constructId, datasetOf } from '../names.ts';
import type { TableStore } from '../table-store.ts';
import type { Around, Unit } from './ingest.ts';

/** What a stream or a topic that writes itself to S3 needs, whichever of them it is. */
export interface Channel {
	readonly name: string;
	readonly role: Role;
	readonly logs: LogGroup;
	readonly log: LogStream;
	/** Seconds that records wait to become a file. */
	readonly freshness: number;
	/** Where records go that cannot be delivered. */
	readonly failed: string;
	/** The table that it writes, where it is told to. */
	readonly table: { readonly store: TableStore; readonly name: string; readonly schemaArn: string } | undefined;
}

/** AWS takes 5 to 15 minutes. */
const [shortest, longest] = [300, 900];

/** Role, logs and table of a channel. */
export function channelOf(scope: Construct, unit: Unit, { lake }: Around, principal: string): Channel {
	const { flow, source, service, bucket, prefix } = unit;
	const settings = flow.settings[service] ?? {};
	const role = new Role(scope, 'channel-role', { assumedBy: new ServicePrincipal(principal) });
	const failed = `failed/${prefix}`;
	mayWrite(role, bucket, prefix);
	mayWrite(role, bucket, failed);
	mayUseKey(role, lake.key);
	const logs = new LogGroup(scope, 'channel-logs', {
		encryptionKey: lake.key,
		retention: RetentionDays.SIX_MONTHS,
		removalPolicy: RemovalPolicy.DESTROY,
	});
	role.addToPolicy(
		new PolicyStatement({ actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [logs.logGroupArn] }),
	);
	const log = new LogStream(scope, 'channel-log', { logGroup: logs, removalPolicy: RemovalPolicy.DESTROY });
	const seconds = Number(settings.freshnessSeconds ?? shortest);
	const store = settings.target === 'table' ? lake.tables.get(flow.to) : undefined;
	return {
		name: constructId(source),
		role,
		logs,
		log,
		freshness: Math.min(Math.max(Math.round(seconds) || shortest, shortest), longest),
		failed,
		table: store && { store, name: datasetOf(source), schemaArn: schemaOf(scope, unit, role, store) },
	};
}

/** A table has the columns of a registered schema. */
function schemaOf(scope: Construct, { source }: Unit, role: Role, store: TableStore): string {
	const schema = new CfnParameter(scope, 'SchemaArn', {
		description: `ARN of the schema of ${source.title} in the Glue Schema Registry`.slice(0, 1024),
		allowedPattern: '^arn:[a-z-]+:glue:[a-z0-9-]+:\\d{12}:schema/.+$',
	}).valueAsString;
	store.open(role, 'write');
	role.addToPolicy(new PolicyStatement({ actions: ['glue:GetSchema', 'glue:GetSchemaVersion'], resources: [schema] }));
	return schema;
}
