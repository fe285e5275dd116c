import { isOfLine } from '../../facts/fact.ts';
import { type CompiledGate, moneyFacts } from '../ground/kernel.ts';
import { needFacts } from '../ground/need.ts';
import { turnsWith } from '../ground/read-facts.ts';
import type { Entry } from '../routing/arrange.ts';
import { type Draft, type Member, underEach } from '../routing/draft.ts';
import { layLine, type PathOption } from '../routing/path-options.ts';

/**
A draft of its own without the lines and routes that fail whatever some facts are, and therefore decide nothing between
their values.
*/
export function lively(draft: Draft, facts: readonly string[]): Draft {
	const { options, livelyMember } = livelyIn(draft, facts);
	return { ...draft, options, members: draft.members.map(livelyMember) };
}

/** The same in parts. */
export function livelyIn(
	draft: Pick<Draft, 'options' | 'placeRow'>,
	facts: readonly string[],
): { readonly options: Draft['options']; readonly livelyMember: (member: Member) => Member } {
	const turning = new Set(facts.flatMap(turnsWith));
	const copies = new Map<PathOption, PathOption>();
	for (const option of livelyLines(draft, turning)) {
		copies.set(option, {
			...option,
			gives: option.gives.map((given) => ({ ...given })),
			weighed: { ...option.weighed },
		});
	}
	const options = [...copies.values()];
	return {
		options,
		livelyMember: (member) => {
			const entries = livelyEntries(member, turning, copies);
			return { ...member, entries, under: underEach(options, entries) };
		},
	};
}

/** The lines of a draft that do not fail whatever some facts are, with what turns with these. */
export function livelyLines(
	{ options, placeRow }: Pick<Draft, 'options' | 'placeRow'>,
	turning: ReadonlySet<string>,
): readonly PathOption[] {
	return options.filter(({ path }) => !failsAnyway(path?.gates ?? [], placeRow, (fact) => turning.has(fact)));
}

function livelyEntries(
	{ entries, row }: Member,
	turning: ReadonlySet<string>,
	copies: ReadonlyMap<PathOption, PathOption>,
): readonly Entry[] {
	const kept: Entry[] = [];
	let laid: PathOption | undefined;
	for (const { route, option: own, weighed } of entries) {
		const option = own && copies.get(own);
		if (own && !option) continue;
		const { path } = option ?? {};
		const relaid = path !== undefined && [...turning].some((fact) => path.inputs.has(fact));
		if (option && option !== laid) layLine(option, row);
		laid = option ?? laid;
		const turns = (fact: string) => turning.has(fact) || (relaid && isOfLine(fact));
		if (weighed.outcome === 0 && failsAnyway(route.gates, row, turns)) continue;
		kept.push({ route, weighed: { ...weighed }, ...(option && { option }) });
	}
	return kept;
}

/** Whether a gate fails that reads nothing which may turn. */
export function failsAnyway(gates: readonly CompiledGate[], row: number, turns: (fact: string) => boolean): boolean {
	return gates.some(
		(gate) => gate.sure && gate.quota === undefined && gate.test(row) === 0 && !gate.inputs.some(turns),
	);
}

/** Whether the ranking itself reads a fact, or what turns with it, whatever the records do. */
export const isRanked = (fact: string): boolean => turnsWith(fact).some(ranks);

const ranks = (fact: string): boolean => needFacts.has(fact) || moneyFacts.has(fact);

/** Facts that decide by themselves what is wanted at all, even where there is nothing to choose from. */
const decidesAlone: ReadonlySet<string> = new Set(['use', 'volume', 'change', 'stateful', 'lookups']);

/**
Whether anything that is left of a draft reads a fact (of one source, if it is told): a gate, or where there is something to
choose from, what is ranked. If not, no value of it can turn a route. `turning`: what turns with it.
*/
export function matters(
	{ members, options }: Draft,
	fact: string,
	only?: string,
	turning: readonly string[] = turnsWith(fact),
): boolean {
	if (decidesAlone.has(fact)) return true;
	const isRead = (inputs: ReadonlySet<string>) => turning.some((one) => inputs.has(one));
	if (options.some(({ path }) => path && isRead(path.inputs))) return true;
	return members.some(({ source, entries }) => {
		if (only !== undefined && source.id !== only) return false;
		if (entries.length > 1 && turning.some(ranks)) return true;
		return entries.some(
			({ route }) =>
				isRead(route.inputs) &&
				(entries.length > 1 || route.gates.some(({ inputs }) => turning.some((one) => inputs.includes(one)))),
		);
	});
}
