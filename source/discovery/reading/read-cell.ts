import { HeadwaterError } from '../../errors.ts';
import type { Cell, CellState } from '../../estate/estate.ts';
import type { Call, Caller } from '../clients/call.ts';
import { endsEverything, type Fault, faultOf, stateAfter } from '../clients/fault.ts';
import type { Collector, DeclaredCall, Emit, Reading } from '../collectors/collector.ts';
import { type CollectedKind, collectors } from '../collectors/index.ts';
import type { PlannedCell } from '../events.ts';
import { deadline } from './by-deadline.ts';
import { counting } from './counting.ts';

interface Around {
	readonly caller: Caller;
	readonly now: () => Date;
	readonly signal: AbortSignal;
	/** Milliseconds that one cell may take. */
	readonly most: number;
	readonly emit: Emit;
	/** Told a fault that every later call of the account would meet as well. */
	readonly endAccount: (error: unknown) => void;
}

/**
Reads one kind in one region of one account and says how it ended. What was found before a failure stays, and is counted; the
failure becomes a gap about `account/region/kind`. Ends soon after its time is over or the signal fires; what comes later is
not heard any more.
*/
export async function readCell({ account, region, kind }: PlannedCell, around: Around): Promise<Cell> {
	const collector: Collector = collectors[kind as CollectedKind];
	const cell = `${account}/${region}/${kind}`;
	const { now, most, endAccount } = around;
	const minutes = Math.round(most / 6_000) / 10;
	const time = deadline(most, `The ${minutes} minutes for one kind in one region were over.`, around.signal);
	const counted = counting(around.caller, time.signal);
	const told = telling(around.emit, cell);
	const reading: Reading = {
		caller: counted.caller,
		account,
		region,
		cell,
		now,
		signal: time.signal,
		emit: told.emit,
	};
	const end = (state: CellState, action = collector.calls[0].action, layer?: string): Cell => ({
		account,
		region,
		kind,
		action,
		state,
		...(layer === undefined ? {} : { layer }),
		calls: counted.calls(),
		found: told.found(),
	});
	try {
		time.signal.throwIfAborted();
		await time.hold(collector.collect(reading));
		return end(told.broken() ?? (told.found() === 0 ? 'empty' : 'ok'));
	} catch (error) {
		const asked = counted.callOf(error);
		const declared = declarationOf(collector, asked);
		const fault = faultIn(error, { ...declared, region: asked?.region ?? region });
		const { action, why, cure, layer } = fault;
		told.emit.gap({ about: cell, ...(action === undefined ? {} : { action }), why, cure });
		if (endsEverything.has(fault.kind) && !time.signal.aborted) endAccount(error);
		return end(stateAfter[fault.kind], declared.action, layer);
	} finally {
		told.close();
		time.clear();
	}
}

/** Counts what is told and notices when the list is not whole; after the end nothing is passed on. */
function telling(emit: Emit, cell: string) {
	const found = new Set<string>();
	let broken: CellState | undefined;
	let closed = false;
	const open =
		<Given extends readonly unknown[]>(tell: (...given: Given) => void) =>
		(...given: Given): void => {
			if (!closed) tell(...given);
		};
	return {
		emit: {
			source: open((source) => {
				found.add(source.id);
				emit.source(source);
			}),
			facts: open(emit.facts),
			claim: open(emit.claim),
			place: open(emit.place),
			link: open((link) => {
				found.add(link.by);
				emit.link(link);
			}),
			seen: open((id) => void found.add(id)),
			gap: open((gap, state = 'failed') => {
				if (gap.about === cell) broken ??= state;
				emit.gap(gap);
			}),
		} satisfies Emit,
		found: () => found.size,
		broken: () => broken,
		close() {
			closed = true;
		},
	};
}

/** The declaration of the call that failed; the list where it is not known. */
function declarationOf({ calls }: Collector, asked: Call | undefined): DeclaredCall {
	const same = calls.find(({ service, operation }) => service === asked?.service && operation === asked.operation);
	return same ?? calls[0];
}

function faultIn(error: unknown, asked: DeclaredCall & { region: string }): Fault {
	if (error instanceof HeadwaterError) return { kind: 'failed', why: error.message, cure: error.wayOut };
	return faultOf(error, asked);
}
