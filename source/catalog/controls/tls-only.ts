import { all, is, yes } from '../../rules/constructors.ts';
import { confirmed } from '../cited.ts';
import type { ControlRecord } from '../record.ts';

export const tlsOnly: ControlRecord = {
	title: 'TLS only',
	summary: 'buckets refuse whatever does not come over TLS',
	regimes: [],
	severity: 'medium',
	applies: all(is('where', 'aws'), is('family', 'object')),
	met: yes('tls.only'),
	because: 'what travels in the clear can be read and changed on the way',
	remedy: 'add a bucket policy that denies requests whose aws:SecureTransport is false',
	practice: 'MLSEC02-BP01',
	availability: { state: 'open', ...confirmed('docs/AmazonS3/latest/userguide/security-best-practices.html') },
	cited: confirmed('AWS Config rule s3-bucket-ssl-requests-only'),
	examples: [
		{ given: { where: 'aws', family: 'object', 'tls.only': true }, then: 'holds' },
		{ given: { where: 'aws', family: 'object', 'tls.only': false }, then: 'fails' },
		{ given: { where: 'aws', family: 'relational' }, then: 'holds' },
	],
};
