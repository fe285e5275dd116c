import { confirmed, unconfirmed } from '../cited.ts';
import type { Price, PriceUnit } from '../record.ts';

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
