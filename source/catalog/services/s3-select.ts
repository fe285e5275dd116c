import { is } from '../../rules/constructors.ts';
import { unconfirmed } from '../cited.ts';
import { closedService } from '../closed-service.ts';

export const s3Select = closedService({
	title: 'S3 Select',
	summary: 'Filtered the rows of one object inside S3.',
	page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/selecting-content-from-objects.html',
	families: ['object'],
	wasFor: is('use', 'exploration'),
	availability: {
		state: 'closed to new customers',
		on: '2024-07-25',
		instead: ['athena-federation', 's3-direct'],
		...unconfirmed('github.com/SummitRoute/aws_breaking_changes/issues/101'),
	},
});
