import { unconfirmed } from '../cited.ts';
import type { ServiceRecord } from '../record.ts';

export const dataPipeline: ServiceRecord = {
	title: 'AWS Data Pipeline',
	summary: 'An older scheduler of copies between AWS stores; it is named only to say that it is closed.',
	slot: 'mover',
	serves: ['data-lake'],
	access: 'API call',
	families: ['relational', 'key-value', 'object'],
	availability: {
		state: 'closed to new customers',
		on: '2024-07-25',
		instead: ['glue-jdbc'],
		...unconfirmed('github.com/SummitRoute/aws_breaking_changes/issues/101'),
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
	examples: [{ given: { where: 'aws' }, then: 'fails' }],
};
