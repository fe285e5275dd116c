import { expect, test } from 'vitest';
import { placeOf } from '../../../source/discovery/databases/place.ts';

test.each([
	['127.0.0.1', 'this-machine', 'self'],
	['db.plant.example', 'this-network', 'self'],
	['shop.abc123.eu-central-1.rds.amazonaws.com', 'aws:unknown:eu-central-1', 'rds'],
	['shop.cluster-abc123.eu-central-1.rds.amazonaws.com', 'aws:unknown:eu-central-1', 'aurora'],
	['SHOP.cluster-ro-abc123.cn-north-1.rds.amazonaws.com.cn', 'aws:unknown:cn-north-1', 'aurora'],
	['ec2-1-2-3-4.compute-1.amazonaws.com', 'aws:unknown:unknown', 'self'],
	['shop.postgres.database.azure.com', 'other-cloud:databases', 'other'],
])('%s stands in %s and is kept by %s', (host, place, managed) => {
	const found = placeOf({ host });
	expect([found.place.id, found.managed]).toEqual([place, managed]);
});
