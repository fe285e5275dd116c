import { expect, test } from 'vitest';
import { profileActions } from '../../../source/app/readiness/profile-actions.ts';
import { actionsFor } from '../../../source/discovery/policy.ts';
import { contentCalls } from '../../../source/profiling/content-calls.ts';
import { headwater } from '../../peers/program.ts';

test('the policy of a profile holds every read of contents and the question whose credentials these are, nothing else', async () => {
	const { status, stdout } = await headwater(['policy', '--contents']);
	expect(status).toBe(0);
	const { Statement } = JSON.parse(stdout) as { Statement: readonly { readonly Action: readonly string[] }[] };
	const actions = Statement.flatMap(({ Action }) => Action);
	expect(actions.toSorted()).toEqual(
		[...new Set(['sts:GetCallerIdentity', ...contentCalls.map(({ action }) => action)])].toSorted(),
	);
});

test('of one kind it holds what that kind takes', () => {
	expect(profileActions(['s3-bucket'])).toEqual(['s3:GetObject', 's3:ListBucket', 'sts:GetCallerIdentity']);
	expect(profileActions(['dynamodb-table'])).toEqual(['dynamodb:Scan', 'sts:GetCallerIdentity']);
	expect(() => profileActions(['rds-instance'])).toThrow('A profile reads no samples of "rds-instance" through AWS.');
});

test('the policy of discovery reads no contents', () => {
	const contents = new Set<string>(
		contentCalls.flatMap(({ operation, action }) =>
			operation === 'ListObjectsV2' || operation === 'ListShards' ? [] : [action],
		),
	);
	expect(actionsFor().filter((action) => contents.has(action))).toEqual([]);
});

test('as a template the policy of a profile is told apart from that of discovery', async () => {
	const { stdout } = await headwater(['policy', '--contents', '--format', 'cloudformation']);
	expect(JSON.parse(stdout)).toMatchObject({
		Resources: {
			HeadwaterProfiler: {
				Properties: { Description: 'What headwater profile reads after a yes: samples of contents.' },
			},
		},
	});
});
