import type { Advice } from '../../../source/advice/advice.ts';

/**
Reads what advice says of routes and why, which is worked out when it is read: each flow with its numbers, reasons, rivals, costs, cautions and sizes,
lines, strategy, controls and preparations. What would turn a route, and what each source takes by itself, is left alone.
*/
export function readAll(advice: Advice): Advice {
	const { strategy, paths, unserved, controls, preparations } = advice;
	const seen: unknown[] = [strategy.reasons, strategy.rejected, paths, unserved, controls, preparations];
	for (const { winner, reasons, alternatives, rejected, costs, cautions, sizing, sources } of advice.flows)
		seen.push(
			winner.estimate,
			winner.assuming,
			winner.dollars,
			reasons,
			alternatives,
			rejected,
			costs,
			cautions,
			sizing,
			sources,
		);
	return advice;
}
