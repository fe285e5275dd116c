import { createHash } from 'node:crypto';
import { availability, cited, citedFields, day } from '../../catalog/pack/cited.ts';
import { eachField, fieldsOf, number, oneOf, PackFault, type Part, text, wanted } from '../../catalog/pack/part.ts';
import { priceUnits } from '../../catalog/prices/price.ts';
import type { Availability, Cited, Price, PriceBook } from '../../catalog/record.ts';
import { HeadwaterError } from '../../errors.ts';
import type { Knowledge } from '../session/derive.ts';

interface Named {
	readonly file: string;
	readonly text: string;
}

/**
What is known with a newer price book. A price that it lacks stays as it was; a region we have no book of begins with that of
our first, marked as taken from there. What is wrong with the file is a HeadwaterError that names the place.
*/
export function withPrices(knowledge: Knowledge, { file, text: written }: Named): Knowledge {
	const read = told(file, written, (root): { region: string; asOf: string; prices: PriceBook['prices'] } => {
		const fields = fieldsOf(root, ['version', 'region', 'asOf', 'prices', 'missing']);
		return {
			region: text(wanted(root, fields, 'region')),
			asOf: day(wanted(root, fields, 'asOf')),
			prices: eachField(wanted(root, fields, 'prices'), price),
		};
	});
	const { prices: books } = knowledge.catalog;
	const [first] = Object.values(books);
	const own = books[read.region]?.prices ?? borrowed(first);
	const book: PriceBook = { region: read.region, asOf: read.asOf, prices: { ...own, ...read.prices } };
	return changed(knowledge, written, { prices: { ...books, [read.region]: book } });
}

function price(part: Part): Price {
	const fields = fieldsOf(part, ['title', 'dollars', 'per', ...citedFields]);
	return {
		title: text(wanted(part, fields, 'title')),
		dollars: number(wanted(part, fields, 'dollars')),
		per: oneOf(wanted(part, fields, 'per'), priceUnits),
		...cited(fields, unsaid),
	};
}

const unsaid: Cited = { source: 'not said', checked: '1970-01-01', sure: false };

const borrowed = (book: PriceBook | undefined): PriceBook['prices'] =>
	Object.fromEntries(
		Object.entries(book?.prices ?? {}).map(([key, one]) => [
			key,
			{ ...one, sure: false, source: `price of ${book?.region}, taken where there is none` },
		]),
	);

/**
What is known with a newer register of service lifecycles: the availability of each service that it names. A service that it
names and we have no record of is left out.
*/
export function withLifecycle(knowledge: Knowledge, { file, text: written }: Named): Knowledge {
	const found = told(file, written, (root): Readonly<Record<string, Availability>> => {
		const fields = fieldsOf(root, ['version', 'asOf', 'services', 'unmatched']);
		const whole: Cited = { source: 'AWS Health', checked: day(wanted(root, fields, 'asOf')), sure: true };
		return eachField(wanted(root, fields, 'services'), (one) => availability(one, whole));
	});
	const { services } = knowledge.catalog;
	const told_ = Object.entries(services).map(([id, record]) => {
		const now = Object.hasOwn(found, id) ? found[id] : undefined;
		return [id, now ? { ...record, availability: kept(record.availability, now) } : record] as const;
	});
	return changed(knowledge, written, { services: Object.fromEntries(told_) });
}

/** A register seldom says what to use instead, nor how an existing customer is told: our record does. */
function kept(before: Availability, now: Availability): Availability {
	if (now.state === 'open') return now;
	const ours = before.state === 'open' ? undefined : before;
	const instead = now.instead.length > 0 ? now.instead : (ours?.instead ?? []);
	const existing = now.existing ?? ours?.existing;
	return { ...now, instead, ...(existing !== undefined && { existing }) };
}

function told<T>(file: string, written: string, read: (root: Part) => T): T {
	const refuse = (says: string, wayOut: string) =>
		new HeadwaterError('register-refused', { message: `${file}: ${says}.`, wayOut });
	let value: unknown;
	try {
		value = JSON.parse(written);
	} catch {
		throw refuse('this is no JSON', 'Write it anew with `headwater refresh`.');
	}
	try {
		const root: Part = { value, path: [] };
		const version = wanted(root, fieldsOf(root), 'version');
		if (version.value !== 1) throw new PackFault(version, 'this program reads version 1', 'Write it anew.');
		return read(root);
	} catch (fault) {
		if (!(fault instanceof PackFault)) throw fault;
		throw refuse(`${fault.path.join('.')}: ${fault.message}`, fault.wayOut);
	}
}

function changed(knowledge: Knowledge, written: string, parts: Partial<Knowledge['catalog']>): Knowledge {
	const hash = createHash('sha256').update(`${knowledge.hash}\n${written}`).digest('hex');
	return { ...knowledge, catalog: { ...knowledge.catalog, ...parts }, hash };
}
