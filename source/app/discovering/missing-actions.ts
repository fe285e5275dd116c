import { declaredCalls } from '../../discovery/policy.ts';
import type { Estate } from '../../estate/estate.ts';

/**
The actions that were denied when an estate was found, and how many were asked for. Only those that discovery declares: a file
that somebody changed adds nothing to a policy. What a layer above the role denies is left out, since more permissions do not help.
*/
export function missingActions({ gaps, scanned }: Pick<Estate, 'gaps' | 'scanned'>): {
	readonly missing: readonly string[];
	readonly known: number;
} {
	const known = new Set(declaredCalls.map(({ action }) => action));
	const above = new Set(
		scanned.filter(({ layer }) => layer !== undefined && layer !== 'identity policy').map(({ action }) => action),
	);
	const missing = new Set(
		gaps.flatMap(({ action }) => (action !== undefined && known.has(action) && !above.has(action) ? [action] : [])),
	);
	return { missing: [...missing].toSorted(), known: known.size };
}
