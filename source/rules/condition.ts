/** A bound is a number in the fact's own unit, or another fact of the same unit. */
export type Bound = number | { readonly fact: string };

/**
Plain data. Written by the typed constructors of `constructors.ts`; read from a file it is checked against the vocabulary.
On a fact with several values `is` holds when any of them is among those named. The empty list of `choices` matches `none`.
*/
export type Condition =
	| { readonly fact: string; readonly is: readonly (string | boolean)[] }
	| { readonly fact: string; readonly known: boolean }
	| { readonly fact: string; readonly atLeast: Bound }
	| { readonly fact: string; readonly atMost: Bound }
	| { readonly all: readonly Condition[] }
	| { readonly any: readonly Condition[] }
	| { readonly not: Condition };

/** In the compiled kernel 2, 0, 1: all = min, any = max, not = 2 - v. */
export type Outcome = 'holds' | 'fails' | 'unknown';

/** Arithmetic as data over named formulas. Unknown in, unknown out. Facts count in their own unit. */
export type Term =
	| number
	| { readonly fact: string }
	| { readonly formula: string; readonly with?: Readonly<Record<string, number>> }
	| { readonly sum: readonly Term[] }
	| { readonly product: readonly Term[] }
	| { readonly largest: readonly Term[] };
