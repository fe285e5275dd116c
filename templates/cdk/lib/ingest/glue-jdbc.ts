import { CfnParameter, Stack } from 'aws-cdk-lib';
import { Connection, ConnectionNetwork, ConnectionType, GlueVersion, PySparkEtlJob } from 'aws-cdk-lib/aws-glue';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Schedule, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { Universal } from 'aws-cdk-lib/aws-scheduler-targets';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { mayLog } from '../glue-grants.ts';
import { mayWrite } from '../grants.ts';
import type { Flow, PlannedSource } from '../plan.ts';
import { scheduleOf } from '../schedules.ts';
import { codeOf } from '../scripts.ts';
import { securityOf } from '../security.ts';
import { type Size, sizeFor, sizeOf } from '../sizing.ts';
import { type Ingest, shared } from './ingest.ts';

/** Reads tables of a database over JDBC, in parallel where a table has a number to split by, and writes Parquet. */
export const glueJdbc: Ingest = {
	needsNetwork: true,
	build(scope, { flow, source, bucket, prefix }, { lake, network }) {
		const subnet = network?.vpc.isolatedSubnets[0];
		if (!network || !subnet) return 'it needs a network';
		const parameter = (id: string, what: string, allowedPattern: string) =>
			new CfnParameter(scope, id, { description: `${what} of ${source.title}`.slice(0, 1024), allowedPattern })
				.valueAsString;
		const url = parameter('JdbcUrl', 'JDBC URL', '^jdbc:[a-z0-9]+:.+$');
		const tables = parameter('Tables', 'Tables to read, with commas between,', '^[\\w.$]+(,[\\w.$]+)*$');
		const secretArn = parameter('LoginArn', 'Secret with username and password', '^arn:[a-z-]+:secretsmanager:.+$');
		const role = new Role(scope, 'reader', { assumedBy: new ServicePrincipal('glue.amazonaws.com') });
		mayWrite(role, bucket, prefix);
		Secret.fromSecretCompleteArn(scope, 'secret', secretArn).grantRead(role);
		mayLog(role, Stack.of(scope));
		mayJoinNetworks(role);
		const connection = shared(
			scope,
			'glue-network',
			(home) =>
				new Connection(home, 'glue-network', {
					type: ConnectionType.NETWORK,
					network: ConnectionNetwork.subnet(subnet),
					securityGroups: [network.workload],
				}),
		);
		const size = unitsOf(flow, source);
		const job = new PySparkEtlJob(scope, 'extract', {
			// The job would give it wildcards for its script.
			role: role.withoutPolicyUpdates(),
			script: codeOf(scope, role, 'extract.py'),
			glueVersion: GlueVersion.V5_1,
			workerConfiguration: { workerType: size.workerType, numberOfWorkers: size.workers },
			connections: [connection],
			securityConfiguration: securityOf(scope, lake.key),
			timeout: size.timeout,
			maxConcurrentRuns: 1,
			defaultArguments: {
				'--url': url,
				'--tables': tables,
				'--secret': secretArn,
				'--to': bucket.s3UrlForObject(prefix.replace(/\/$/, '')),
				'--job-bookmark-option': 'job-bookmark-disable',
			},
		});
		const schedule = scheduleOf(flow.cadence);
		if (schedule) {
			const target = new Universal({
				service: 'glue',
				action: 'startJobRun',
				input: ScheduleTargetInput.fromObject({ JobName: job.jobName }),
				policyStatements: [new PolicyStatement({ actions: ['glue:StartJobRun'], resources: [job.jobArn] })],
			});
			new Schedule(scope, 'schedule', { schedule, target });
		}
		return `connect its network with that of this app${schedule ? '' : ', then start the job once'}`;
	},
};

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

/** The units that the plan counts with; four while it does not know. */
export function unitsOf({ services, settings }: Flow, { decidedBy }: PlannedSource): Size {
	const units = services.map((service) => Number(settings[service]?.dpus)).find((one) => one > 0);
	const volume = decidedBy.volume?.value;
	if (units !== undefined) return sizeFor(units, typeof volume === 'number' ? volume : undefined);
	return typeof volume === 'number' ? sizeOf(volume) : sizeFor(4, undefined);
}
