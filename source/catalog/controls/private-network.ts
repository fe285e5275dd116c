import { confirmed } from '../cited.ts';
import type { ControlRecord } from '../record.ts';

export const privateNetwork: ControlRecord = {
	title: 'Training in a private network',
	summary:
		'SageMaker runs in a VPC without a way to the internet (VpcOnly), jobs run in network isolation, traffic between containers and volumes are encrypted, and S3 is reached over a gateway endpoint',
	regimes: [],
	severity: 'high',
	because:
		'a domain is open to the internet unless it is made VpcOnly, and code that trains could carry the data out. Gateway endpoints for S3 and DynamoDB are free, NAT is not',
	remedy:
		'set VpcOnly and network isolation, and add interface endpoints for KMS, STS, Glue, SageMaker, Logs and Secrets Manager',
	practice: 'MLSEC03-BP02',
	availability: { state: 'open', ...confirmed('docs/sagemaker/latest/dg/studio-notebooks-and-internet-access.html') },
	// Ten endpoints in two zones, all month.
	costs: [{ price: 'vpc.endpoint', per: 'month', quantity: 10 * 2 * 730 }],
	cited: confirmed('AWS Config rules sagemaker-domain-in-vpc, sagemaker-model-isolation-enabled'),
	examples: [{ given: {}, then: 'holds', monthly: 146 }],
};
