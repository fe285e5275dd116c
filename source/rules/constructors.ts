import type { Choice, Choices, Quantity, YesNo } from '../facts/fact.ts';
import type { FactKey, FactOf } from '../facts/index.ts';
import type { Bound, Condition, Term } from './condition.ts';
import type { FormulaId } from './formulas.ts';

type KeysOf<F> = { [K in FactKey]: FactOf<K> extends F ? K : never }[FactKey];
type QuantityKey = KeysOf<Quantity>;
type YesNoKey = KeysOf<YesNo>;
type ChoiceKey = KeysOf<Choice | Choices>;
type ValuesOf<K extends ChoiceKey> = FactOf<K> extends { values: readonly (infer V)[] } ? V : never;

/** The fact has one of these values. */
export const is = <K extends ChoiceKey>(fact: K, ...values: ValuesOf<K>[]): Condition => ({
	fact,
	is: values as unknown as readonly string[],
});
export const yes = (fact: YesNoKey): Condition => ({ fact, is: [true] });
export const no = (fact: YesNoKey): Condition => ({ fact, is: [false] });
export const known = (fact: FactKey): Condition => ({ fact, known: true });
export const atLeast = (fact: QuantityKey, bound: Bound): Condition => ({ fact, atLeast: bound });
export const atMost = (fact: QuantityKey, bound: Bound): Condition => ({ fact, atMost: bound });
export const all = (...parts: Condition[]): Condition => ({ all: parts });
export const any = (...parts: Condition[]): Condition => ({ any: parts });
export const not = (part: Condition): Condition => ({ not: part });

/** A fact as a number, in its own unit. */
export const fact = (key: QuantityKey): Term => ({ fact: key });
export const sum = (...parts: Term[]): Term => ({ sum: parts });
export const product = (...parts: Term[]): Term => ({ product: parts });
export const largest = (...parts: Term[]): Term => ({ largest: parts });
/** A named formula, with settings that differ from its own. */
export const formula = (name: FormulaId, settings?: Readonly<Record<string, number>>): Term =>
	settings ? { formula: name, with: settings } : { formula: name };
/** Holds unless the fact is known and breaks the condition: for limits that hardly any source comes near. */
export const unless = (key: FactKey, condition: Condition): Condition => any({ fact: key, known: false }, condition);
