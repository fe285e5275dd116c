import { HeadwaterError } from '../../errors.ts';
import type { Gap } from '../../estate/estate.ts';
import { everywhere } from '../planned-cells.ts';
import { regionGap, tellOf } from './account-gaps.ts';
import type { Caller } from './call.ts';
import { noConfiguration } from './configuration.ts';
import { endpointOf } from './endpoints.ts';
import { noRegion } from './no-account.ts';
import { isKnownRegion } from './regions.ts';
import { type Account, type Opening, openCaller } from './sdk-caller.ts';
import { turnstile } from './turnstile.ts';
import { accountsOf, regionsOf, roleArn } from './whole-scope.ts';

/** Which accounts and regions are to be read. */
export interface AccountScope {
	/** None means the credentials at hand. */
	readonly profiles: readonly string[];
	/** `all` means every region that is enabled for an account; none, the profile's own. */
	readonly regions: readonly string[];
	/**
	A role that each account of the organisation has, which the first profile may assume: its name, with `{account}` where the
	number of the account stands in it.
	*/
	readonly organization?: string;
}

/** An account that can be read, and the regions to read. */
export interface Opened {
	readonly caller: Caller;
	readonly regions: readonly string[];
}

type Around = Pick<Opening, 'env' | 'now' | 'signal' | 'pace' | 'configuration' | 'askCode' | 'onSlowed'>;

/** Accounts that are opened at once; each has sockets of its own. */
const atOnce = 5;

/**
Opens every account of a scope. One that cannot be opened becomes a gap and stops no other; where none can, the first fault is
thrown, a HeadwaterError with the way out.
*/
export async function openAccounts(
	{ profiles, regions, organization }: AccountScope,
	around: Around,
): Promise<{ readonly opened: readonly Opened[]; readonly gaps: readonly Gap[] }> {
	const listed = regions.filter((region) => region !== everywhere);
	const named = listed.find(isKnownRegion) ?? listed[0];
	const common = { ...around, ...(named === undefined ? {} : { region: named }) };
	const gaps: Gap[] = [];
	const first = await settle(
		profiles.length === 0
			? [openCaller(common)]
			: [...new Set(profiles)].map((profile) => openCaller({ ...common, profile })),
		(index) => `profile ${profiles[index] ?? 'default'}`,
		gaps,
	);
	const members = organization === undefined ? [] : await openMembers(first, organization, common, gaps);
	const opened: Opened[] = [];
	for (const one of [...first, ...members]) opened.push(await inRegions(one, regions, around, gaps));
	return { opened, gaps };
}

/** Those that opened; the fault of another one is a gap, unless none opened. */
async function settle(
	opening: readonly Promise<Account>[],
	nameOf: (index: number) => string,
	gaps: Gap[],
): Promise<readonly Account[]> {
	const ended = await Promise.allSettled(opening);
	const opened = ended.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : []));
	for (const [index, end] of ended.entries()) {
		if (end.status === 'fulfilled') continue;
		if (opened.length === 0 || !(end.reason instanceof HeadwaterError)) throw end.reason;
		gaps.push({ about: nameOf(index), why: end.reason.message, cure: end.reason.wayOut });
	}
	return opened;
}

/** The other accounts of the organisation of the first account, each by the role that it has there. */
async function openMembers(
	[manager, ...others]: readonly Account[],
	role: string,
	common: Around & Pick<Opening, 'region'>,
	gaps: Gap[],
): Promise<readonly Account[]> {
	if (manager === undefined) return [];
	const known = new Set([manager, ...others].map(({ caller }) => caller.account));
	const accounts = (await accountsOf(manager, common.signal)).filter((account) => !known.has(account));
	const room = turnstile(atOnce);
	const ended = await Promise.all(
		accounts.map((account) =>
			room.pass(async (): Promise<Account | undefined> => {
				const assumed = { arn: roleArn(role, account, manager.home), by: manager.credentials };
				try {
					const settings = manager.profile === undefined ? {} : { profile: manager.profile };
					return await openCaller({ ...common, ...settings, region: manager.home, assumed });
				} catch (error) {
					if (!(error instanceof HeadwaterError)) throw error;
					gaps.push({ about: `account ${account}`, why: error.message, cure: error.wayOut });
					return undefined;
				}
			}),
		),
	);
	return ended.flatMap((one) => one ?? []);
}

/** The regions that are asked for; of all, those that the account has, the one it was opened in first. */
async function inRegions(account: Account, regions: readonly string[], around: Around, gaps: Gap[]): Promise<Opened> {
	const { caller } = account;
	const { signal } = around;
	if (!regions.includes(everywhere)) {
		return { caller, regions: regions.length > 0 ? await thoseThere(account, regions, around, gaps) : account.regions };
	}
	try {
		return { caller, regions: await regionsOf(account, signal) };
	} catch (error) {
		gaps.push(tellOf(error, account));
		return { caller, regions: account.regions };
	}
}

/** The regions that are asked for, without those that neither the SDK nor the account knows: each of these is a gap. */
async function thoseThere(
	account: Account,
	regions: readonly string[],
	{ env, signal, configuration = noConfiguration }: Around,
	gaps: Gap[],
): Promise<readonly string[]> {
	const { shared } = configuration;
	const { profile } = account;
	const strange = regions.filter((region) => !isKnownRegion(region));
	if (strange.length === 0 || endpointOf('ec2', env, { profile, shared }) !== undefined) return regions;
	const known = await regionsOf(account, signal).catch(() => regions);
	const wrong = strange.filter((region) => !known.includes(region));
	for (const region of wrong) gaps.push(regionGap(noRegion(region, shared), account.caller.account, region));
	return regions.filter((region) => !wrong.includes(region));
}
