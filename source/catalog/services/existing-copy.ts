import { families } from '../../facts/families.ts';
import { atMost, fact, unless, yes } from '../../rules/constructors.ts';
import { confirmed } from '../cited.ts';
import { namedForAll } from '../eligible.ts';
import type { ServiceRecord } from '../record.ts';

const practice = 'Well-Architected Data Analytics Lens 15.6';

export const existingCopy: ServiceRecord = {
	title: 'The copy that lies in S3 already',
	summary: 'Somebody brings this data to S3 today: what is there is catalogued and read, and nothing is moved again.',
	slot: 'access',
	serves: ['data-lake'],
	access: 'in place',
	families,
	availability: { state: 'open', ...confirmed(practice) },
	eligibility: namedForAll,
	requires: [
		{ because: 'no copy of it is known to lie in S3', that: yes('copy.kept'), scope: true, ...confirmed(practice) },
		{
			because: 'the copy is renewed too seldom for what is wanted',
			that: atMost('copy.age', { fact: 'freshness' }),
			...confirmed('arithmetic'),
		},
		{
			because: 'the copy lies in another region than models train in',
			that: unless('region.same', yes('region.same')),
			...confirmed('arithmetic'),
		},
	],
	modes: {
		read: {
			title: 'as it is',
			carries: 'both',
			lead: 0,
			firstData: 1800,
			complete: 1800,
			freshness: fact('copy.age'),
			effort: { once: 2, monthly: 0 },
			costs: [],
		},
	},
	grants: [{ actions: ['s3:ListBucket', 's3:GetObject'], on: 'source', why: 'Reads the copy where it lies.' }],
	cautions: [
		{
			says: 'Ask who keeps the copy and for how long: a pipeline that rests on it ends with it. Check that it holds every column, also those that were deleted or masked on the way.',
			...confirmed('Well-Architected Data Analytics Lens 1.2'),
		},
	],
	examples: [
		{ given: { 'copy.kept': true, 'copy.age': 21_600, freshness: 86_400 }, then: 'holds', monthly: 0 },
		{ given: { 'copy.kept': true, 'copy.age': 172_800, freshness: 86_400 }, then: 'fails' },
		{ given: { 'copy.kept': false }, then: 'fails' },
	],
};
