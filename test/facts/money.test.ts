import { expect, test } from 'vitest';
import { creditsText, currencyOf, currencyText, money, moneyIn } from '../../source/facts/money.ts';

const said = (values: Readonly<Record<string, string | number>>) =>
	Object.fromEntries(Object.entries(values).map(([fact, value]) => [fact, { value }]));

test('amounts are written in dollars with three digits below a thousand, to the cent where cents are compared', () => {
	expect([0, 0.0036, 0.352, 12.5, 999.4, 1234.5, 23_000_000, -40].map((amount) => money(amount))).toEqual([
		'$0',
		'$0.0036',
		'$0.35',
		'$12.5',
		'$999',
		'$1,235',
		'$23 million',
		'-$40',
	]);
	expect(money(223.526, undefined, 'the cent')).toBe('$223.53');
});

test('another currency is shown by the rate that was given, and by no other', () => {
	const euro = said({ 'cost.currency': 'EUR', 'cost.rate': 0.92 });
	expect(moneyIn(euro)(100)).toBe('EUR 92');
	expect(currencyText(euro)).toBe('Shown in EUR at 0.92 for a dollar, the rate that was given.');
	const unrated = said({ 'cost.currency': 'EUR' });
	expect(currencyOf(unrated)).toBeUndefined();
	expect(moneyIn(unrated)(100)).toBe('$100');
	expect(currencyText(unrated)).toBe('Shown in dollars: nobody said how much EUR a dollar is.');
	expect(currencyText(said({ 'cost.currency': 'USD', 'cost.rate': 3 }))).toBe('');
	expect(moneyIn(said({ 'cost.currency': 'USD', 'cost.rate': 3 }))(100)).toBe('$100');
});

test('credits pay what is due once, then months, and never change what is compared', () => {
	const text = (credits: number, oneOff: number, monthly: number) =>
		creditsText({ oneOff, monthly }, said({ 'cost.credits': credits }));
	const compared = 'Routes are compared at cost before credits.';
	expect(text(0, 100, 10)).toBe('');
	expect(text(50, 200, 10)).toBe(`Credits of $50 pay part of what is due once, which leaves $150. ${compared}`);
	expect(text(500, 200, 100)).toBe(
		`Credits of $500 pay what is due once and the first 3 months; then it is $100 a month. ${compared}`,
	);
	expect(text(500, 0, 1000)).toBe(`Credits of $500 pay the first 0.5 months; then it is $1,000 a month. ${compared}`);
	expect(text(500, 200, 0)).toBe(`Credits of $500 pay all of it. ${compared}`);
});
