import { currencyOf, money as written } from '../../facts/money.ts';
import { periods } from '../../facts/units.ts';
import type { Leg } from '../advice.ts';
import type { Given, Ground } from '../ground/ground.ts';
import type { Money } from '../ground/kernel.ts';

const steps = [
	[periods.day, 'day', 'days'],
	[periods.hour, 'h', 'h'],
	[periods.minute, 'min', 'min'],
] as const;

/** A length of time for a sentence, in the unit people count such lengths in: `6.9 days`, `36 h`, `1 day`, `5 min`. */
export function time(seconds: number): string {
	const fitting = steps.find(([size]) => seconds >= 2 * size || seconds === size) ?? ([1, 's', 's'] as const);
	const [size, one, many] = fitting;
	const exact = seconds / size;
	const amount = Number(exact.toPrecision(exact >= 100 ? 3 : 2));
	return `${amount} ${amount === 1 ? one : many}`;
}

/** In dollars: what is less is told as nothing. */
export const cent = 0.005;

/** Dollars for a sentence, in the currency that the workload is reckoned in: `$1,235`, `$0.35`, `EUR 1,136`. */
export function dollars({ nearest }: Pick<Ground, 'nearest'>, amount: number): string {
	const said = { 'cost.currency': nearest(undefined, 'cost.currency'), 'cost.rate': nearest(undefined, 'cost.rate') };
	return written(amount, currencyOf(said));
}

/** The months that cost is counted over, on a row. */
export function counted({ money }: { readonly money: Money }, row: number): string {
	const months = money.months.values[row] as number;
	return months === 1 ? '1 month' : `${months} months`;
}

/** Names in a list as people write it: `A, B and C`. */
export function listed(names: readonly string[]): string {
	const last = names.at(-1) ?? '';
	return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

/** The titles of a route in order of travel: `AWS DataSync over AWS Direct Connect (hosted, 1 Gbps)`, `one stream into a delivery`. */
export function routeTitle({ catalog }: Given, legs: readonly Leg[]): string {
	const [first] = legs;
	const line = first && legs.length > 1 && catalog.services[first.service]?.slot === 'path' ? first : undefined;
	const titles = (line ? legs.slice(1) : legs).map(({ service }) => catalog.services[service]?.title ?? service);
	const way = titles.join(' into ');
	if (!line) return way;
	const mode = catalog.services[line.service]?.modes[line.mode]?.title;
	return `${way} over ${catalog.services[line.service]?.title}${mode ? ` (${mode})` : ''}`;
}

/** Titles of facts within a sentence. */
export const titlesOf = ({ given }: { readonly given: Given }, facts: readonly string[]): readonly string[] =>
	facts.map((fact) => {
		const title = given.vocabulary[fact]?.title ?? fact;
		return /^[A-Z][a-z]+(?![A-Za-z])/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
	});

/** A sentence from words that go after "because": with a capital and a full stop. */
export const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
