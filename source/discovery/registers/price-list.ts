import { type OfferRow, offerRows } from './offer-lines.ts';
import { type PriceSelector, priceSelectors } from './price-selectors.ts';

/** Opens the offer file of a region: its lines, and where they were read. */
export type OpenOffer = (path: string) => Promise<{ readonly lines: AsyncIterable<string>; readonly source: string }>;

/** What was read from the AWS Price List. */
export interface ReadPrices {
	/** Dollars by key of our books, in the unit of the book, with where each was read. */
	readonly found: Readonly<Record<string, { readonly dollars: number; readonly source: string }>>;
	/** Keys of which the list holds no price, or several that differ. */
	readonly missing: readonly { readonly key: string; readonly why: string }[];
}

/** Path of an offer file below the root of the list, as AWS documents it. */
const offerPath = (offer: string, region: string): string => `offers/v1.0/aws/${offer}/current/${region}/index.csv`;

/**
Reads the prices of a region from the offer files that hold them, one after the other and line by line, since some are hundreds
of megabytes. Only on-demand prices in dollars count, of the first tier that is not free; where several differ, none is taken.
*/
export async function readPrices(region: string, open: OpenOffer): Promise<ReadPrices> {
	const found: Record<string, { dollars: number; source: string }> = {};
	const missing: { key: string; why: string }[] = [];
	for (const [offer, selectors] of Map.groupBy(priceSelectors, (selector) => selector.offer)) {
		const { lines, source } = await open(offerPath(offer, region));
		const prices = await pricesIn(offerRows(lines), selectors);
		for (const { key } of selectors) {
			const [dollars, ...others] = prices.get(key) ?? [];
			if (dollars !== undefined && others.length === 0) found[key] = { dollars, source };
			else missing.push({ key, why: dollars === undefined ? 'the list names no price' : 'the list names several' });
		}
	}
	return { found, missing };
}

/** The prices of the first units that cost something. */
interface First {
	readonly from: number;
	readonly prices: ReadonlySet<number>;
}

/** What each selector finds, of the lowest tier that is not free; every price once. */
async function pricesIn(
	rows: AsyncIterable<OfferRow>,
	selectors: readonly PriceSelector[],
): Promise<ReadonlyMap<string, ReadonlySet<number>>> {
	const found = new Map<string, First>();
	for await (const row of rows) {
		if (row.get('TermType') !== 'OnDemand' || row.get('Currency') !== 'USD') continue;
		const from = Number(row.get('StartingRange') ?? 0);
		for (const { key, usage, times = 1, operation } of selectors) {
			if (!isUsage(row.get('usageType') ?? '', usage)) continue;
			if (operation && !operation.test(row.get('operation') ?? '')) continue;
			const dollars = Number((Number(row.get('PricePerUnit')) * times).toPrecision(10));
			if (!(dollars > 0)) continue;
			const known = found.get(key);
			if (!known || from < known.from) found.set(key, { from, prices: new Set([dollars]) });
			else if (from === known.from) found.set(key, { from, prices: new Set([...known.prices, dollars]) });
		}
	}
	return new Map([...found].map(([key, { prices }]) => [key, prices]));
}

/** `EUC1-TimedStorage-ByteHrs`: a sign of the region stands before the usage type, except in us-east-1. */
function isUsage(told: string, wanted: string): boolean {
	if (told === wanted) return true;
	return told.endsWith(`-${wanted}`) && /^[A-Z]{2,4}\d?$/.test(told.slice(0, -wanted.length - 1));
}
