interface Said {
	readonly title: string;
	/** The widest scope at which the fact may be stated; the nearest statement (source over place over workload) wins. */
	readonly about: 'workload' | 'place' | 'source';
	/** How a person is asked. A fact without a question is only ever measured or declared. */
	readonly question?: string;
	/** One or two sentences that explain the term and why the answer matters. */
	readonly help?: string;
}

/** The unit a quantity is held in. A person's KB, MB, GB, TB are decimal; KiB to TiB are binary. */
export type Unit =
	| 'bytes'
	| 'bytes-per-second'
	| 'bits-per-second'
	| 'seconds'
	| 'per-second'
	| 'per-month'
	| 'dollars'
	| 'hours'
	| 'count'
	| 'share';

export interface Quantity extends Said {
	readonly type: 'quantity';
	readonly unit: Unit;
	/** The range that a sensible person would defend; what lies outside is refused with a sentence. */
	readonly plausible: readonly [low: number, high: number];
	readonly assume?: number;
}
export interface Choice<C extends string = string> extends Said {
	readonly type: 'choice';
	readonly values: readonly C[];
	readonly assume?: C;
}
/** Several may hold at once (compliance regimes). At most 15 values; the empty list means "none". */
export interface Choices<C extends string = string> extends Said {
	readonly type: 'choices';
	readonly values: readonly C[];
	readonly assume?: readonly C[];
}
export interface YesNo extends Said {
	readonly type: 'yes-no';
	readonly assume?: boolean;
}
interface Text extends Said {
	readonly type: 'text';
	readonly assume?: string;
	/** Where only texts of one form make sense: a regular expression for the whole text in small letters, and its words. */
	readonly form?: { readonly like: string; readonly says: string };
}

/** What can be said: its type, how it is asked, what is assumed when nobody says. */
export type Fact = Quantity | Choice | Choices | YesNo | Text;

/** Ours, or ours and an organisation's: a value that is passed in, never a global. */
export type Vocabulary = Readonly<Record<string, Fact>>;

export type FactValue = number | boolean | string | readonly string[];

/** Whether a fact is what a network path gives to whoever travels over it: laid over rows, never stated. */
export const isOfLine = (fact: string): boolean => fact.startsWith('path.');
