import { type Answers, account, home, key } from '../recording.ts';

const trail = {
	Name: 'org-trail',
	TrailARN: `arn:aws:cloudtrail:${home}:${account}:trail/org-trail`,
	S3BucketName: 'brightmoor-org-trail',
	HomeRegion: home,
	IncludeGlobalServiceEvents: true,
	IsMultiRegionTrail: true,
	IsOrganizationTrail: true,
	LogFileValidationEnabled: true,
	HasCustomEventSelectors: false,
	HasInsightSelectors: false,
	KmsKeyId: key('c2a4d9f0-51b7-4e0b-9d0e-8b7f6a5e4d3c'),
};

/** What AWS CloudTrail answers about the trail of the organisation. */
export const cloudtrail: Answers = {
	DescribeTrails: (_, region) => ({ trailList: region === home ? [trail] : [] }),
};
