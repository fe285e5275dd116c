import type { IPolicyValidationContext, IPolicyValidationPlugin, PolicyValidationPluginReport } from 'aws-cdk-lib';

interface Accepted {
	/** Matches the id of a finding as a whole. */
	readonly rule: RegExp;
	/** Paths of constructs in which it is accepted; everywhere, if left out. */
	readonly where?: RegExp;
	readonly reason: string;
}

const iam5 = (what: string): RegExp => new RegExp(`^AwsSolutions-IAM5\\[${what}\\]$`);

const ofRegimes = (what: string): RegExp =>
	new RegExp(`^(?:HIPAA\\.Security|PCI\\.DSS\\.321|NIST\\.800\\.53\\.R5)-${what}$`);

/** Findings of the checks that this app lives with, and why. Take a line out to see them. */
const accepted: readonly Accepted[] = [
	{
		rule: iam5('Resource::(?!\\*$).*/\\*'),
		reason: 'The objects of one bucket or prefix, the tables of one database, the logs of Glue.',
	},
	{
		rule: iam5('Resource::arn:[^*]*:rds:[^*]*:snapshot:rds:[^*]*-\\*'),
		reason: 'Automated snapshots of one database; their names end in the time at which they were taken.',
	},
	{
		rule: iam5('Resource::\\*'),
		where: /\/machine\/Role\/DefaultPolicy\/Resource$/,
		reason: 'Step Functions writes logs and traces by calls that know no resource.',
	},
	{
		rule: iam5('Resource::\\*'),
		where: /\/reader\/DefaultPolicy\/Resource$/,
		reason: 'Glue describes networks by calls that know no resource.',
	},
	{
		rule: /^AwsSolutions-SQS3$/,
		where: /\/failed\/Resource$/,
		reason: 'It is the queue of what failed, and an alarm tells when something is in it.',
	},
	{
		rule: /^AwsSolutions-KDS3$/,
		reason: 'The streams are encrypted with the key of the lake; the check wants the key of AWS.',
	},
	{
		rule: /^AwsSolutions-KDF1$/,
		reason: 'What comes from an encrypted stream stays encrypted; Firehose then takes no key of its own.',
	},
	{
		rule: ofRegimes('IAMNoInlinePolicy'),
		reason:
			'A policy that stands in the role of one service goes when that role goes, and nobody else can be given it.',
	},
	{
		rule: ofRegimes('S3BucketReplicationEnabled'),
		reason:
			'What lies in the lake can be brought in again; a second copy is an answer about residency that no check can give.',
	},
	{
		rule: ofRegimes('S3DefaultEncryptionKMS'),
		where: /\/access-logs\/Resource$/,
		reason: 'S3 delivers access logs only to buckets that are encrypted with keys of S3.',
	},
	{
		rule: ofRegimes('DynamoDBInBackupPlan'),
		reason: 'The table can be set back to any second of the last 35 days, and what is older lies in the lake.',
	},
	{
		rule: ofRegimes('LambdaInsideVPC'),
		reason:
			'The function speaks to one table, by a role that may do nothing else; in a network it would need endpoints for it.',
	},
	{
		rule: ofRegimes('VPCDefaultSecurityGroupClosed'),
		reason:
			'Nothing is in the default group. To close it takes a function; the notes of the synthesis say the command.',
	},
];

/** The checks, without the findings that are accepted above. */
export class Accepting implements IPolicyValidationPlugin {
	readonly name: string;
	private readonly inner: IPolicyValidationPlugin;

	constructor(inner: IPolicyValidationPlugin) {
		this.inner = inner;
		this.name = inner.name;
	}

	validate(context: IPolicyValidationContext): PolicyValidationPluginReport {
		const report = this.inner.validate(context);
		const violations = report.violations.flatMap((violation) => {
			const rules = accepted.filter(({ rule }) => rule.test(violation.ruleName));
			const open = violation.violatingResources.filter(
				({ constructPath = '' }) => !rules.some(({ where }) => where?.test(constructPath) ?? true),
			);
			return open.length === 0 ? [] : [{ ...violation, violatingResources: open }];
		});
		return { ...report, violations, success: violations.length === 0 };
	}
}
