import { expect, test } from 'vitest';
import { standingOf } from '../../../source/discovery/reading/outside.ts';
import { readingOf } from '../../peers/reading.ts';

const { reading } = readingOf({});
const rds = 'arn:aws:rds:eu-central-1:123456789012';

test.each([
	['shop.c1a2b3.eu-central-1.rds.amazonaws.com', { in: 'service', id: `${rds}:db:shop` }],
	['Cards.cluster-c1a2b3.eu-central-1.rds.amazonaws.com', { in: 'service', id: `${rds}:cluster:cards` }],
	['cards.cluster-ro-c1a2b3.eu-central-1.rds.amazonaws.com', { in: 'service', id: `${rds}:cluster:cards` }],
	[
		'sales.c1.eu-central-1.redshift.amazonaws.com',
		{ in: 'service', id: 'arn:aws:redshift:eu-central-1:123456789012:cluster:sales' },
	],
	['search-x.eu-central-1.es.amazonaws.com', { in: 'service', id: 'search-x.eu-central-1.es.amazonaws.com' }],
	['ip-10-0-0-7.eu-central-1.compute.internal', { in: 'server', place: 'aws:123456789012:eu-central-1' }],
	['ec2-1-2-3-4.compute-1.amazonaws.com', { in: 'server', place: 'aws:123456789012:eu-central-1' }],
	['erp.database.windows.net', { in: 'outside', where: 'other-cloud' }],
	['shop.abc.mongodb.net', { in: 'outside', where: 'saas' }],
	['10.20.0.15', { in: 'outside', where: 'on-premises' }],
	['db.plant.example', { in: 'outside', where: 'on-premises' }],
	['rds.amazonaws.com.plant.example', { in: 'outside', where: 'on-premises' }],
])('%s', (host, expected) => {
	expect(standingOf(reading, host)).toEqual(expected);
});
