import type { Catalog, PriceBook } from '../../catalog/record.ts';
import { HeadwaterError } from '../../errors.ts';
import type { Known } from '../../estate/estate.ts';
import type { Read } from './read-facts.ts';

/** The prices that a workload is reckoned with: those of the region where models train, as this customer is billed. */
export const pricesFor = (catalog: Catalog, read: Read): PriceBook =>
	asBilled(priceBook(catalog, read(undefined, 'training.region')), read);

/** The book as this customer is billed: list prices less the discount, with the tax that stays. */
function asBilled(book: PriceBook, read: Read): PriceBook {
	const share = (fact: string): number => Number(read(undefined, fact)?.value ?? 0) || 0;
	const factor = (1 - share('cost.discount')) * (1 + share('cost.tax'));
	if (factor === 1) return book;
	const prices = Object.entries(book.prices).map(
		([key, one]) => [key, { ...one, dollars: one.dollars * factor }] as const,
	);
	return { ...book, prices: Object.fromEntries(prices) };
}

/** The book of the training region, else the first. */
function priceBook({ prices }: Catalog, region: Known | undefined): PriceBook {
	const own = region && typeof region.value === 'string' ? prices[region.value] : undefined;
	const book = own ?? Object.values(prices)[0];
	if (book) return book;
	throw new HeadwaterError('no-prices', {
		message: 'The catalogue holds no price book.',
		wayOut: 'Add a price book of at least one region, or run `headwater refresh prices`.',
		blame: 'headwater',
	});
}
