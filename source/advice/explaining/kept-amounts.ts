import type { Estimate } from '../advice.ts';
import type { Relaid } from '../ground/relay.ts';
import { isSameRows } from '../ground/same-rows.ts';
import type { Entry } from '../routing/arrange.ts';
import type { FlowDraft } from '../routing/flows.ts';
import { isSameLine } from '../routing/path-options.ts';
import type { costLines } from './costs.ts';

/** Amounts of a flow for all its sources, as far as somebody read them. */
export interface Amounts {
	readonly estimate?: Estimate | undefined;
	readonly priced?: ReturnType<typeof costLines> | undefined;
}

/** A flow with what was read of it. */
interface Reckoned {
	readonly draft: FlowDraft;
	readonly amounts: Amounts;
}

/**
Gives what was reckoned for other answers of the same sources over the same route and line, where nothing changed from which it
is reckoned; undefined where there is none.
*/
export function keptAmounts(
	{ revalued, repriced, touched }: Relaid,
	before: readonly Reckoned[],
): (flow: FlowDraft) => Amounts | undefined {
	const byFirst = Map.groupBy(before, ({ draft: { rows } }) => rows[0]);
	const isTurned = ({ route: { terms } }: Entry): boolean => [...revalued].some((fact) => terms.has(fact));
	return ({ rows, lead: { carrier } }) => {
		const { entry, part } = carrier;
		if (repriced || (isTurned(entry) && rows.some((row) => touched[row] === 1))) return undefined;
		return byFirst.get(rows[0])?.find(({ draft: { rows: old, lead } }) => {
			const was = lead.carrier;
			return was.part === part && isSameRoute(was.entry, entry) && isSameRows(old, rows);
		})?.amounts;
	};
}

const isSameRoute = (a: Entry, b: Entry): boolean =>
	a.route.blueprint === b.route.blueprint &&
	(a.option && b.option ? isSameLine(a.option, b.option) : !a.option && !b.option);
