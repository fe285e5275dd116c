import type { Call } from './call.ts';
import type { Clock } from './pacing.ts';

/** An operation that AWS asks to be called less often: `rate` calls a second, or, where that is left out, as often as ever again. */
export type Slowed = Pick<Call, 'service' | 'operation' | 'region'> & {
	readonly account: string;
	readonly rate?: number;
};

/** What tells an operation of a region from others. */
export const slowedName = ({ account, region, service, operation }: Slowed): string =>
	`${account} ${region} ${service}:${operation}`;

/** Follows calls, and tells when they are slower than they might be. */
export interface SlowTeller {
	begins(ask: Call): void;
	/** How fast an operation may be called now; undefined for as fast as ever. */
	stands(ask: Call, rate: number | undefined): void;
	ends(ask: Call): void;
}

/** Milliseconds without a call after which nobody waits any more: between two pages of a list there is a moment without one, too. */
const quiet = 2_000;

/** Tells each change once, and takes it back when calls are as fast as ever, or when none is made any more. */
export function slowTeller(account: string, { sleep }: Clock, tell: (slowed: Slowed) => void): SlowTeller {
	const standing = new Map<string, { underWay: number; made: number; told: number | undefined }>();
	const of = ({ region, service, operation }: Call) => {
		const name = `${region}/${service}:${operation}`;
		const one = standing.get(name) ?? { underWay: 0, made: 0, told: undefined };
		standing.set(name, one);
		return one;
	};
	const stands = (ask: Call, rate: number | undefined): void => {
		const one = of(ask);
		if (one.told === rate) return;
		one.told = rate;
		const { service, operation, region } = ask;
		tell({ account, service, operation, region, ...(rate === undefined ? {} : { rate }) });
	};
	return {
		begins(ask) {
			const one = of(ask);
			one.underWay += 1;
			one.made += 1;
		},
		stands,
		ends(ask) {
			const one = of(ask);
			one.underWay -= 1;
			if (one.underWay > 0 || one.told === undefined) return;
			const { made } = one;
			sleep(quiet).then(
				() => one.made === made && stands(ask, undefined),
				() => undefined,
			);
		},
	};
}
