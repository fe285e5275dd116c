import type { Slowed } from '../../discovery/clients/slow-teller.ts';

/** What is called less often because AWS asks for it, the slowest first, in one line; undefined where nothing is. */
export function slowText(slowed: readonly Slowed[]): string | undefined {
	const rateOf = ({ rate = 0 }: Slowed): number => rate;
	const [slowest, ...others] = slowed.toSorted((a, b) => rateOf(a) - rateOf(b));
	if (!slowest) return undefined;
	const { service, operation, region } = slowest;
	const rate = rateOf(slowest);
	const more = others.length > 0 ? `, and ${others.length} more` : '';
	return `Slowing to ${Number(rate.toPrecision(2))} calls/s, AWS asks for it: ${service} ${operation} in ${region}${more}`;
}
