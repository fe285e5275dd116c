import { residencyGate } from '../../advice/routing/gates.ts';
import type { Availability, Catalog, Mode, Requirement, ServiceRecord } from '../../catalog/record.ts';
import type { Outcome } from '../../rules/condition.ts';
import { judge, type Verdict } from '../../rules/verdict.ts';
import type { Told } from './verdict-text.ts';

/** The nearest value of a fact of the source, with where it comes from. */
export type Read = (fact: string) => Told | undefined;

/** What a verdict needs of a requirement, and what everything must pass. */
type Asked = Pick<Requirement, 'because' | 'that' | 'source' | 'sure' | 'quota' | 'scope'>;

export interface Judged {
	readonly requirement: Asked;
	readonly verdict: Verdict<Told>;
}

/** A service judged for one source: its own requirements, its best mode, and what its strategy and every route asks. */
export interface ServiceVerdict {
	readonly record: ServiceRecord;
	/** A sentence where it takes nobody new. */
	readonly shut?: string;
	readonly own: readonly Judged[];
	/** The planned mode, or else the one that passes furthest. */
	readonly best?: { readonly mode: Mode; readonly judged: readonly Judged[] };
	readonly modes: number;
	/** What its strategy asks beyond that, by the strategy that fits best. */
	readonly strategy: readonly Judged[];
	readonly outcome: Outcome;
	/** It is for other data: nobody would have asked for it here. */
	readonly beside: boolean;
}

/**
Judges a service as planning does, from facts alone; a line is taken as the plan has it. `planned`: the mode in which the plan uses the
service for this source.
*/
export function serviceVerdict(
	record: ServiceRecord,
	{ catalog, asOf, read, planned }: { catalog: Catalog; asOf: string; read: Read; planned?: string | undefined },
): ServiceVerdict {
	const shut = closed(record.availability, asOf, read);
	const own = record.requires.map((requirement) => judged(requirement, read));
	const modes = Object.entries(record.modes).map(([id, mode]) => ({
		isPlanned: id === planned,
		mode,
		judged: (mode.requires ?? []).map((one) => judged(one, read)),
	}));
	const best = modes.find(({ isPlanned }) => isPlanned) ?? modes.toSorted((a, b) => rank(b.judged) - rank(a.judged))[0];
	const everyone = [judged(residencyGate, read)].filter(({ verdict }) => verdict.outcome === 'fails');
	const strategies = record.serves.map((id) =>
		(catalog.strategies[id]?.requires ?? []).map((one) => judged(one, read)),
	);
	const fitting = strategies.toSorted((a, b) => rank(b) - rank(a))[0] ?? [];
	const strategy = [...everyone, ...fitting.filter(({ verdict }) => verdict.outcome !== 'holds')];
	return {
		record,
		...(shut !== undefined && { shut }),
		own,
		...(best && { best }),
		modes: modes.length,
		strategy,
		outcome: shut === undefined ? worst([...own, ...(best?.judged ?? []), ...strategy]) : 'fails',
		beside: [...own, ...(modes.length === 1 ? (best?.judged ?? []) : [])].some(
			({ requirement, verdict }) => requirement.scope === true && verdict.outcome === 'fails',
		),
	};
}

const judged = (requirement: Asked, read: Read): Judged => ({ requirement, verdict: judge(requirement.that, read) });

/** As planning counts it: an unverified failure and a quota that may be raised do not reject. */
function counted({ requirement, verdict }: Judged): Outcome {
	if (verdict.outcome !== 'fails') return verdict.outcome;
	if (requirement.quota !== undefined) return 'holds';
	return requirement.sure ? 'fails' : 'unknown';
}

const order: readonly Outcome[] = ['fails', 'unknown', 'holds'];
const rank = (all: readonly Judged[]): number => Math.min(2, ...all.map((one) => order.indexOf(counted(one))));
const worst = (all: readonly Judged[]): Outcome => order[rank(all)] ?? 'unknown';

function closed(availability: Availability, asOf: string, read: Read): string | undefined {
	if (availability.state === 'open' || availability.state === 'ending' || availability.on > asOf) return undefined;
	const { state, on, existing } = availability;
	if (state !== 'ended' && existing !== undefined && read(existing)?.value === true) return undefined;
	return state === 'ended' ? `It ended on ${on}.` : `It is ${state} since ${on}.`;
}
