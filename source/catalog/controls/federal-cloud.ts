import { confirmed } from '../cited.ts';
import type { ControlRecord } from '../record.ts';

export const federalCloud: ControlRecord = {
	title: 'Authorised services and FIPS endpoints',
	summary:
		'moderate workloads run in US regions and high ones in GovCloud, over FIPS endpoints, with services authorised at that level; GovCloud is a partition of its own, without roles or replication across',
	regimes: ['fedramp'],
	severity: 'high',
	because:
		'an authorisation holds for a service at a level. Row and column rules of Lake Formation in Glue are not available in GovCloud, so do not plan on them there',
	remedy: 'check each service of the plan against the list of services in scope, and set AWS_USE_FIPS_ENDPOINT',
	practice: 'SEC07-BP02',
	availability: { state: 'open', ...confirmed('docs/govcloud-us/latest/UserGuide/using-govcloud-endpoints.md') },
	cited: confirmed(
		'docs/rekognition/latest/dg/fedramp.html; docs/govcloud-us/latest/UserGuide/using-govcloud-endpoints.md',
	),
	examples: [{ given: { regime: ['fedramp'] }, then: 'holds' }],
};
