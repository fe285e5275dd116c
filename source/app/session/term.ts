import type { Catalog } from '../../catalog/record.ts';
import type { Vocabulary } from '../../facts/fact.ts';

/** What a word of the session means. */
export interface Term {
	readonly title: string;
	readonly says: string;
	/** Page of the documentation of AWS. */
	readonly page?: string;
}

/** What an id of the catalogue or a fact of the vocabulary means, in their own words; undefined where they say nothing of it. */
export function termOf(
	id: string,
	{ services, strategies, controls, preparations, engines }: Catalog,
	vocabulary: Vocabulary,
): Term | undefined {
	const record = [services, strategies, controls, preparations, engines].find((part) => Object.hasOwn(part, id))?.[id];
	if (record) {
		const { title, summary: says } = record;
		return 'page' in record && record.page !== undefined ? { title, says, page: record.page } : { title, says };
	}
	const fact = Object.hasOwn(vocabulary, id) ? vocabulary[id] : undefined;
	const says = [fact?.question, fact?.help].filter((one) => one !== undefined).join(' ');
	return fact && says !== '' ? { title: fact.title, says } : undefined;
}
