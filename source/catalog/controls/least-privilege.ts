import { confirmed } from '../cited.ts';
import type { ControlRecord } from '../record.ts';

export const leastPrivilege: ControlRecord = {
	title: 'Least privilege',
	summary:
		'each flow and job has a role of its own with the actions and places it needs, no wildcard actions, and conditions on the account and resource that may call it',
	regimes: [],
	severity: 'high',
	because: 'a role that may do everything makes every mistake and every stolen credential total',
	remedy:
		'take the grants of the plan as they stand, and add aws:SourceAccount and aws:SourceArn to what services call',
	practice: 'MLSEC03-BP01',
	availability: { state: 'open', ...confirmed('docs/IAM/latest/UserGuide/best-practices.html') },
	cited: confirmed('Well-Architected Machine Learning Lens MLSEC03-BP01; Data Analytics Lens 5.2'),
	examples: [{ given: {}, then: 'holds' }],
};
