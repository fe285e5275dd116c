import { expect, test } from 'vitest';
import type { Call, Caller } from '../../source/discovery/clients/call.ts';
import { collectors } from '../../source/discovery/collectors/index.ts';
import { discover } from '../../source/discovery/discover.ts';
import { actionsFor, declaredCalls } from '../../source/discovery/policy.ts';
import { today } from '../peers/reading.ts';
import { awsError, denied, tableCaller } from '../peers/table-caller.ts';
import { wholeAccount } from '../peers/whole-account.ts';

/** Asked before discovery begins. */
const before = ['sts:GetCallerIdentity', 'ec2:DescribeRegions', 'organizations:ListAccounts'];
const actionOf = ({ service, operation }: Call): string =>
	declaredCalls.find((call) => call.service === service && call.operation === operation)?.action ?? '';

/** Discovery of an account that holds one thing of each kind, by a role that may do this and no more. */
async function discoverWith(allowed: ReadonlySet<string>) {
	const used = new Set<string>();
	const table = tableCaller({
		...wholeAccount,
		// Where the list does not say the region, and no access block closes the bucket, two calls more are made.
		ListBuckets: { Buckets: [{ Name: 'clicks' }] },
		GetBucketLocation: { LocationConstraint: 'eu-central-1' },
		GetPublicAccessBlock: awsError('NoSuchPublicAccessBlockConfiguration', 'none', 404),
		GetBucketPolicyStatus: { PolicyStatus: { IsPublic: false } },
	});
	const caller: Caller = {
		account: table.account,
		async call<Output>(ask: Call): Promise<Output> {
			const action = actionOf(ask);
			used.add(action);
			if (!allowed.has(action)) throw denied(action);
			return table.call<Output>(ask);
		},
	};
	const estate = await discover({
		callers: [caller],
		regions: ['eu-central-1'],
		now: () => today,
		signal: new AbortController().signal,
	});
	return { estate, used };
}

const policy = actionsFor().filter((action) => !before.includes(action));

test('with the policy everything is read, and every action of the policy is used', async () => {
	const { estate, used } = await discoverWith(new Set(policy));
	expect(estate.gaps).toEqual([]);
	expect(estate.scanned.map(({ kind, state }) => `${kind} ${state}`)).toEqual(
		Object.keys(collectors)
			.toSorted()
			.map((kind) => `${kind} ok`),
	);
	expect([...used].toSorted()).toEqual(policy);
});

test.each(policy)('without %s something stays unread, and it is named as what is missing', async (action) => {
	const { estate } = await discoverWith(new Set(policy.filter((one) => one !== action)));
	expect(new Set(estate.gaps.map((gap) => gap.action))).toEqual(new Set([action]));
});
