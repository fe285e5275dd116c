import { join } from 'node:path';
import type { Catalog, PriceBook } from '../../catalog/record.ts';
import { type LifecycleEntry, lifecycleEntries, stateOn } from '../../discovery/registers/lifecycle.ts';
import { linesOf } from '../../discovery/registers/offer-lines.ts';
import { type OpenOffer, readPrices } from '../../discovery/registers/price-list.ts';
import { HeadwaterError } from '../../errors.ts';
import { readText } from '../workspace.ts';

/** Root of the AWS Price List; public, and asked without credentials. */
const priceList = 'https://pricing.us-east-1.amazonaws.com';

/** A newer price book of a region, and what is told about it. */
export async function newerPrices(
	{ prices }: Catalog,
	{
		region,
		from,
		cwd,
		today,
		signal,
	}: { region: string; from?: string | undefined; cwd: string; today: string; signal: AbortSignal },
): Promise<{ readonly text: string; readonly says: string }> {
	const { found, missing } = await readPrices(region, opener(from, cwd, signal));
	const own = (prices[region] ?? Object.values(prices)[0]) as PriceBook;
	const entries = Object.entries(found).flatMap(([key, { dollars, source }]) => {
		const before = own.prices[key];
		return before
			? [[key, { title: before.title, dollars, per: before.per, source, checked: today, sure: true }] as const]
			: [];
	});
	const changed = entries.filter(([key, { dollars }]) => own.prices[key]?.dollars !== dollars).length;
	const kept = Object.keys(own.prices)
		.filter((key) => !Object.hasOwn(found, key))
		.toSorted();
	const book = { version: 1, region, asOf: today, prices: Object.fromEntries(entries), missing: kept };
	const doubts = missing.filter(({ why }) => why.endsWith('several')).map(({ key }) => key);
	return {
		text: `${JSON.stringify(book, undefined, '\t')}\n`,
		says:
			`${entries.length} prices of ${region} were read, ${changed} of them changed; ${kept.length} are not in the list and stay as they are.` +
			(doubts.length > 0 ? ` The list names several prices of ${doubts.join(', ')}, so that none was taken.` : ''),
	};
}

/** From the site of AWS, from another address, or from a folder that holds the same paths. */
function opener(from: string | undefined, cwd: string, signal: AbortSignal): OpenOffer {
	const root = from ?? priceList;
	if (!/^https?:\/\//.test(root)) {
		return async (path) => {
			const file = join(root, path);
			const text = await readText(file, cwd, 'price list');
			return { lines: linesOf(once(new TextEncoder().encode(text))), source: `AWS Price List, ${path}` };
		};
	}
	return async (path) => {
		const url = `${root.replace(/\/+$/, '')}/${path}`;
		const answer = await fetch(url, { signal }).catch((cause: unknown) => {
			throw unreachable(url, 'nobody answers', cause);
		});
		if (!answer.ok || !answer.body) throw unreachable(url, `it answers ${answer.status}`);
		return { lines: linesOf(answer.body), source: `AWS Price List, ${path}` };
	};
}

async function* once(piece: Uint8Array): AsyncIterable<Uint8Array> {
	yield piece;
}

const unreachable = (url: string, why: string, cause?: unknown): HeadwaterError =>
	new HeadwaterError('price-list-unreachable', {
		message: `The price list at ${url} could not be read: ${why}.`,
		wayOut: 'Try again where the internet can be reached, or fetch the files and name their folder with --from.',
		blame: 'aws',
		...(cause === undefined ? {} : { cause }),
	});

/** A newer register of lifecycles, asked of AWS Health or from a file with its answer, and what is told about it. */
export async function newerLifecycle(
	{ services }: Catalog,
	{
		from,
		cwd,
		today,
		ask,
	}: { from: string | undefined; cwd: string; today: string; ask: () => Promise<readonly LifecycleEntry[]> },
): Promise<{ readonly text: string; readonly says: string }> {
	const entries = from === undefined ? await ask() : await entriesIn(from, cwd);
	const byName = new Map(
		Object.entries(services).flatMap(([id, { title, formerly = [] }]) =>
			[id, title, ...formerly].map((name) => [plain(name), id] as const),
		),
	);
	const matched: Record<string, object> = {};
	const unmatched: string[] = [];
	for (const entry of entries) {
		const id = idOf(entry, byName);
		const { state, on, says } = stateOn(entry, today);
		if (id === undefined) unmatched.push(entry.title ?? entry.service ?? '');
		else if (state === 'open') matched[id] = { state, source: 'AWS Health', checked: today, sure: true };
		else matched[id] = { state, on, instead: [], source: `AWS Health: ${says}`, checked: today, sure: true };
	}
	const register = { version: 1, asOf: today, services: matched, unmatched: unmatched.toSorted() };
	return {
		text: `${JSON.stringify(register, undefined, '\t')}\n`,
		says: `${Object.keys(matched).length} services of the catalogue were found in the register; ${unmatched.length} other entries are listed and not used.`,
	};
}

/** The entries of an answer of AWS Health that was written to a file. */
async function entriesIn(from: string, cwd: string): Promise<readonly LifecycleEntry[]> {
	const entries = lifecycleEntries(await readText(from, cwd, 'answer of AWS Health'));
	if (entries) return entries;
	throw new HeadwaterError('no-register', {
		message: `${from} holds no answer of AWS Health.`,
		wayOut:
			'Make one with  aws health describe-service-lifecycle --region us-east-1 --output json > health.json  or leave --from out.',
	});
}

/** Versions of engines and runtimes are no services: an entry with a version counts only by its whole title. */
function idOf({ service, version, title }: LifecycleEntry, byName: ReadonlyMap<string, string>): string | undefined {
	const byTitle = title === undefined ? undefined : byName.get(plain(title));
	return byTitle ?? (version === undefined && service !== undefined ? byName.get(plain(service)) : undefined);
}

/** A name without the house it comes from, capitals and signs: `AWS Snowball Edge` and `SNOWBALL_EDGE` alike. */
const plain = (name: string): string =>
	name
		.toLowerCase()
		.replace(/^(amazon|aws)\s+/, '')
		.replaceAll(/[^a-z0-9]+/g, '');
