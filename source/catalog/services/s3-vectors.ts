import { is, not } from '../../rules/constructors.ts';
import { confirmed, unconfirmed } from '../cited.ts';
import type { ServiceRecord } from '../record.ts';

const guide = 'docs/AmazonS3/latest/userguide/s3-vectors.html';

export const s3Vectors: ServiceRecord = {
	title: 'S3 Vectors',
	summary: 'Keeps embeddings for search; models learn from what they were made of.',
	page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-vectors.html',
	slot: 'access',
	serves: ['data-lake'],
	access: 'in place',
	families: ['vector'],
	availability: { state: 'open', ...unconfirmed('no closure notice found') },
	requires: [
		{
			because:
				'embeddings are made from a source by a model, and serve search: plan the texts or pictures they were made of, and make them anew with the model that trains',
			that: not(is('family', 'vector')),
			...confirmed(guide),
		},
	],
	modes: {
		search: {
			title: 'for search',
			carries: 'both',
			lead: 0,
			firstData: 0,
			complete: 0,
			freshness: 0,
			effort: { once: 0, monthly: 0 },
			costs: [],
		},
	},
	grants: [],

	cautions: [],
	examples: [{ given: { family: 'vector' }, then: 'fails' }],
};
