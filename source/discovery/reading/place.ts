/** Id of the place of an AWS region of an account; `unknown` where AWS would not say the region. */
export const awsPlace = (account: string, region: string | undefined): string =>
	`aws:${account}:${region ?? 'unknown'}`;

const partitions: readonly (readonly [start: string, partition: string])[] = [
	['cn-', 'aws-cn'],
	['us-gov-', 'aws-us-gov'],
	['eusc-', 'aws-eusc'],
];

/** The ARN partition that a region belongs to. */
export const partitionOf = (region: string): string =>
	partitions.find(([start]) => region.startsWith(start))?.[1] ?? 'aws';
