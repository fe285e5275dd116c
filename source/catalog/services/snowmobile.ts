import { unconfirmed } from '../cited.ts';
import type { ServiceRecord } from '../record.ts';

export const snowmobile: ServiceRecord = {
	title: 'AWS Snowmobile',
	summary: 'A truck that took up to 100 PB; it is named only to say that it is gone.',
	slot: 'mover',
	serves: ['data-lake'],
	access: 'batch file',
	families: ['file', 'block'],
	availability: {
		state: 'ended',
		on: '2024-04-01',
		instead: ['data-transfer-terminal', 'direct-connect'],
		...unconfirmed('awsnegotiations.com/snow-family-transfer-cost.html'),
	},
	requires: [],
	modes: {
		gone: {
			title: 'as it was',
			carries: 'history',
			lead: 0,
			firstData: 0,
			complete: 0,
			effort: { once: 0, monthly: 0 },
			costs: [],
		},
	},
	grants: [],
	examples: [{ given: { where: 'on-premises' }, then: 'fails' }],
};
