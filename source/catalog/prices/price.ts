import { confirmed, unconfirmed } from '../cited.ts';
import type { Price, PriceUnit } from '../record.ts';

/** What a price may be given per. */
export const priceUnits = [
	'GB',
	'GiB',
	'TB',
	'hour',
	'one',
	'thousand',
	'million',
	'month',
] as const satisfies readonly PriceUnit[];

type Says = readonly [title: string, dollars: number, per: PriceUnit, source: string];

/** A price read in a price list or an AWS page. */
export const listed = (...[title, dollars, per, source]: Says): Price => ({
	title,
	dollars,
	per,
	...confirmed(source),
});

/** A price from a secondary source or from memory: shown as unverified. */
export const reported = (...[title, dollars, per, source]: Says): Price => ({
	title,
	dollars,
	per,
	...unconfirmed(source),
});
