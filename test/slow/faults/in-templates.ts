/** A fault put into one resource of a template, and the part of the gate that must see it. */
export interface TemplateFault {
	readonly says: string;
	readonly caughtBy: 'template' | 'iam' | 'cfn-lint' | 'checkov';
	readonly stack: string;
	/** The first resource of this type is changed; without a type one is added. */
	readonly type?: string;
	/** Path below the resource, with dots, and what to put there; null takes it away. */
	readonly put: Readonly<Record<string, unknown>>;
}

const on = (
	says: string,
	caughtBy: TemplateFault['caughtBy'],
	stack: string,
	type: string | undefined,
	put: TemplateFault['put'],
): TemplateFault => ({ says, caughtBy, stack, put, ...(type !== undefined && { type }) });

const bucket = 'AWS::S3::Bucket';
const job = 'AWS::Glue::Job';
const allow = (action: string) => ({
	'Properties.PolicyDocument.Statement': [{ Effect: 'Allow', Action: action, Resource: 'arn:aws:s3:::lake' }],
});

/** Faults of every sort that a change to the app could bring into a template. */
export const templateFaults: readonly TemplateFault[] = [
	on('a required property is missing', 'template', 'processing', job, { 'Properties.Role': null }),
	on('a list stands where a record is wanted', 'template', 'lake', bucket, {
		'Properties.VersioningConfiguration': [],
	}),
	on('a choice that does not exist', 'template', 'ingest-1', 'AWS::DMS::ReplicationConfig', {
		'Properties.ReplicationType': 'cdc-only',
	}),
	on('a reference to nothing', 'template', 'query', 'AWS::Athena::WorkGroup', {
		'Properties.Name': { Ref: 'Nowhere' },
	}),
	on('an attribute that a resource does not have', 'template', 'processing', 'AWS::Glue::Crawler', {
		'Properties.Role': { 'Fn::GetAtt': ['crawlrole9C825AD8', 'Arrn'] },
	}),
	on('a type that does not exist', 'template', 'lake', undefined, { Type: 'AWS::S3::Bukket', Properties: {} }),
	on('a property that does not exist', 'template', 'lake', bucket, { 'Properties.Encryption': 'aws:kms' }),
	on('a resource that waits for itself', 'template', 'query', 'AWS::Athena::WorkGroup', { DependsOn: 'workgroup' }),
	on('a name of the wrong shape', 'template', 'lake', bucket, { 'Properties.BucketName': 'The_Lake!' }),
	on('a number of days that logs cannot be kept', 'template', 'ingest-1', 'AWS::Logs::LogGroup', {
		'Properties.RetentionInDays': 17,
	}),
	on('a number that is too large', 'template', 'streams', 'AWS::Kinesis::Stream', {
		'Properties.RetentionPeriodHours': 90_000,
	}),
	on('a cron of four fields', 'template', 'ingest-1', 'AWS::Scheduler::Schedule', {
		'Properties.ScheduleExpression': 'cron(0 6 * *)',
	}),
	on('a network that is no network', 'template', 'network', 'AWS::EC2::VPC', {
		'Properties.CidrBlock': '10.80.0.0/33',
	}),
	on('a network of public addresses', 'template', 'network', 'AWS::EC2::VPC', { 'Properties.CidrBlock': '8.8.0.0/16' }),
	on('a version of Glue that nobody has', 'template', 'processing', job, { 'Properties.GlueVersion': '9.9' }),
	on('bookmarks on a job of lake tables', 'template', 'processing', job, {
		'Properties.DefaultArguments.--job-bookmark-option': 'job-bookmark-enable',
	}),
	on('a password in a connection', 'template', 'ingest-1', 'AWS::Glue::Connection', {
		'Properties.ConnectionInput.ConnectionProperties': { PASSWORD: 'swordfish' },
	}),
	on('a password in an endpoint', 'template', 'ingest-1', 'AWS::DMS::Endpoint', { 'Properties.Password': 'swordfish' }),
	on('objects that go before they move', 'template', 'lake', bucket, {
		'Properties.LifecycleConfiguration.Rules': [
			{
				Status: 'Enabled',
				ExpirationInDays: 30,
				Transitions: [{ StorageClass: 'GLACIER_IR', TransitionInDays: 90 }],
			},
		],
	}),
	on('a bucket that is open', 'template', 'lake', bucket, { 'Properties.PublicAccessBlockConfiguration': null }),
	on('a bucket that goes with its stack', 'template', 'lake', bucket, { DeletionPolicy: 'Delete' }),
	on('an action with a slip of the pen', 'iam', 'processing', 'AWS::IAM::Policy', allow('s3:GetObjet')),
	on('an action with a wildcard', 'iam', 'processing', 'AWS::IAM::Policy', allow('s3:*')),
	on('a service that is closed to new customers', 'cfn-lint', 'streams', undefined, {
		Type: 'AWS::Timestream::Database',
		Properties: { DatabaseName: 'history' },
	}),
	on('a topic that is not encrypted', 'checkov', 'streams', undefined, { Type: 'AWS::SNS::Topic', Properties: {} }),
];
