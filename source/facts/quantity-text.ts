import { HeadwaterError } from '../errors.ts';
import { exactAmount, readAmount, roundedAmount } from './amount-text.ts';
import type { Fact, FactValue, Unit } from './fact.ts';

/** What a person writes, and this program prints, for "I do not know". */
export const unknownText = 'unknown';

const yesNo: Readonly<Record<string, boolean>> = { yes: true, y: true, true: true, no: false, n: false, false: false };
const noneText = 'none';

/**
A value as people write it, in the type and unit of its fact: `2 TB`, `20 GB/day`, `yes`, `pci, glba`, `none`. The word
`unknown` is returned as it is, for every fact. Anything else is a HeadwaterError `wrong-value` that names the fact, the text and what is accepted.
*/
export function parseValue(fact: Fact, text: string): FactValue {
	const said = text.trim();
	if (said.toLowerCase() === unknownText) return unknownText;
	const value = said === '' ? undefined : read(fact, said);
	if (value === undefined) throw refusal(fact, said, 'is not');
	if (typeof value === 'number' && fact.type === 'quantity') {
		const [low, high] = fact.plausible;
		if (value < low || value > high) throw refusal(fact, said, 'is out of range');
	}
	return value;
}

function read(fact: Fact, said: string): FactValue | undefined {
	switch (fact.type) {
		case 'quantity':
			return readAmount(fact.unit, said);
		case 'yes-no':
			return yesNo[said.toLowerCase()];
		case 'choice':
			return chosen(fact.values, said);
		case 'choices': {
			const named = said.split(/[,;]/).map((part) => part.trim());
			if (named.length === 1 && named[0]?.toLowerCase() === noneText && !fact.values.includes(noneText)) return [];
			const found = named.map((name) => chosen(fact.values, name));
			// The order is the vocabulary's, so that the same answer is the same bytes.
			return found.includes(undefined) ? undefined : fact.values.filter((value) => found.includes(value));
		}
		case 'text':
			return fact.form ? formed(said.toLowerCase(), fact.form.like) : said;
		default:
			return fact satisfies never;
	}
}

const formed = (said: string, like: string): string | undefined =>
	new RegExp(`^(?:${like})$`).test(said) ? said : undefined;

const chosen = (values: readonly string[], said: string): string | undefined =>
	values.find((value) => value.toLowerCase() === said.toLowerCase());

function refusal(fact: Fact, said: string, how: 'is not' | 'is out of range'): HeadwaterError {
	const what =
		how === 'is not'
			? `is not ${fact.type === 'text' && fact.form ? fact.form.says : article[kindOf(fact)]}`
			: 'is outside what is plausible';
	return new HeadwaterError('wrong-value', {
		message: said === '' ? `${fact.title}: nothing was said.` : `${fact.title}: "${said}" ${what}.`,
		wayOut: `Write ${accepted(fact)}, or ${unknownText}.`,
	});
}

const kindOf = (fact: Fact): string => (fact.type === 'quantity' ? fact.unit : fact.type);

const article: Readonly<Record<string, string>> = {
	bytes: 'a size',
	'bytes-per-second': 'an amount of data per time',
	'bits-per-second': 'a bandwidth',
	seconds: 'a length of time',
	'per-second': 'a number per second',
	'per-month': 'a number per month',
	dollars: 'an amount of dollars',
	hours: 'a number of hours',
	count: 'a number',
	share: 'a share',
	'yes-no': 'yes or no',
	choice: 'one of its values',
	choices: 'a list of its values',
	text: 'a text',
};

const instances: Readonly<Record<Unit, string>> = {
	bytes: 'a size such as 2 TB or 1.5 TiB',
	'bytes-per-second': 'an amount per time such as 20 GB/day or 5 MB/s',
	'bits-per-second': 'a bandwidth such as 200 Mbps or 1 Gbps',
	seconds: 'a time such as 15 min, 12 h or 45 days',
	'per-second': 'a rate such as 100/s or 5000/min',
	'per-month': 'how often, such as 5/month or 1/day',
	dollars: 'dollars such as $120',
	hours: 'hours such as 12 h',
	count: 'a number such as 1,000 or 3 million',
	share: 'a share such as 50 % or 0.5',
};

/** What is accepted for a fact, as the end of a sentence: `a size such as 2 TB or 1.5 TiB, from 0 B to 1000 PB`. */
export function accepted(fact: Fact): string {
	switch (fact.type) {
		case 'quantity': {
			const [low, high] = fact.plausible;
			return `${instances[fact.unit]}, from ${exactAmount(fact.unit, low).text} to ${printValue(fact, high)}`;
		}
		case 'yes-no':
			return 'yes or no';
		case 'choice':
			return `one of: ${fact.values.join(', ')}`;
		case 'choices':
			return `any of: ${fact.values.join(', ')}, with commas between, or ${noneText}`;
		case 'text':
			return fact.form?.says ?? 'a text';
		default:
			return fact satisfies never;
	}
}

/**
A value as people write it, for reading: rounded to three digits unless the exact text is as short. What it prints
`parseValue` reads, within half a per cent. A text is printed as it is: clean what came from outside before the screen.
*/
export function printValue(fact: Fact, value: FactValue): string {
	if (fact.type !== 'quantity' || typeof value !== 'number') return writeValue(fact, value);
	const exact = exactAmount(fact.unit, value);
	return exact.digits <= 4 && !exact.text.includes('e') ? exact.text : roundedAmount(fact.unit, value);
}

/** A value as people write it, for documents: the shortest text that `parseValue` reads back as exactly this value. */
export function writeValue(fact: Fact, value: FactValue): string {
	if (fact.type === 'quantity' && typeof value === 'number') return exactAmount(fact.unit, value).text;
	if (typeof value === 'boolean') return value ? 'yes' : 'no';
	if (typeof value === 'string' || typeof value === 'number') return String(value);
	return value.length === 0 ? noneText : value.join(', ');
}
