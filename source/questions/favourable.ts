import type { Ground } from '../advice/ground/ground.ts';
import type { CompiledGate, Path, Route } from '../advice/ground/kernel.ts';
import { onceEach } from '../advice/ground/once.ts';
import { followsFrom } from '../advice/ground/read-facts.ts';
import type { Draft } from '../advice/routing/draft.ts';
import type { PathOption } from '../advice/routing/path-options.ts';
import type { Guess } from './guesses.ts';
import type { Means } from './search.ts';
import { type Judge, judgeOf } from './verdicts.ts';

/** Values with which some routes would pass. */
export interface Favour {
	readonly guesses: readonly Guess[];
	/** Whether one of these routes reads a fact. */
	readonly reads: (fact: string) => boolean;
}

/** For each route that does not pass as things stand: values of open facts with which it would, each set of values once, the smallest first. */
export function* favourable(
	ground: Ground,
	draft: Draft,
	means: Pick<Means, 'open' | 'guessesOf' | 'isDue'>,
): Generator<undefined, readonly Favour[]> {
	const judges = judgeOf(ground, draft, means.open);
	const found = new Map<string, { readonly guesses: readonly Guess[]; readonly readers: Set<Reader> }>();
	for (const member of draft.members) {
		const own = [...means.open.keys()].filter((at) => {
			const { source } = means.open[at] as (typeof means.open)[number];
			return source === undefined || source === member.source.id;
		});
		const overLine = onceEach(({ path }: PathOption) => {
			return follow([nothing], path?.gates ?? [], passer(own, means, judges.ofLine));
		});
		const judge = judges.ofMember(member);
		const passOver = onceEach((option: PathOption | typeof nothing) =>
			passer(own, means, judge(option === nothing ? undefined : (option as PathOption))),
		);
		for (const { weighed, option, route } of member.entries) {
			if (means.isDue()) yield;
			if (weighed.outcome === 2 && (option?.weighed.outcome ?? 2) === 2) continue;
			const ways = option ? overLine(option) : [nothing];
			for (const guesses of follow(ways, route.gates, passOver(option ?? nothing))) {
				if (guesses.length === 0) continue;
				const key = keyOf(guesses);
				const known = found.get(key) ?? { guesses, readers: new Set() };
				known.readers.add(route);
				if (option?.path) known.readers.add(option.path);
				found.set(key, known);
			}
		}
	}
	return Array.from(found.values(), ({ guesses, readers }) => ({
		guesses,
		reads: (fact: string) => [...readers].some(({ inputs }) => inputs.has(fact)),
	})).toSorted((a, b) => a.guesses.length - b.guesses.length);
}

type Reader = Pick<Route | Path, 'inputs'>;

const nothing: readonly Guess[] = [];

const keyOf = (guesses: readonly Guess[]): string =>
	guesses.length === 1
		? String(guesses[0]?.mark)
		: guesses
				.map(({ mark }) => mark)
				.toSorted((a, b) => a - b)
				.join();

/** How many ways to let one route pass are followed. */
const most = 6;

/** Ways in which gates hold, found one by one, that go on from others; none when a gate fails whatever the open facts are. */
function follow(ways: Ways, gates: readonly CompiledGate[], pass: Pass): Ways {
	return gates.reduce((ways, gate) => {
		let more: (readonly Guess[])[] | undefined;
		for (const [index, guesses] of ways.entries()) {
			const onward = pass(gate, guesses);
			if (!more && onward.length === 1 && onward[0] === guesses) continue;
			more ??= ways.slice(0, index);
			more.push(...onward);
		}
		return more ? more.slice(0, most) : ways;
	}, ways);
}

type Ways = readonly (readonly Guess[])[];

/** Ways in which a gate holds that go on from one. */
type Pass = (gate: CompiledGate, guesses: readonly Guess[]) => Ways;

/** Lets gates hold with open facts that a source reads. Routes share gates: each is looked at once for each way that leads to it. */
function passer(own: readonly number[], { open, guessesOf }: Pick<Means, 'open' | 'guessesOf'>, judge: Judge): Pass {
	const onward: Pass = (gate, guesses) => {
		const verdict = judge(gate, guesses);
		if (verdict === 2) return [guesses];
		const usable = own.filter((one) => {
			const fact = open[one]?.fact ?? '';
			return (
				gate.inputs.some((read) => read === fact || followsFrom[read]?.includes(fact)) &&
				!guesses.some((guess) => guess.fact === fact)
			);
		});
		const holds = (more: readonly Guess[]) => judge(gate, [...guesses, ...more]) === 2;
		const singly = usable.flatMap((one) => guessesOf(one).find((guess) => holds([guess])) ?? []);
		const ways = singly.length > 0 ? singly.map((guess) => [guess]) : pairsThat(usable, guessesOf, holds);
		if (ways.length > 0) return ways.map((more) => [...guesses, ...more]);
		return verdict === 1 || gate.quota !== undefined || !gate.sure ? [guesses] : [];
	};
	const byGate = onceEach((gate: CompiledGate) => onceEach((guesses: readonly Guess[]) => onward(gate, guesses)));
	return (gate, guesses) => byGate(gate)(guesses);
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
