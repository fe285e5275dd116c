import type { Ground } from '../advice/ground/ground.ts';
import type { CompiledGate } from '../advice/ground/kernel.ts';
import type { Draft } from '../advice/routing/draft.ts';
import { isRanked } from '../advice/tipping/lively.ts';
import { boundsOn } from '../advice/tipping/points.ts';
import type { Fact, FactValue, Quantity } from '../facts/fact.ts';
import { leavesOf } from '../rules/inputs.ts';

/** Values of a fact that are worth trying because some rule can tell them apart. */
export type ValuesOf = (fact: string) => readonly FactValue[];

/**
Values for the open facts of a draft: both of yes and no; every choice that a rule mentions and one other; for quantities a
point between every two thresholds, both ends of what is plausible, and five more where something is reckoned from them;
for texts what the estate itself knows.
*/
export function valuesFor(ground: Ground, { members, options }: Draft): ValuesOf {
	const routes = new Set(members.flatMap(({ entries }) => entries.map(({ route }) => route)));
	const paths = options.flatMap(({ path }) => path ?? []);
	const byFact = new Map<string, CompiledGate[]>();
	for (const { gates } of [...routes, ...paths]) {
		for (const gate of gates) {
			for (const fact of gate.inputs) {
				const known = byFact.get(fact);
				if (known) known.push(gate);
				else byFact.set(fact, [gate]);
			}
		}
	}
	const isReckoned = (fact: string) => [...routes, ...paths].some(({ terms }) => terms.has(fact));
	const found = new Map<string, readonly FactValue[]>();
	return (fact) => {
		const known = found.get(fact);
		if (known) return known;
		const said = ground.given.vocabulary[fact];
		const values = said ? valuesOf(ground, said, fact, byFact.get(fact) ?? [], isReckoned(fact)) : [];
		found.set(fact, values);
		return values;
	};
}

function valuesOf(
	ground: Ground,
	said: Fact,
	fact: string,
	gates: readonly CompiledGate[],
	reckoned: boolean,
): readonly FactValue[] {
	switch (said.type) {
		case 'yes-no':
			return [true, false];
		case 'choice': {
			if (isRanked(fact) || reckoned) return said.values;
			const mentioned = mentionedIn(gates, fact);
			const other = said.values.find((value) => !mentioned.has(value));
			return [...said.values.filter((value) => mentioned.has(value)), ...(other === undefined ? [] : [other])];
		}
		case 'choices': {
			const mentioned = mentionedIn(gates, fact);
			return [[], ...said.values.filter((value) => mentioned.has(value)).map((value) => [value])];
		}
		case 'text':
			return textsOf(ground, fact);
		case 'quantity':
			return amountsOf(said, gates, fact, reckoned);
		default:
			return said satisfies never;
	}
}

const mentionedIn = (gates: readonly CompiledGate[], fact: string): ReadonlySet<string | boolean> =>
	new Set(
		gates.flatMap(({ that }) => leavesOf(that)).flatMap((leaf) => (leaf.fact === fact && 'is' in leaf ? leaf.is : [])),
	);

function amountsOf(
	{ plausible: [low, high] }: Quantity,
	gates: readonly CompiledGate[],
	fact: string,
	reckoned: boolean,
): readonly number[] {
	const bounds = gates
		.flatMap(({ that }) => boundsOn(that, fact, () => undefined))
		.filter((at) => at >= low && at <= high)
		.toSorted((a, b) => a - b);
	const marks = [low, ...new Set(bounds), high];
	const between = marks.slice(1).flatMap((mark, index) => {
		const before = marks[index] as number;
		return before < mark ? middle(before, mark) : [];
	});
	const from = Math.max(low, high * 1e-9);
	const grid = reckoned || isRanked(fact) ? [1, 2, 3, 4, 5].map((step) => from * (high / from) ** (step / 6)) : [];
	return [...new Set([...marks, ...between, ...grid])].toSorted((a, b) => a - b);
}

/** An amount between two, by their ratio where it has one. */
export function middle(low: number, high: number): number {
	return low > 0 ? Math.sqrt(low * high) : high / 2;
}

function textsOf({ given, read }: Ground, fact: string): readonly string[] {
	const { sources } = given.estate;
	const distinct = (texts: readonly (string | undefined)[]) => [
		...new Set(texts.filter((text) => text !== undefined).toSorted()),
	];
	const trained = read(undefined, 'training.region')?.value;
	switch (fact) {
		case 'training.region':
			return [...distinct(sources.map(({ region }) => region)), 'another'];
		case 'training.account':
			return [...distinct(sources.map(({ account }) => account)), 'another'];
		case 'residency':
			return ['anywhere', ...(typeof trained === 'string' ? [trained] : []), 'eu', 'us'];
		default:
			return [];
	}
}
