import { is } from '../../rules/constructors.ts';
import { unconfirmed } from '../cited.ts';
import { closedService } from '../closed-service.ts';

export const snowmobile = closedService({
	title: 'AWS Snowmobile',
	summary: 'A truck that took up to 100 PB.',
	page: 'https://docs.aws.amazon.com/snowball/latest/developer-guide/whatisedge.html',
	families: ['file', 'block'],
	wasFor: is('where', 'on-premises', 'edge'),
	availability: {
		state: 'ended',
		on: '2024-04-01',
		instead: ['data-transfer-terminal', 'direct-connect'],
		...unconfirmed('awsnegotiations.com/snow-family-transfer-cost.html'),
	},
});
