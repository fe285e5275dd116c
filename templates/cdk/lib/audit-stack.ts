import { CfnCondition, CfnParameter, Duration, Fn, Stack, type StackProps } from 'aws-cdk-lib';
import { ReadWriteType, Trail } from 'aws-cdk-lib/aws-cloudtrail';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { CfnSession } from 'aws-cdk-lib/aws-macie';
import { Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { isAbsent } from './absent.ts';
import type { Environment } from './environment.ts';
import { usesKey } from './grants.ts';
import type { LakeStack } from './lake-stack.ts';
import { mayEncryptLogs } from './log-key.ts';
import type { Plan } from './plan.ts';
import { guarded } from './zone.ts';

export interface AuditProps extends StackProps {
	readonly plan: Plan;
	readonly lake: LakeStack;
	readonly environment: Environment;
}

const macieSession = 'AWS::Macie::Session';
const wants = ({ controls }: Plan, ...ids: readonly string[]): boolean => controls.some(({ id }) => ids.includes(id));

/** Whether the plan asks for anything that this stack has. */
export const needsAudit = (plan: Plan): boolean => wants(plan, 'cloudtrail', 'data-events', 'macie');

/** Who read which object, and where personal content lies. */
export class AuditStack extends Stack {
	/** What is left to do by hand, a sentence each. */
	readonly byHand: readonly string[];

	constructor(scope: Construct, id: string, { plan, lake, environment, ...props }: AuditProps) {
		super(scope, id, props);
		if (wants(plan, 'cloudtrail', 'data-events')) this.trail(plan, lake, environment);
		const isWithout = wants(plan, 'macie') && isAbsent(macieSession, this.region);
		if (wants(plan, 'macie') && !isWithout) this.macie();
		this.byHand = isWithout
			? [`CloudFormation has no ${macieSession} in ${this.region}: find personal content there by other means.`]
			: [];
	}

	/**
	 * Calls that manage; and, if the plan asks for it, who read which object of the lake, and of no other bucket, since every
	 * event is paid for. An organisation that has a trail already takes this one's management events out.
	 */
	private trail(plan: Plan, lake: LakeStack, { organisationTrail }: Environment): void {
		const key = new Key(this, 'key', { description: 'Encrypts the trail', enableKeyRotation: true });
		const cloudtrail = new ServicePrincipal('cloudtrail.amazonaws.com');
		key.grant(cloudtrail, ...usesKey);
		mayEncryptLogs(key);
		const bucket = new Bucket(this, 'events', {
			...guarded,
			encryption: BucketEncryption.KMS,
			encryptionKey: key,
			bucketKeyEnabled: true,
			versioned: true,
			serverAccessLogsBucket: lake.accessLogs,
			serverAccessLogsPrefix: 'trail/',
			lifecycleRules: [{ expiration: Duration.days(400), noncurrentVersionExpiration: Duration.days(30) }],
		});
		const trail = new Trail(this, 'trail', {
			bucket,
			encryptionKey: key,
			enableFileValidation: true,
			...(organisationTrail === true ? { managementEvents: ReadWriteType.NONE } : {}),
			isMultiRegionTrail: true,
			includeGlobalServiceEvents: true,
			sendToCloudWatchLogs: true,
			cloudWatchLogGroup: new LogGroup(this, 'log', { encryptionKey: key, retention: RetentionDays.ONE_YEAR }),
		});
		const buckets = [...lake.buckets.values(), ...lake.existing.values()];
		if (buckets.length > 0 && wants(plan, 'data-events'))
			trail.addS3EventSelector(buckets.map((one) => ({ bucket: one })));
	}

	/** An account has one session: where Macie is on already, say so, and nothing is made. */
	private macie(): void {
		const isOn = new CfnParameter(this, 'MacieIsOn', {
			description: 'Whether Macie is switched on in this account and region already',
			allowedValues: ['yes', 'no'],
			default: 'no',
		});
		const off = new CfnCondition(this, 'MacieIsOff', { expression: Fn.conditionEquals(isOn.valueAsString, 'no') });
		const session = new CfnSession(this, 'macie', { status: 'ENABLED', findingPublishingFrequency: 'FIFTEEN_MINUTES' });
		session.cfnOptions.condition = off;
	}
}
