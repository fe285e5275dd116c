import { confirmed } from '../cited.ts';
import type { ControlRecord } from '../record.ts';

export const financialSafeguards: ControlRecord = {
	title: 'Safeguards for financial data',
	summary:
		'access, encryption, monitoring, disposal and oversight of suppliers are written down and shown by reports of AWS Config packs; whoever sees customers’ data is named',
	regimes: ['glba'],
	severity: 'medium',
	because: 'the GLBA safeguards rule asks for a programme, not for a product: Macie finds content, it protects none',
	remedy:
		'deploy the GLBA conformance pack of AWS Config, and GuardDuty with S3 protection, in the account of the pipeline',
	practice: 'SEC07-BP02',
	availability: { state: 'open', ...confirmed('github.com/awslabs/aws-config-rules GLBA') },
	cited: confirmed('github.com/awslabs/aws-config-rules GLBA, FFIEC, NYDFS-23-NYCRR-500'),
	examples: [{ given: { regime: ['glba'] }, then: 'holds' }],
};
