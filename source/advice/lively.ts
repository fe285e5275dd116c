import type { Entry } from './arrange.ts';
import { type Draft, type Member, underEach } from './draft.ts';
import type { CompiledGate } from './kernel.ts';
import { layLine, type PathOption } from './path-options.ts';
import { turnsWith } from './read-facts.ts';

/**
A draft of its own without the lines and routes that fail whatever some facts are, and therefore decide nothing between
their values.
*/
export function lively(draft: Draft, facts: readonly string[]): Draft {
	const turning = new Set(facts.flatMap(turnsWith));
	const copies = new Map<PathOption, PathOption>();
	for (const option of draft.options) {
		const gates = option.path?.gates ?? [];
		if (failsAnyway(gates, draft.placeRow, (fact) => turning.has(fact))) continue;
		copies.set(option, {
			...option,
			gives: option.gives.map((given) => ({ ...given })),
			weighed: { ...option.weighed },
		});
	}
	const options = [...copies.values()];
	const members = draft.members.map((member): Member => {
		const entries = livelyEntries(member, turning, copies);
		return { ...member, entries, under: underEach(options, entries) };
	});
	return { ...draft, options, members };
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
		const turns = (fact: string) => turning.has(fact) || (relaid && fact.startsWith('path.'));
		if (weighed.outcome === 0 && failsAnyway(route.gates, row, turns)) continue;
		kept.push({ route, weighed: { ...weighed }, ...(option && { option }) });
	}
	return kept;
}

function failsAnyway(gates: readonly CompiledGate[], row: number, turns: (fact: string) => boolean): boolean {
	return gates.some(
		(gate) => gate.sure && gate.quota === undefined && gate.test(row) === 0 && !gate.inputs.some(turns),
	);
}
