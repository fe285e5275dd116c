import { confirmed, unconfirmed } from '../cited.ts';
import type { ControlRecord } from '../record.ts';

export const logRetention: ControlRecord = {
	title: 'Audit logs kept long enough',
	summary:
		'audit logs are kept for 12 months, the last three at hand (PCI DSS 10.5.1); evidence of how the rules were followed for six years (HIPAA)',
	regimes: ['pci', 'hipaa'],
	severity: 'medium',
	because:
		'a log that is gone proves nothing. The six years are for documentation, and state law may ask more of medical records',
	remedy: 'set the lifecycle of the log bucket and the retention of the log groups',
	practice: 'SEC07-BP02',
	availability: { state: 'open', ...confirmed('AWS Config rule cw-loggroup-retention-period-check') },
	cited: unconfirmed('PCI DSS v4.0.1 10.5.1; 45 CFR 164.316(b)(2)(i)'),
	examples: [{ given: { regime: ['pci'] }, then: 'holds' }],
};
