import type { Entry } from '../advice/arrange.ts';
import type { Draft, Member } from '../advice/draft.ts';
import type { Ground } from '../advice/ground.ts';
import type { CompiledGate } from '../advice/kernel.ts';
import { layLine, weighOption } from '../advice/path-options.ts';
import { followsFrom } from '../advice/read-facts.ts';
import { type Try, withCells } from '../advice/trial.ts';
import type { FactValue } from '../facts/fact.ts';
import type { Open } from './explore.ts';
import type { ValuesOf } from './values.ts';

interface Wanted {
	readonly open: readonly Open[];
	readonly valuesOf: ValuesOf;
}

/** Values with which some routes would pass, and the facts that these read. */
export interface Favour {
	readonly tries: readonly Try[];
	readonly reads: ReadonlySet<string>;
}

/**
For each route that does not pass as things stand: values of open facts with which it would, as far as any are. Each set of
values once; routes that need one fact only are left out, since every fact has been tried alone.
*/
export function favourable(ground: Ground, draft: Draft, wanted: Wanted): readonly Favour[] {
	const found = new Map<string, { tries: readonly Try[]; reads: Set<string> }>();
	for (const member of draft.members) {
		for (const entry of member.entries) {
			if (entry.weighed.outcome === 2 && (entry.option?.weighed.outcome ?? 2) === 2) continue;
			const tries = favour(ground, draft, member, entry, wanted);
			if (!tries || tries.length < 2) continue;
			const key = tries
				.map(({ fact, source, value }) => `${fact}/${source ?? ''}=${value}`)
				.toSorted()
				.join();
			const known = found.get(key) ?? { tries, reads: new Set() };
			for (const fact of [...entry.route.inputs, ...(entry.option?.path?.inputs ?? [])]) known.reads.add(fact);
			found.set(key, known);
		}
	}
	return [...found.values()];
}

/** Values with which a route and its line pass, gate by gate; undefined when a gate fails whatever the open facts are. */
function favour(
	ground: Ground,
	draft: Draft,
	member: Member,
	entry: Entry,
	wanted: Wanted,
): readonly Try[] | undefined {
	const { row, source } = member;
	const { option } = entry;
	const line = option && {
		...option,
		gives: option.gives.map((given) => ({ ...given })),
		weighed: { ...option.weighed },
	};
	let tries: readonly Try[] = [];
	const satisfy = (gate: CompiledGate, at: number): boolean => {
		const holds = (some: readonly Try[]) =>
			withCells(ground, draft, some, () => {
				if (line && at === row) {
					weighOption(ground, line, draft.placeRow);
					layLine(line, row);
				}
				return gate.test(at);
			});
		if (holds(tries) === 2) return true;
		const usable = wanted.open.filter(
			(one) =>
				(one.source === undefined || one.source === source.id) &&
				gate.inputs.some((fact) => fact === one.fact || followsFrom[fact]?.includes(one.fact)) &&
				!tries.some((tried) => tried.fact === one.fact),
		);
		for (const combination of combinations(usable, wanted.valuesOf)) {
			const more = [...tries, ...combination];
			if (holds(more) !== 2) continue;
			tries = more;
			return true;
		}
		return holds(tries) === 1 || gate.quota !== undefined || !gate.sure;
	};
	for (const gate of option?.path?.gates ?? []) if (!satisfy(gate, draft.placeRow)) return undefined;
	for (const gate of entry.route.gates) if (!satisfy(gate, row)) return undefined;
	return tries;
}

/** Every value of each fact alone, then of each two together. */
function* combinations(open: readonly Open[], valuesOf: ValuesOf): Generator<readonly Try[]> {
	const tries = open.map((one) => valuesOf(one.fact).map((value) => tryOf(one, value)));
	for (const some of tries) for (const one of some) yield [one];
	for (const [index, some] of tries.entries()) {
		for (const others of tries.slice(index + 1)) {
			for (const one of some) for (const other of others) yield [one, other];
		}
	}
}

const tryOf = ({ fact, source }: Open, value: FactValue): Try => ({
	fact,
	value,
	...(source !== undefined && { source }),
});
