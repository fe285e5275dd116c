import { all, is } from '../../rules/constructors.ts';
import { confirmed } from '../cited.ts';
import { keptByAws } from '../guarded.ts';
import type { ControlRecord } from '../record.ts';

export const customerKeys: ControlRecord = {
	title: 'Regulated data under a key of your own',
	summary: 'a source under a regime is encrypted with a customer managed key',
	regimes: ['pci', 'hipaa', 'glba', 'fedramp'],
	severity: 'medium',
	applies: all(is('where', 'aws'), keptByAws),
	met: is('key', 'customer'),
	because: 'the regime wants the use of keys separated and audited, which keys that AWS manages do not show',
	remedy: 'encrypt the source anew with a customer managed key; for DynamoDB the key aws/dynamodb also blocks zero-ETL',
	practice: 'MLSEC02-BP01',
	availability: { state: 'open', ...confirmed('docs/kms/latest/developerguide/concepts.html') },
	cited: confirmed('github.com/awslabs/aws-config-rules PCI-DSS-v4.0, HIPAA-Security'),
	examples: [
		{ given: { where: 'aws', family: 'object', key: 'customer' }, then: 'holds' },
		{ given: { where: 'aws', family: 'object', key: 'service' }, then: 'fails' },
		{ given: { where: 'aws', family: 'object' }, then: 'unknown' },
	],
};
