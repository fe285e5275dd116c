import { all, is } from '../../rules/constructors.ts';
import { confirmed } from '../cited.ts';
import { closedService } from '../closed-service.ts';

export const lookoutForVision = closedService({
	title: 'Amazon Lookout for Vision',
	summary: 'Learned from pictures which parts are faulty.',
	page: 'https://docs.aws.amazon.com/lookout-for-vision/latest/developer-guide/what-is.html',
	families: ['object', 'file', 'video'],
	wasFor: all(is('format', 'image'), is('where', 'on-premises', 'edge')),
	availability: {
		state: 'ended',
		on: '2025-10-31',
		instead: ['data-lake'],
		...confirmed('docs/lookout-for-vision model page'),
	},
});
