import { expect, test } from 'vitest';
import { declaredCalls, readOnlyPolicy } from '../../source/discovery/policy.ts';

const actions = readOnlyPolicy().Statement.flatMap(({ Action }) => Action);

test('the policy lets every declared call through, and nothing else', () => {
	expect(actions).toEqual([...new Set(declaredCalls.map(({ action }) => action))].toSorted());
});

test('every action lists, describes or gets; none has a wildcard', () => {
	expect(actions.filter((action) => !/^[a-z0-9-]+:(?:List|Describe|(?:Batch)?Get)[A-Za-z0-9]+$/.test(action))).toEqual(
		[],
	);
});

test('no action reads what people stored', () => {
	const reads = ['s3:GetObject', 'dynamodb:GetItem', 'logs:GetLogEvents', 's3:ListBucket', 'kinesis:GetRecords'];
	expect(actions.filter((action) => reads.includes(action))).toEqual([]);
});

test('it fits one managed policy', () => {
	expect(JSON.stringify(readOnlyPolicy()).length).toBeLessThan(6144);
});

test('it is a policy document, a statement for each service', () => {
	const { Version, Statement } = readOnlyPolicy();
	expect(Version).toBe('2012-10-17');
	expect(Statement.filter(({ Effect, Resource }) => Effect !== 'Allow' || Resource !== '*')).toEqual([]);
	const services = Statement.map(({ Action }) => new Set(Action.map((action) => action.split(':')[0])));
	expect(services.filter(({ size }) => size !== 1)).toEqual([]);
	expect(new Set(Statement.map(({ Sid }) => Sid)).size).toBe(Statement.length);
	expect(Statement.find(({ Sid }) => Sid === 'ReadRedshiftserverless')?.Action).toEqual([
		'redshift-serverless:ListNamespaces',
		'redshift-serverless:ListWorkgroups',
	]);
});
