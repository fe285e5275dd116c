import { any, fact, is, not, product, yes } from '../../rules/constructors.ts';
import { confirmed } from '../cited.ts';
import { guarded } from '../guarded.ts';
import type { ControlRecord } from '../record.ts';

export const dataEvents: ControlRecord = {
	title: 'Reads of regulated objects recorded',
	summary:
		'CloudTrail data events record who read which object of the regulated buckets, and of no others, since every event is paid',
	regimes: [],
	severity: 'medium',
	applies: any(guarded, is('regime', 'pci', 'hipaa', 'gdpr', 'glba', 'fedramp')),
	// Of what is copied the exported trail records the reads.
	met: any(not(is('family', 'object')), not(is('where', 'aws')), yes('access.logged')),
	because: 'an auditor asks who read personal, health or card data, and management events do not tell',
	remedy:
		'add data events for this bucket to the trail; server access logs also tell, but cannot be encrypted with KMS at their target',
	practice: 'MLSEC03-BP04',
	availability: {
		state: 'open',
		...confirmed('docs/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html'),
	},
	costs: [{ price: 'cloudtrail.data-events', per: 'month', quantity: product(fact('objects'), fact('reads.monthly')) }],
	cited: confirmed('AWS Config rule cloudtrail-s3-dataevents-enabled'),
	examples: [
		{
			given: {
				where: 'aws',
				family: 'object',
				sensitivity: 'card',
				'access.logged': true,
				objects: 1e9,
				'reads.monthly': 1,
			},
			then: 'holds',
			monthly: 1000,
		},
		{ given: { where: 'aws', family: 'object', sensitivity: 'card', 'access.logged': false }, then: 'fails' },
		{ given: { where: 'aws', family: 'object', sensitivity: 'public', 'access.logged': false }, then: 'holds' },
	],
};
