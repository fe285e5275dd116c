import type { Ground } from '../advice/ground/ground.ts';
import type { CompiledGate } from '../advice/ground/kernel.ts';
import { onceEach } from '../advice/ground/once.ts';
import type { Draft, Member } from '../advice/routing/draft.ts';
import { layLine, type PathOption, weighOption } from '../advice/routing/path-options.ts';
import { peeker } from '../advice/tipping/tries.ts';
import { isOfLine } from '../facts/fact.ts';
import { type Reads, readsIn } from './desk.ts';
import { type Guess, keyOf, type Open } from './guesses.ts';

/** How a gate comes out under guesses: 2 holds, 1 unknown, 0 fails. */
export type Judge = (gate: CompiledGate, guesses: readonly Guess[]) => number;

/** Judges of the rows of a draft. Routes share gates, and most guesses are read by few of them: each is judged once for what it reads. */
export interface Judges {
	/** On the row of the place. */
	readonly ofLine: Judge;
	/** On the row of a source, over a line. */
	readonly ofMember: (member: Member) => (option: PathOption | undefined) => Judge;
}

/** To be made while nothing is tried. */
export function judgeOf(ground: Ground, draft: Draft, open: readonly Open[]): Judges {
	const peek = peeker(ground, draft);
	const { place, placeRow } = draft;
	const readsLine = onceEach(({ inputs }: CompiledGate) => inputs.some(isOfLine));
	return {
		ofLine: keeping(
			(gate) => readsIn(open, (fact) => gate.inputs.includes(fact), place?.id ?? ''),
			(gate, guesses) => peek(guesses, () => gate.test(placeRow)),
		),
		ofMember: ({ row, source }) => {
			const readsOf = (gate: CompiledGate, path?: PathOption['path']): Reads =>
				readsIn(open, (fact) => gate.inputs.includes(fact) || (path?.inputs.has(fact) ?? false), source.id);
			const plain = keeping(readsOf, (gate, guesses) => peek(guesses, () => gate.test(row)));
			const over = new Map<PathOption, Judge>();
			const judgeOver = (option: PathOption): Judge => {
				const line = {
					...option,
					gives: option.gives.map((given) => ({ ...given })),
					weighed: { ...option.weighed },
				};
				return keeping(
					(gate) => readsOf(gate, option.path),
					(gate, guesses) =>
						peek(guesses, () => {
							weighOption(ground, line, placeRow);
							layLine(line, row);
							return gate.test(row);
						}),
				);
			};
			return (option) => {
				if (!option) return plain;
				const found = over.get(option) ?? judgeOver(option);
				over.set(option, found);
				return (gate, guesses) => (readsLine(gate) ? found(gate, guesses) : plain(gate, guesses));
			};
		},
	};
}

/** Judges a gate once for whatever is guessed of what it reads. */
function keeping(readsOf: (gate: CompiledGate) => Reads, judge: Judge): Judge {
	const known = new Map<CompiledGate, { readonly reads: Reads; readonly verdicts: Map<number | string, number> }>();
	return (gate, guesses) => {
		const own = known.get(gate) ?? { reads: readsOf(gate), verdicts: new Map<number | string, number>() };
		known.set(gate, own);
		const key = keyOf(guesses, own.reads);
		const verdict = own.verdicts.get(key) ?? judge(gate, guesses);
		own.verdicts.set(key, verdict);
		return verdict;
	};
}
