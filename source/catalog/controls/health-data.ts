import { confirmed } from '../cited.ts';
import type { ControlRecord } from '../record.ts';

export const healthData: ControlRecord = {
	title: 'Agreement and eligible services for health data',
	summary:
		'a Business Associate Addendum with AWS is signed before any health data arrives, and only services that AWS lists as eligible touch it: confirm each service of the plan on that list',
	regimes: ['hipaa'],
	severity: 'high',
	because:
		'without the agreement the data may not be there at all; what the list of eligible services says today is not part of this catalogue. Keep health data out of log texts, job names, tags and table comments, and model on a de-identified set where that will do',
	remedy: 'sign the addendum in AWS Artifact and check every service against the list',
	practice: 'MLSEC03-BP03',
	availability: { state: 'open', ...confirmed('aws.amazon.com/compliance/hipaa-eligible-services-reference') },
	cited: confirmed('45 CFR 164 subpart C; AWS Config pack HIPAA-Security'),
	examples: [{ given: { regime: ['hipaa'] }, then: 'holds' }],
};
