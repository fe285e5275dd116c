import { roundedAmount } from './amount-text.ts';
import type { FactValue } from './fact.ts';

/** A value that was said, as the estate, the answers and a plan hold it. */
interface Said {
	readonly value: FactValue;
}
/** What is known of the workload, by fact. */
export type WorkloadFacts = Readonly<Record<string, Said | undefined>>;

/** The currency that money is shown in; `rate` is how much of it a dollar is. */
export interface Currency {
	readonly code: string;
	readonly rate: number;
}

/** The currency somebody gave a rate for; undefined: dollars, in which AWS prices. No rate is ever looked up. */
export function currencyOf(workload: WorkloadFacts): Currency | undefined {
	const [code, rate] = [workload['cost.currency']?.value, workload['cost.rate']?.value];
	if (typeof code !== 'string' || code === 'USD' || typeof rate !== 'number' || !(rate > 0)) return undefined;
	return { code, rate };
}

/**
The one way in which an amount in dollars is written: `$1,235`, `$0.35`, `-$40`; in another currency `EUR 1,136`. Three digits
below a thousand and whole units above; to the cent where two amounts are compared that may differ by cents.
*/
export function money(dollars: number, currency?: Currency, to: 'three digits' | 'the cent' = 'three digits'): string {
	const amount = Math.abs(dollars) * (currency?.rate ?? 1);
	// Less than a cent is what a single request costs; above it cents are enough.
	const cents = to === 'the cent' || (amount >= 0.01 && amount < 1);
	const text = cents ? amount.toFixed(2) : roundedAmount('dollars', amount).slice(1);
	return `${dollars < 0 ? '-' : ''}${currency ? `${currency.code} ` : '$'}${text}`;
}

/** Writes amounts in the currency of a workload. */
export function moneyIn(workload: WorkloadFacts): (dollars: number) => string {
	const currency = currencyOf(workload);
	return (dollars) => money(dollars, currency);
}

/** In which currency amounts are shown and by whose rate; nothing for plain dollars. */
export function currencyText(workload: WorkloadFacts): string {
	const currency = currencyOf(workload);
	if (currency) return `Shown in ${currency.code} at ${currency.rate} for a dollar, the rate that was given.`;
	const wanted = workload['cost.currency']?.value;
	if (typeof wanted !== 'string' || wanted === 'USD') return '';
	return `Shown in dollars: nobody said how much ${wanted} a dollar is.`;
}

/** What credits pay of these costs; nothing where there are none. They change what is paid, never what is compared. */
export function creditsText(
	costs: { readonly oneOff: number; readonly monthly: number },
	workload: WorkloadFacts,
): string {
	const credits = Number(workload['cost.credits']?.value ?? 0) || 0;
	if (credits <= 0) return '';
	const write = moneyIn(workload);
	const { oneOff, monthly } = costs;
	const compared = 'Routes are compared at cost before credits.';
	if (credits < oneOff) {
		return `Credits of ${write(credits)} pay part of what is due once, which leaves ${write(oneOff - credits)}. ${compared}`;
	}
	const left = credits - oneOff;
	const once = oneOff > 0 ? 'what is due once' : '';
	if (monthly <= 0) return `Credits of ${write(credits)} pay all of it. ${compared}`;
	const months = Number((left / monthly).toPrecision(2));
	const period = months > 0 ? `the first ${months === 1 ? 'month' : `${months} months`}` : '';
	return `Credits of ${write(credits)} pay ${[once, period].filter(Boolean).join(' and ')}; then it is ${write(monthly)} a month. ${compared}`;
}
