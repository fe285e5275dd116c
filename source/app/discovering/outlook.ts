import type { PlannedCell } from '../../discovery/events.ts';
import { counted } from '../written.ts';

/** Above these an inventory that is there already is the better way. */
const manyCalls = 20_000;
const manyAccounts = 50;
/** Calls that a second holds, with 50 under way at once and the quotas of AWS: what is planned with here. */
const callsASecond = 50;

/** What CloudWatch takes for 1,000 metrics that are asked for. */
export const priceOfThousand = '$0.01';

/** What a discovery of accounts will take, before it begins: calls at least, and what its metrics cost. */
export function outlook(cells: readonly PlannedCell[]): readonly string[] {
	const accounts = new Set(cells.map(({ account }) => account)).size;
	const regions = new Set(cells.map(({ region }) => region)).size;
	if (cells.length === 0) return [];
	return outlookOf(counted(regions, 'region'), accounts, cells.length);
}

/** The same of so many calls, in regions of which only words are known. `each` follows the number of calls. */
export function outlookOf(regions: string, accounts: number, calls: number, each = ''): readonly string[] {
	const large = calls > manyCalls || accounts > manyAccounts;
	const minutes = Math.ceil(calls / callsASecond / 60);
	return [
		`${counted(accounts, 'account')} in ${regions}: at least ${counted(calls, 'call')}${each}, all of them reads. Metrics of CloudWatch cost ${priceOfThousand} for each 1,000.`,
		...(large
			? [
					`That is ${minutes} minutes or more. An inventory that is there already is read in seconds: --from with an export of AWS Config, Resource Explorer, Steampipe or CloudQuery.`,
				]
			: []),
	];
}
