import { HeadwaterError } from '../../errors.ts';
import type { Gap } from '../../estate/estate.ts';
import { accountsCall, regionsCall } from '../policy.ts';
import type { Caller } from './call.ts';
import { faultOf } from './fault.ts';

/** Why the regions of an account are not known, so that only its own is read. */
export function tellOf(error: unknown, { caller, home }: { caller: Caller; home: string }): Gap {
	const { why, action } = faultOf(error, { ...regionsCall, region: home });
	return {
		about: `${caller.account}/${home}/regions`,
		...(action === undefined ? {} : { action }),
		why: `${why} Only ${home} was read.`,
		cure: 'Name the regions with --region, or allow ec2:DescribeRegions.',
	};
}

/** Why the accounts of an organisation cannot be listed. */
export function noOrganization(error: unknown, { region }: { region: string }): HeadwaterError {
	const { why } = faultOf(error, { ...accountsCall, region });
	return new HeadwaterError('no-organization', {
		message: `The accounts of the organisation cannot be listed: ${why}`,
		wayOut: 'Use a profile of the management account, or of one that AWS Organizations delegates to.',
		cause: error,
	});
}

/** A region of an account that nobody knows. */
export const regionGap = ({ message: why, wayOut: cure }: HeadwaterError, account: string, region: string): Gap => ({
	about: `${account}/${region}`,
	why,
	cure,
});
