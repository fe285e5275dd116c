import type { Cell, Gap } from '../../estate/estate.ts';
import type { Caller } from '../clients/call.ts';
import { type Fault, faultOf, stateAfter } from '../clients/fault.ts';
import type { FaultKind } from '../clients/fault-signs.ts';
import { type CollectedKind, collectors } from '../collectors/index.ts';
import type { PlannedCell } from '../events.ts';
import { identityCall } from '../policy.ts';

/** Faults that every call to a region would meet. */
const meetsAll: ReadonlySet<FaultKind> = new Set(['unreachable', 'offline', 'silent', 'rejected']);

/**
Whether the region of a cell answers: asked once for each region of an account, of the service that every region has. Gives what is
wrong with one that does not answer; other faults are no sign of that.
*/
export function probing(
	callers: ReadonlyMap<string, Caller>,
	signal: AbortSignal,
): (cell: PlannedCell) => Promise<Fault | undefined> {
	const asked = new Map<string, Promise<Fault | undefined>>();
	const probe = async ({ account, region }: PlannedCell): Promise<Fault | undefined> => {
		try {
			await callers.get(account)?.reach?.(region, signal);
			return undefined;
		} catch (error) {
			const fault = faultOf(error, { ...identityCall, region });
			return meetsAll.has(fault.kind) ? { ...fault, why: `${fault.why} Nothing else was tried there.` } : undefined;
		}
	};
	return (cell) => {
		const region = `${cell.account}/${cell.region}`;
		const known = asked.get(region) ?? probe(cell);
		asked.set(region, known);
		return known;
	};
}

/** How a cell of a region ends that does not answer, and why. */
export function unreached(
	{ account, region, kind }: PlannedCell,
	{ kind: fault, why, cure }: Fault,
): { readonly cell: Cell; readonly gap: Gap } {
	const [{ action }] = collectors[kind as CollectedKind].calls;
	return {
		cell: { account, region, kind, action, state: stateAfter[fault], calls: 0, found: 0 },
		gap: { about: `${account}/${region}/${kind}`, why, cure },
	};
}
