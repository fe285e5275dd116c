import type { Ground } from '../advice/ground/ground.ts';
import type { CompiledGate } from '../advice/ground/kernel.ts';
import { followsFrom } from '../advice/ground/read-facts.ts';
import type { Entry } from '../advice/routing/arrange.ts';
import type { Draft, Member } from '../advice/routing/draft.ts';
import { layLine, weighOption } from '../advice/routing/path-options.ts';
import { type Peek, peeker, type Try } from '../advice/tipping/tries.ts';
import { type Means, type Open, tryOf } from './search.ts';
import type { ValuesOf } from './values.ts';

interface Wanted extends Pick<Means, 'open' | 'valuesOf'> {
	readonly peek: Peek;
}

/** Values with which some routes would pass, and the facts that these read. */
export interface Favour {
	readonly tries: readonly Try[];
	readonly reads: ReadonlySet<string>;
}

/** For each route that does not pass as things stand: values of open facts with which it would, each set of values once, the smallest first. */
export function favourable(ground: Ground, draft: Draft, means: Pick<Means, 'open' | 'valuesOf'>): readonly Favour[] {
	const wanted = { ...means, peek: peeker(ground, draft) };
	const found = new Map<string, { tries: readonly Try[]; reads: Set<string> }>();
	for (const member of draft.members) {
		for (const entry of member.entries) {
			if (entry.weighed.outcome === 2 && (entry.option?.weighed.outcome ?? 2) === 2) continue;
			for (const tries of favour(ground, draft, member, entry, wanted)) {
				if (tries.length === 0) continue;
				const key = tries
					.map(({ fact, source, value }) => `${fact}/${source ?? ''}=${value}`)
					.toSorted()
					.join();
				const known = found.get(key) ?? { tries, reads: new Set() };
				for (const fact of [...entry.route.inputs, ...(entry.option?.path?.inputs ?? [])]) known.reads.add(fact);
				found.set(key, known);
			}
		}
	}
	return [...found.values()].toSorted((a, b) => a.tries.length - b.tries.length);
}

/** How many ways to let one route pass are followed. */
const most = 6;

/** Ways in which a route and its line pass, found gate by gate; none when a gate fails whatever the open facts are. */
function favour(
	ground: Ground,
	draft: Draft,
	member: Member,
	entry: Entry,
	{ open, valuesOf, peek }: Wanted,
): readonly (readonly Try[])[] {
	const { row, source } = member;
	const { option, route } = entry;
	const line = option && {
		...option,
		gives: option.gives.map((given) => ({ ...given })),
		weighed: { ...option.weighed },
	};
	const own = open.filter((one) => one.source === undefined || one.source === source.id);
	const judge = (gate: CompiledGate, at: number, tries: readonly Try[]) =>
		peek(tries, () => {
			if (line && at === row) {
				weighOption(ground, line, draft.placeRow);
				layLine(line, row);
			}
			return gate.test(at);
		});
	const onward = (gate: CompiledGate, at: number, tries: readonly Try[]): readonly (readonly Try[])[] => {
		const verdict = judge(gate, at, tries);
		if (verdict === 2) return [tries];
		const usable = own.filter(
			({ fact }) =>
				gate.inputs.some((read) => read === fact || followsFrom[read]?.includes(fact)) &&
				!tries.some((tried) => tried.fact === fact),
		);
		const holds = (more: readonly Try[]) => judge(gate, at, [...tries, ...more]) === 2;
		const singly = usable.flatMap((one) => triesOf(one, valuesOf).find((tried) => holds([tried])) ?? []);
		const ways = singly.length > 0 ? singly.map((tried) => [tried]) : pairsThat(usable, valuesOf, holds);
		if (ways.length > 0) return ways.map((more) => [...tries, ...more]);
		return verdict === 1 || gate.quota !== undefined || !gate.sure ? [tries] : [];
	};
	let ways: readonly (readonly Try[])[] = [[]];
	for (const gate of option?.path?.gates ?? []) {
		ways = ways.flatMap((tries) => onward(gate, draft.placeRow, tries)).slice(0, most);
	}
	for (const gate of route.gates) ways = ways.flatMap((tries) => onward(gate, row, tries)).slice(0, most);
	return ways;
}

/** Of each two facts the first values that let a gate hold together. */
function pairsThat(
	open: readonly Open[],
	valuesOf: ValuesOf,
	holds: (tries: readonly Try[]) => boolean,
): readonly (readonly Try[])[] {
	return open.flatMap((one, index) =>
		open.slice(index + 1).flatMap((other): readonly (readonly Try[])[] => {
			for (const tried of triesOf(one, valuesOf)) {
				const beside = triesOf(other, valuesOf).find((second) => holds([tried, second]));
				if (beside) return [[tried, beside]];
			}
			return [];
		}),
	);
}

const triesOf = (one: Open, valuesOf: ValuesOf): readonly Try[] => valuesOf(one.fact).map((value) => tryOf(one, value));
