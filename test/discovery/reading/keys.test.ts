import { expect, test } from 'vitest';
import { discover } from '../../../source/discovery/discover.ts';
import { today } from '../../peers/reading.ts';
import { awsError, denied, type Table, tableCaller } from '../../peers/table-caller.ts';

const own = (id: string, region = 'eu-central-1') => `arn:aws:kms:${region}:123456789012:key/${id}`;
const instance = (name: string, KmsKeyId?: string) => ({
	DBInstanceArn: `arn:${name}`,
	DBInstanceIdentifier: name,
	Engine: 'mysql',
	StorageEncrypted: true,
	...(KmsKeyId ? { KmsKeyId } : {}),
});

/** Whose key each database has, what KMS was asked, and what could not be read. */
async function keysOf(instances: readonly object[], more: Table = {}) {
	const asked: string[] = [];
	const { sources, gaps } = await discover({
		callers: [
			tableCaller({
				DescribeDBInstances: { DBInstances: instances },
				DescribeKey: ({ input, region }) => {
					asked.push(`${region} ${input.KeyId}`);
					return { KeyMetadata: { KeyManager: String(input.KeyId).endsWith('aws') ? 'AWS' : 'CUSTOMER' } };
				},
				...more,
			}),
		],
		regions: ['eu-central-1'],
		now: () => today,
		signal: new AbortController().signal,
	});
	const found = sources.filter(({ kind }) => kind === 'rds-instance');
	return {
		keys: Object.fromEntries(found.map(({ title, facts }) => [title, facts.key?.value])),
		asked,
		gaps: gaps.filter(({ fact }) => fact === 'key'),
	};
}

test('whose a key is KMS is asked once for each key that a source names, in the region of the key', async () => {
	const { keys, asked } = await keysOf([
		instance('a', own('1')),
		instance('b', own('1')),
		instance('c', own('aws')),
		instance('d', own('2', 'us-east-1')),
		instance('e'),
	]);
	expect(keys).toEqual({ a: 'customer', b: 'customer', c: 'aws-managed', d: 'customer', e: undefined });
	expect(asked.toSorted()).toEqual([
		`eu-central-1 ${own('1')}`,
		`eu-central-1 ${own('aws')}`,
		`us-east-1 ${own('2', 'us-east-1')}`,
	]);
});

test("a key of another account is a customer's, and nobody asks that account", async () => {
	const { keys, asked } = await keysOf([instance('a', 'arn:aws:kms:eu-central-1:999999999999:key/1')]);
	expect({ keys, asked }).toEqual({ keys: { a: 'customer' }, asked: [] });
});

test('a key that may not be described stays open, with the action for every source that it encrypts', async () => {
	const { keys, gaps } = await keysOf([instance('a', own('1')), instance('b', own('1'))], {
		DescribeKey: denied('kms:DescribeKey'),
	});
	expect(keys).toEqual({ a: undefined, b: undefined });
	expect(gaps.map(({ about, fact, action }) => [about, fact, action])).toEqual([
		['arn:a', 'key', 'kms:DescribeKey'],
		['arn:b', 'key', 'kms:DescribeKey'],
	]);
});

test('a key that was deleted stays open, and is no gap', async () => {
	const { keys, gaps } = await keysOf([instance('a', own('1'))], { DescribeKey: awsError('NotFoundException') });
	expect({ keys, gaps }).toEqual({ keys: { a: undefined }, gaps: [] });
});
