import type { DescribeRegionsCommandOutput } from '@aws-sdk/client-ec2';
import type { ListAccountsCommandOutput } from '@aws-sdk/client-organizations';
import { accountsCall, regionsCall } from '../policy.ts';
import { pages } from '../reading/pages.ts';
import { partitionOf } from '../reading/place.ts';
import { noOrganization } from './account-gaps.ts';
import type { Caller } from './call.ts';

/** An account that answers, and the region in which it was asked. */
interface Home {
	readonly caller: Caller;
	readonly home: string;
}

/** Every region that is enabled for an account, its own first, the others in the order of the alphabet. Rejects as the SDK does. */
export async function regionsOf({ caller, home }: Home, signal: AbortSignal): Promise<readonly string[]> {
	const { service, operation } = regionsCall;
	const answer = await caller.call<DescribeRegionsCommandOutput>({
		service,
		operation,
		region: home,
		input: {},
		signal,
	});
	const names = (answer.Regions ?? []).flatMap(({ RegionName }) => RegionName ?? []);
	return [home, ...names.filter((name) => name !== home).toSorted()];
}

/** Where the organisations of a partition are kept. */
const homes: Readonly<Record<string, string>> = {
	aws: 'us-east-1',
	'aws-cn': 'cn-northwest-1',
	'aws-us-gov': 'us-gov-west-1',
	'aws-eusc': 'eusc-de-east-1',
};

/** The active accounts of the organisation that an account manages, or reads for it. A HeadwaterError where it may not, or has none. */
export async function accountsOf({ caller, home }: Home, signal: AbortSignal): Promise<readonly string[]> {
	const { service, operation } = accountsCall;
	const region = homes[partitionOf(home)] ?? home;
	const fetch = (NextToken: string | undefined) =>
		caller.call<ListAccountsCommandOutput>({
			service,
			operation,
			region,
			input: { MaxResults: 20, ...(NextToken ? { NextToken } : {}) },
			signal,
		});
	const found: string[] = [];
	try {
		for await (const { Accounts = [] } of pages(fetch, ({ NextToken }) => NextToken)) {
			for (const { Id, Status } of Accounts) if (Id && Status === 'ACTIVE') found.push(Id);
		}
	} catch (error) {
		throw noOrganization(error, { region });
	}
	return found;
}

/** The ARN of a role in an account, by a pattern: `headwater`, `readers/headwater-{account}`. */
export const roleArn = (pattern: string, account: string, region: string): string =>
	`arn:${partitionOf(region)}:iam::${account}:role/${pattern.replaceAll('{account}', account)}`;
