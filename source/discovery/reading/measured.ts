import type { Facts, Known } from '../../estate/estate.ts';
import type { FactValue } from '../../facts/fact.ts';
import type { FactKey } from '../../facts/index.ts';
import type { DeclaredCall, Reading } from '../collectors/collector.ts';

/** The facts a collector may state: keys of the vocabulary. Undefined means that nobody knows, and leaves the fact out. */
export type Stated = Readonly<Partial<Record<FactKey, FactValue | undefined>>>;

/** Facts with the call that shows them and the time of the reading; what is undefined is left out. */
export function measured(
	stated: Stated,
	{ by, reading }: { by: DeclaredCall; reading: Reading },
): Readonly<Record<string, Known>> {
	const at = reading.now().toISOString();
	return factsOf(stated, `${by.service}:${by.operation}`, at);
}

/** Facts with the evidence and the time given. */
export function factsOf(stated: Stated, evidence: string, at: string): Readonly<Record<string, Known>> {
	const known: Record<string, Known> = {};
	for (const [key, value] of Object.entries(stated)) {
		if (value !== undefined) known[key] = { value, from: 'measured', evidence, at };
	}
	return known;
}

/** A number of which only a bound above is measured: what it is at most, with the interval. */
export const atMostOf = (fact: FactKey, most: number, { evidence, at }: { evidence: string; at: string }): Facts => ({
	[fact]: { value: most, from: 'measured', evidence: `${evidence}, a bound above`, at, between: [0, most] },
});
