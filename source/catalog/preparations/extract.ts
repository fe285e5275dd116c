import { is } from '../../rules/constructors.ts';
import { unconfirmed } from '../cited.ts';
import type { PreparationRecord } from '../record.ts';

export const extract: PreparationRecord = {
	title: 'Take text out of recordings and documents',
	summary:
		'transcribes recordings (Amazon Transcribe) and reads documents (Amazon Textract), and keeps text, speaker and times beside the original',
	applies: is('format', 'audio', 'document'),
	because:
		'sound and scans have no columns: Amazon Transcribe writes down what is said and Amazon Textract what a page shows, and that becomes rows first. Have names and numbers taken out on the way, and note that both bill by the minute or page, which is not counted here',
	job: 'extract',
	cited: unconfirmed('docs/transcribe/latest/dg/what-is.html; docs/textract/latest/dg/what-is.html'),
	examples: [
		{ given: { format: 'audio' }, then: 'holds' },
		{ given: { format: 'csv' }, then: 'fails' },
	],
};
