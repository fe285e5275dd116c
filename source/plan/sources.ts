import type { Known } from '../estate/estate.ts';
import { clean } from '../facts/clean.ts';
import { together } from './estimate.ts';
import { estimateIn, rejections } from './flows.ts';
import type { Materials } from './materials.ts';
import type { Plan, PlanEstimate, PlanKnown, PlannedSource } from './plan.ts';
import { sentence } from './sentences.ts';

/** Every source that the plan serves or cannot serve, in the order of their ids. */
export function sourcesOf(materials: Materials): readonly PlannedSource[] {
	const { advice, sources, title } = materials;
	const estimates = new Map<string, readonly PlanEstimate[]>();
	for (const flow of advice.flows) {
		for (const id of flow.sources) estimates.set(id, [...(estimates.get(id) ?? []), estimateIn(flow, id)]);
	}
	const write = statementWriter();
	const unserved = advice.unserved.map(({ source }) => source);
	return [...new Set([...estimates.keys(), ...unserved])].toSorted().flatMap((id) => {
		const source = sources.get(id);
		if (!source) return [];
		const { kind, family, place, account, region } = source;
		return {
			id,
			title: title(id),
			kind: clean(kind),
			family,
			place,
			...(account !== undefined && { account: clean(account) }),
			...(region !== undefined && { region: clean(region) }),
			strategy: advice.strategy.bySource[id] ?? advice.strategy.id,
			decidedBy: write(advice.decidedBy[id] ?? {}),
			estimate: together(estimates.get(id) ?? []),
		};
	});
}

/** Sources without a route, and what was tried. */
export function unservedOf(materials: Materials): Plan['unserved'] {
	return materials.advice.unserved
		.map(({ source, reasons, rejected }) => ({
			source,
			reasons: reasons.map(sentence),
			rejected: rejections(rejected, materials),
		}))
		.toSorted((a, b) => (a.source < b.source ? -1 : 1));
}

/** Writes statements by name; what is assumed for many sources is one statement. */
function statementWriter(): (facts: Readonly<Record<string, Known>>) => Readonly<Record<string, PlanKnown>> {
	const written = new WeakMap<Known, PlanKnown>();
	const write = (known: Known): PlanKnown => {
		if (known.from !== 'assumed') return planKnown(known);
		const found = written.get(known) ?? planKnown(known);
		written.set(known, found);
		return found;
	};
	const inOrder = keySorter();
	return (facts) => {
		const found: Record<string, PlanKnown> = {};
		for (const fact of inOrder(Object.keys(facts))) found[fact] = write(facts[fact] as Known);
		return found;
	};
}

/** Sorts names; sources of a kind have the same ones in the same order, so that they are sorted once. */
function keySorter(): (keys: readonly string[]) => readonly string[] {
	const known = new Map<number, { readonly keys: readonly string[]; readonly sorted: readonly string[] }[]>();
	return (keys) => {
		const alike = known.get(keys.length) ?? [];
		known.set(keys.length, alike);
		const found = alike.find((one) => one.keys.every((key, index) => key === keys[index]));
		if (found) return found.sorted;
		const sorted = keys.toSorted();
		if (alike.length < 50) alike.push({ keys, sorted });
		return sorted;
	};
}

/** A statement as the plan holds it: safe to print, without the interval of a sample. */
function planKnown({ value, from, evidence, at, by }: Known): PlanKnown {
	const safe = typeof value === 'string' ? clean(value) : Array.isArray(value) ? value.map(clean) : value;
	return { value: safe, from, evidence: clean(evidence), at, ...(by !== undefined && { by: clean(by) }) };
}

/** What was said about the workload: its own facts, and what holds for every source unless a source says otherwise. */
export function workloadOf({ vocabulary, known }: Materials): Plan['workload'] {
	return Object.fromEntries(
		Object.entries(vocabulary).flatMap(([fact, { about }]) => {
			const found = known(undefined, fact);
			const tells = found && (about === 'workload' || found.from !== 'assumed');
			return tells ? [[fact, planKnown(found)]] : [];
		}),
	);
}
