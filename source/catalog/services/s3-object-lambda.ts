import { yes } from '../../rules/constructors.ts';
import { unconfirmed } from '../cited.ts';
import { closedService } from '../closed-service.ts';

export const s3ObjectLambda = closedService({
	title: 'S3 Object Lambda',
	summary: 'Changed objects by a function while they were read.',
	page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/transforming-objects.html',
	families: ['object'],
	wasFor: yes('transform'),
	availability: {
		state: 'closed to new customers',
		on: '2025-11-07',
		instead: ['s3-direct', 'mask'],
		...unconfirmed('desbugados.com.br 2025-10-30'),
	},
});
