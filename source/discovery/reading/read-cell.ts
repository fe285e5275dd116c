import { HeadwaterError } from '../../errors.ts';
import type { Cell } from '../../estate/estate.ts';
import type { Call, Caller } from '../clients/call.ts';
import { type Fault, faultOf, stateAfter } from '../clients/fault.ts';
import type { Collector, DeclaredCall, Emit, Reading } from '../collectors/collector.ts';
import { type CollectedKind, collectors } from '../collectors/index.ts';
import type { PlannedCell } from '../events.ts';

/**
Reads one kind in one region of one account and says how it ended. What was found before a failure stays, and is counted; the
failure becomes a gap about `account/region/kind`.
*/
export async function readCell(
	{ account, region, kind }: PlannedCell,
	{ caller, now, signal, emit }: { caller: Caller; now: () => Date; signal: AbortSignal; emit: Emit },
): Promise<Cell> {
	const collector: Collector = collectors[kind as CollectedKind];
	const cell = `${account}/${region}/${kind}`;
	const counted = counting(caller, signal);
	const found = new Set<string>();
	const reading: Reading = {
		caller: counted.caller,
		account,
		region,
		cell,
		now,
		signal,
		emit: {
			...emit,
			source(source) {
				found.add(source.id);
				emit.source(source);
			},
			link(link) {
				found.add(link.by);
				emit.link(link);
			},
			seen: (id) => void found.add(id),
		},
	};
	const end = (state: Cell['state'], action = collector.calls[0].action): Cell => ({
		account,
		region,
		kind,
		action,
		state,
		calls: counted.calls(),
		found: found.size,
	});
	try {
		signal.throwIfAborted();
		await collector.collect(reading);
		return end(found.size === 0 ? 'empty' : 'ok');
	} catch (error) {
		const asked = counted.callOf(error);
		const declared = declarationOf(collector, asked);
		const fault = told(error, { ...declared, region: asked?.region ?? region });
		emit.gap({
			about: cell,
			...(fault.action === undefined ? {} : { action: fault.action }),
			why: fault.why,
			cure: fault.cure,
		});
		return end(stateAfter[fault.kind], declared.action);
	}
}

/** The declaration of the call that failed; the list where it is not known. */
function declarationOf({ calls }: Collector, asked: Call | undefined): DeclaredCall {
	const same = calls.find(({ service, operation }) => service === asked?.service && operation === asked.operation);
	return same ?? calls[0];
}

function told(error: unknown, asked: DeclaredCall & { region: string }): Fault {
	if (error instanceof HeadwaterError) return { kind: 'failed', why: error.message, cure: error.wayOut };
	return faultOf(error, asked);
}

/** Counts the calls, remembers which one an error came from, and makes none after the end. */
function counting(caller: Caller, signal: AbortSignal) {
	let calls = 0;
	const failed = new WeakMap<object, Call>();
	const counted: Caller = {
		account: caller.account,
		async call<Output>(ask: Call): Promise<Output> {
			signal.throwIfAborted();
			calls += 1;
			try {
				return await caller.call<Output>(ask);
			} catch (error) {
				if (typeof error === 'object' && error !== null) failed.set(error, ask);
				throw error;
			}
		},
	};
	return {
		caller: counted,
		calls: () => calls,
		callOf: (error: unknown) => (typeof error === 'object' && error !== null ? failed.get(error) : undefined),
	};
}
