import { collectors } from './collectors/index.ts';
import type { PlannedCell } from './events.ts';

/** What stands for every region that is enabled for an account. */
export const everywhere = 'all';

/** The cells of an account: a global kind is one, any other kind one in each region. */
export function cellsOf(account: string, regions: readonly string[]): readonly PlannedCell[] {
	return Object.entries(collectors).flatMap(([kind, { scope }]) =>
		(scope === 'global' ? regions.slice(0, 1) : regions).map((region) => ({ account, region, kind })),
	);
}
