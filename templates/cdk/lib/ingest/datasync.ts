import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { CfnLocationNFS, CfnLocationS3, CfnLocationSMB, CfnTask } from 'aws-cdk-lib/aws-datasync';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup, ResourcePolicy, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { knownOf } from '../decided-by.ts';
import { mayRead, mayWrite } from '../grants.ts';
import { arns, partOf } from '../names.ts';
import type { Plan } from '../plan.ts';
import { periodOf } from '../schedules.ts';
import { existingBucket } from '../zone.ts';
import { asked } from './asked.ts';
import { type Ingest, shared, type Unit } from './ingest.ts';

/** Copies of files or objects into the lake, again and again only what changed. Verified after each run. */
export const datasync: Ingest = {
	build(scope, unit, { lake, environment, plan }) {
		const { flow, source, bucket, prefix } = unit;
		const from = sourceLocation(scope, plan, unit, environment.keys?.[source.id]);
		if (typeof from === 'string') return from;
		const writer = new Role(scope, 'writer', { assumedBy: new ServicePrincipal('datasync.amazonaws.com') });
		mayWrite(writer, bucket, prefix, ['s3:GetObjectTagging', 's3:PutObjectTagging']);
		const to = new CfnLocationS3(scope, 'to', {
			s3BucketArn: bucket.bucketArn,
			subdirectory: `/${prefix}`,
			s3Config: { bucketAccessRoleArn: writer.roleArn },
		});
		to.node.addDependency(writer);
		const logs = shared(scope, 'datasync-logs', (home) => {
			const group = new LogGroup(home, 'datasync-logs', {
				encryptionKey: lake.key,
				retention: RetentionDays.ONE_YEAR,
				removalPolicy: RemovalPolicy.RETAIN,
			});
			new ResourcePolicy(home, 'datasync-may-log', {
				policyStatements: [
					new PolicyStatement({
						principals: [new ServicePrincipal('datasync.amazonaws.com')],
						actions: ['logs:PutLogEvents', 'logs:CreateLogStream'],
						resources: [group.logGroupArn],
						conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(home).account } },
					}),
				],
			});
			return group;
		});
		const enhanced = flow.settings.datasync?.taskMode === 'ENHANCED';
		const minutes = periodOf(flow.cadence)?.toMinutes();
		new CfnTask(scope, 'task', {
			name: source.title.replace(/[^A-Za-z0-9 ._-]/g, ' ').slice(0, 200) || 'copy',
			sourceLocationArn: from.ref,
			destinationLocationArn: to.ref,
			taskMode: enhanced ? 'ENHANCED' : 'BASIC',
			cloudWatchLogGroupArn: logs.logGroupArn,
			options: {
				logLevel: 'BASIC',
				transferMode: 'CHANGED',
				overwriteMode: 'ALWAYS',
				preserveDeletedFiles: 'PRESERVE',
				verifyMode: 'ONLY_FILES_TRANSFERRED',
				...(from instanceof CfnLocationNFS
					? {}
					: { uid: 'NONE', gid: 'NONE', posixPermissions: 'NONE', mtime: 'PRESERVE' }),
			},
			// DataSync starts a task at most once an hour.
			...(minutes === undefined
				? {}
				: { schedule: { scheduleExpression: `rate(${Math.max(1, Math.round(minutes / 60))} hours)` } }),
		});
		return minutes === undefined ? 'start its task once by hand' : undefined;
	},
};

function sourceLocation(
	scope: Construct,
	plan: Plan,
	{ source }: Unit,
	key?: string,
): CfnLocationNFS | CfnLocationSMB | CfnLocationS3 | string {
	const name = partOf(source, arns.bucket);
	if (name !== undefined) {
		const existing = existingBucket(scope, 'existing', name, key);
		const reader = new Role(scope, 'reader', { assumedBy: new ServicePrincipal('datasync.amazonaws.com') });
		mayRead(reader, existing, '', ['s3:GetObjectTagging']);
		return new CfnLocationS3(scope, 'from', {
			s3BucketArn: existing.bucketArn,
			s3Config: { bucketAccessRoleArn: reader.roleArn },
		});
	}
	const protocol = knownOf(plan, source, 'protocol')?.value ?? 'nfs';
	if (protocol !== 'nfs' && protocol !== 'smb')
		return `a location for ${String(protocol).slice(0, 20)} must be made in DataSync by hand`;
	const agent = asked(scope, source, 'AgentArn', 'ARN of the DataSync agent at the place', {
		allowedPattern: '^arn:[a-z-]+:datasync:[a-z0-9-]+:\\d{12}:agent/.+$',
	});
	const host = asked(scope, source, 'Host', 'Host name or address of the file server', {
		allowedPattern: '^[A-Za-z0-9.:_-]+$',
	});
	const folder = asked(scope, source, 'Folder', 'Exported folder, with a slash at its beginning,', { default: '/' });
	if (protocol === 'nfs') {
		return new CfnLocationNFS(scope, 'from', {
			serverHostname: host,
			subdirectory: folder,
			onPremConfig: { agentArns: [agent] },
			mountOptions: { version: 'AUTOMATIC' },
		});
	}
	const secret = asked(scope, source, 'LoginArn', 'Secret with the password of the user', {});
	const opener = new Role(scope, 'opener', { assumedBy: new ServicePrincipal('datasync.amazonaws.com') });
	opener.addToPrincipalPolicy(new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [secret] }));
	return new CfnLocationSMB(scope, 'from', {
		serverHostname: host,
		subdirectory: folder,
		agentArns: [agent],
		user: asked(scope, source, 'User', 'Name of the user that may read the files', {}),
		customSecretConfig: { secretArn: secret, secretAccessRoleArn: opener.roleArn },
		mountOptions: { version: 'AUTOMATIC' },
	});
}
