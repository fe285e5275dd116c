import type { Arrangement } from './arrange.ts';
import type { Line } from './path-options.ts';

/** What a way does on a line: it uses it, fills it with a history, brings changes over it; some of these together. */
export const [rides, moves, flows] = [1, 2, 4];

/** What a way does on a line; 0 where it does not use it. */
export function usesOf({ order }: Pick<Line, 'order'>, { carriers }: Pick<Arrangement, 'carriers'>): number {
	let uses = 0;
	for (let index = 0; index < carriers.length; index++) {
		const { entry, part } = carriers[index] as (typeof carriers)[number];
		if (entry.option?.order !== order) continue;
		uses |= rides;
		if (part !== 'changes' && entry.route.blueprint.fills) uses |= moves;
		if (part !== 'history') uses |= flows;
	}
	return uses;
}
