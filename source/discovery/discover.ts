import type { Cell, Estate, Gap, Link, Place, Source } from '../estate/estate.ts';
import { matchesGlob } from '../estate/glob.ts';
import type { Caller } from './clients/call.ts';
import { guarded } from './clients/guard.ts';
import { priced } from './clients/priced.ts';
import { type Memory, remembering } from './clients/remembering.ts';
import { turnstile } from './clients/turnstile.ts';
import type { DiscoveryEvent, PlannedCell } from './events.ts';
import { cellsOf } from './planned-cells.ts';
import { declaredCalls } from './policy.ts';
import { withoutAbsent } from './reading/absent-service.ts';
import { deadline } from './reading/by-deadline.ts';
import { gathering } from './reading/gathering.ts';
import { awsPlace } from './reading/place.ts';
import { readCell } from './reading/read-cell.ts';
import { probing, unreached } from './reading/region-probe.ts';

/** What discovery needs. The first region is the one in which global lists are asked for. */
export interface Scope {
	/** One for each account; of two for the same account the first is used. */
	readonly callers: readonly Caller[];
	readonly regions: readonly string[];
	readonly now: () => Date;
	readonly signal: AbortSignal;
	readonly onEvent?: (event: DiscoveryEvent) => void;
	/** Milliseconds that one cell and all together may take. */
	readonly most?: Most;
	/** What was read before, and is not asked for again. */
	readonly memory?: Memory;
	/** Kinds, regions and accounts that are left out, `*` for any run of signs. Buckets of all regions stand in one list. */
	readonly exclude?: readonly string[];
	/** The one cell that is read; all of them where left out. */
	readonly only?: PlannedCell;
}

interface Most {
	readonly cell: number;
	readonly scan: number;
}

/** Large accounts take their time: at 5 calls a second 30 minutes list 450,000 log groups. */
const usualMost: Most = { cell: 30 * 60_000, scan: 4 * 60 * 60_000 };

/** Cells that are read beside each other: many make one call and wait for it; the calls themselves are bounded by pacing. */
const cellsAtOnce = 240;

/**
Reads every kind of source in each region of each account, metadata only, and tells what happens while it does. A cell that
cannot be read becomes its state and a gap with the missing action and the cure, and stops no other. When the signal fires
or time is over, what was found until then is given, and what was not read says so. Never rejects for what AWS does. The same
answers give the same estate, whatever the order in which they come.
*/
export async function discover({
	callers,
	regions,
	now,
	signal,
	onEvent = () => {},
	most = usualMost,
	memory,
	exclude = [],
	only,
}: Scope): Promise<Estate> {
	const accounts = new Map<string, Caller>();
	for (const caller of callers) if (!accounts.has(caller.account)) accounts.set(caller.account, caller);
	const isLeftOut = (name: string) => exclude.some((pattern) => matchesGlob(pattern, name));
	const planned = [...accounts.keys()]
		.flatMap((account) => cellsOf(account, regions))
		.filter(({ account, region, kind }) => ![account, region, kind].some(isLeftOut))
		.filter((cell) => only === undefined || isSameCell(cell, only));
	onEvent({ type: 'planned', cells: planned });

	const gathered = gathering(onEvent);
	const time = deadline(most.scan, `The ${most.scan / 60_000} minutes for the whole discovery were over.`, signal);
	const readers = new Map(
		[...accounts].map(([account, caller]): [string, Reader] => [
			account,
			{ caller: guarded(inMind(priced(caller, onEvent), memory), declaredCalls), own: new AbortController() },
		]),
	);
	const room = turnstile(cellsAtOnce);
	const wrongIn = probing(accounts, time.signal);
	const ended = await Promise.all(
		planned.map(async (cell) => {
			const wrong = await wrongIn(cell);
			return room.pass(async () => {
				onEvent({ type: 'started', ...cell });
				if (wrong !== undefined) {
					const dead = unreached(cell, wrong);
					gathered.emit.gap(dead.gap);
					onEvent({ type: 'ended', cell: dead.cell });
					return dead.cell;
				}
				const { caller, own } = readers.get(cell.account) as Reader;
				const done = await readCell(cell, {
					caller,
					now,
					signal: AbortSignal.any([time.signal, own.signal]),
					most: most.cell,
					emit: gathered.emit,
					endAccount: (error) => own.abort(error),
				});
				onEvent({ type: 'ended', cell: done });
				return done;
			});
		}),
	);
	time.clear();
	gathered.settle();
	const { scanned, gaps } = withoutAbsent(ended, gathered.gaps());
	return {
		version: 1,
		scanned: scanned.toSorted(by(({ account, region, kind }: Cell) => `${account} ${region} ${kind}`)),
		workload: {},
		places: [...placesOf(gathered.sources(), scanned), ...gathered.places()],
		sources: gathered.sources(),
		links: gathered.links().toSorted(by(({ from, to, by: carrier }: Link) => inTurn(from, to, carrier))),
		gaps: gaps.toSorted(by(({ about, fact = '', action = '', why }: Gap) => inTurn(about, fact, action, why))),
	};
}

const inMind = (caller: Caller, memory: Memory | undefined): Caller =>
	memory === undefined ? caller : remembering(caller, memory);

/** Who reads an account, and what ends that. */
interface Reader {
	readonly caller: Caller;
	readonly own: AbortController;
}

const isSameCell = (a: PlannedCell, b: PlannedCell): boolean =>
	a.account === b.account && a.region === b.region && a.kind === b.kind;

/** A place for every region that was read or that holds something. */
function placesOf(sources: readonly Source[], scanned: readonly Cell[]): readonly Place[] {
	const found = new Map<string, Place>();
	for (const { account, region } of [...scanned, ...sources]) {
		if (account === undefined) continue;
		const id = awsPlace(account, region);
		found.set(id, { id, title: `AWS ${account}, ${region ?? 'region unknown'}`, where: 'aws', facts: {} });
	}
	return [...found.values()].toSorted(by(({ id }: Place) => id));
}

/** A text that sorts as its parts do, one after the other; the order in which an estate is printed. */
const inTurn = (...parts: readonly string[]): string => parts.join('\u0000');

const by =
	<Part>(keyOf: (part: Part) => string) =>
	(a: Part, b: Part): number => {
		const [left, right] = [keyOf(a), keyOf(b)];
		if (left === right) return 0;
		return left < right ? -1 : 1;
	};
