import { confirmed } from '../cited.ts';
import type { ControlRecord } from '../record.ts';

export const lakeFormation: ControlRecord = {
	title: 'Access by Lake Formation',
	summary:
		'who may read which table is granted in AWS Lake Formation, once for Athena, Glue, Redshift and EMR, and recorded; the grants themselves cost nothing',
	regimes: [],
	severity: 'medium',
	because:
		'bucket policies know no tables and no columns, and grow unreadable. Register locations with a role of your own, never with the service-linked role, keep to 30 administrators at most, and grant the crawler and the jobs what they need',
	remedy: 'register the locations, take IAMAllowedPrincipals away, and grant tables to roles',
	practice: 'MLSEC03-BP01',
	availability: { state: 'open', ...confirmed('aws.amazon.com/lake-formation/pricing') },
	cited: confirmed('github.com/aws/aws-lakeformation-best-practices'),
	examples: [{ given: {}, then: 'holds' }],
};
