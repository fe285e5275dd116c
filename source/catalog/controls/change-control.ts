import { confirmed } from '../cited.ts';
import type { ControlRecord } from '../record.ts';

export const changeControl: ControlRecord = {
	title: 'Changes go through review',
	summary:
		'the pipeline is changed by reviewed code alone, access is reviewed on a calendar, and reports of AWS Config packs are kept as evidence',
	regimes: ['soc2', 'fedramp'],
	severity: 'medium',
	because: 'an auditor asks who changed what and who agreed; passing checks is not the same as being compliant',
	remedy: 'deploy from the exported code through pull requests, and keep the reports',
	practice: 'MLOPS02-BP04',
	availability: { state: 'open', ...confirmed('github.com/awslabs/aws-config-rules') },
	cited: confirmed('github.com/awslabs/aws-config-rules'),
	examples: [{ given: { regime: ['soc2'] }, then: 'holds' }],
};
