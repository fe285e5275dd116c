import { confirmed } from '../cited.ts';
import type { ServiceRecord } from '../record.ts';

export const snowcone: ServiceRecord = {
	title: 'AWS Snowcone',
	summary: 'A small device that AWS shipped; it is named only to say that it is gone.',
	slot: 'mover',
	serves: ['data-lake'],
	access: 'batch file',
	families: ['file', 'block'],
	availability: {
		state: 'ended',
		on: '2025-11-12',
		instead: ['datasync', 'data-transfer-terminal'],
		...confirmed('docs/snowball/latest/api-reference/API_DependentService.html'),
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
	examples: [{ given: { where: 'edge' }, then: 'fails' }],
};
