import type { Ground } from '../advice/ground/ground.ts';
import type { CompiledGate } from '../advice/ground/kernel.ts';
import { followsFrom } from '../advice/ground/read-facts.ts';
import type { Entry } from '../advice/routing/arrange.ts';
import type { Draft } from '../advice/routing/draft.ts';
import type { Guess } from './guesses.ts';
import type { Means } from './search.ts';
import { type Judge, judgeOf } from './verdicts.ts';

interface Wanted extends Pick<Means, 'open' | 'guessesOf'> {
	readonly judge: Judge;
	/** The same for the line of its place. */
	readonly judgeLine: Judge;
}

/** Values with which some routes would pass, and the facts that these read. */
export interface Favour {
	readonly guesses: readonly Guess[];
	readonly reads: ReadonlySet<string>;
}

/** For each route that does not pass as things stand: values of open facts with which it would, each set of values once, the smallest first. */
export function* favourable(
	ground: Ground,
	draft: Draft,
	means: Pick<Means, 'open' | 'guessesOf' | 'isDue'>,
): Generator<undefined, readonly Favour[]> {
	const judges = judgeOf(ground, draft, means.open);
	const found = new Map<string, { guesses: readonly Guess[]; reads: Set<string> }>();
	for (const member of draft.members) {
		const judge = judges.ofMember(member);
		const own = [...means.open.keys()].filter((at) => {
			const { source } = means.open[at] as (typeof means.open)[number];
			return source === undefined || source === member.source.id;
		});
		for (const entry of member.entries) {
			if (means.isDue()) yield;
			if (entry.weighed.outcome === 2 && (entry.option?.weighed.outcome ?? 2) === 2) continue;
			for (const guesses of favour(own, entry, { ...means, judge: judge(entry.option), judgeLine: judges.ofLine })) {
				if (guesses.length === 0) continue;
				const key = guesses
					.map(({ mark }) => mark)
					.toSorted((a, b) => a - b)
					.join();
				const known = found.get(key) ?? { guesses, reads: new Set() };
				for (const fact of [...entry.route.inputs, ...(entry.option?.path?.inputs ?? [])]) known.reads.add(fact);
				found.set(key, known);
			}
		}
	}
	return [...found.values()].toSorted((a, b) => a.guesses.length - b.guesses.length);
}

/** How many ways to let one route pass are followed. */
const most = 6;

/** Ways in which a route and its line pass, found gate by gate with open facts that its source reads; none when a gate fails whatever the open facts are. */
function favour(
	own: readonly number[],
	{ option, route }: Entry,
	{ open, guessesOf, judge, judgeLine }: Wanted,
): readonly (readonly Guess[])[] {
	const onward = (gate: CompiledGate, verdictOf: Judge, guesses: readonly Guess[]): readonly (readonly Guess[])[] => {
		const verdict = verdictOf(gate, guesses);
		if (verdict === 2) return [guesses];
		const usable = own.filter((one) => {
			const fact = open[one]?.fact ?? '';
			return (
				gate.inputs.some((read) => read === fact || followsFrom[read]?.includes(fact)) &&
				!guesses.some((guess) => guess.fact === fact)
			);
		});
		const holds = (more: readonly Guess[]) => verdictOf(gate, [...guesses, ...more]) === 2;
		const singly = usable.flatMap((one) => guessesOf(one).find((guess) => holds([guess])) ?? []);
		const ways = singly.length > 0 ? singly.map((guess) => [guess]) : pairsThat(usable, guessesOf, holds);
		if (ways.length > 0) return ways.map((more) => [...guesses, ...more]);
		return verdict === 1 || gate.quota !== undefined || !gate.sure ? [guesses] : [];
	};
	let ways: readonly (readonly Guess[])[] = [[]];
	const follow = (gates: readonly CompiledGate[], verdictOf: Judge): void => {
		for (const gate of gates) {
			if (ways.every((guesses) => verdictOf(gate, guesses) === 2)) continue;
			ways = ways.flatMap((guesses) => onward(gate, verdictOf, guesses)).slice(0, most);
		}
	};
	follow(option?.path?.gates ?? [], judgeLine);
	follow(route.gates, judge);
	return ways;
}

/** Of each two facts the first values that let a gate hold together. */
function pairsThat(
	open: readonly number[],
	guessesOf: Means['guessesOf'],
	holds: (guesses: readonly Guess[]) => boolean,
): readonly (readonly Guess[])[] {
	return open.flatMap((one, index) =>
		open.slice(index + 1).flatMap((other): readonly (readonly Guess[])[] => {
			for (const guess of guessesOf(one)) {
				const beside = guessesOf(other).find((second) => holds([guess, second]));
				if (beside) return [[guess, beside]];
			}
			return [];
		}),
	);
}
