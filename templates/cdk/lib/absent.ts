/**
 * Resource types that CloudFormation lacks in some regions, by the tables of its validator in aws-cdk-lib 2.276.0 (read 2026-11-28).
 * `cdk synth` finds one that is missing here (rule F3006).
 */
const absent: Readonly<Record<string, RegExp>> = {
	'AWS::AppFlow::Flow': /^(?:us-gov|cn)-/,
	'AWS::DMS::ReplicationConfig': /^us-gov-/,
	'AWS::MSK::Replicator': /^us-gov-/,
	'AWS::Macie::Session': /^(?:us-gov|cn)-/,
	'AWS::SageMaker::FeatureGroup': /^us-gov-/,
};

/** Whether a region has no resource of this type. A region that is not known before it is deployed is taken to have it. */
export const isAbsent = (type: string, region: string): boolean => absent[type]?.test(region) ?? false;
