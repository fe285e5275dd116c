import type { Reckon } from '../../rules/compile.ts';
import type { Term } from '../../rules/condition.ts';
import type { Blueprint } from '../routing/routes.ts';
import { type CompiledCost, type CompiledGate, compileCosts, type Footing, type Route, reckoner } from './kernel.ts';

/**
A blueprint over the table. A class, since most routes fail at a gate and are never weighed: what they come to is compiled when it
is first asked for.
*/
export class CompiledRoute implements Route {
	readonly index: number;
	readonly blueprint: Blueprint;
	readonly gates: readonly CompiledGate[];
	readonly #footing: Footing;
	#scopes: readonly CompiledGate[] | undefined;
	#lead: Reckon | undefined;
	#firstData: Reckon | undefined;
	#complete: Reckon | undefined;
	#freshness: Reckon | undefined;
	#effortOnce: Reckon | undefined;
	#effortMonthly: Reckon | undefined;
	#costs: readonly CompiledCost[] | undefined;
	#sizing: Route['sizing'] | undefined;

	/** `index`: its place in the order that breaks ties. */
	constructor(blueprint: Blueprint, index: number, gates: readonly CompiledGate[], footing: Footing) {
		this.blueprint = blueprint;
		this.index = index;
		this.gates = gates;
		this.#footing = footing;
	}
	get inputs() {
		return this.blueprint.inputs;
	}
	get terms() {
		return this.blueprint.reckoned;
	}
	get scopes() {
		this.#scopes ??= this.gates.filter(({ scope }) => scope === true);
		return this.#scopes;
	}
	get lead() {
		this.#lead ??= this.#reckon(this.blueprint.lead);
		return this.#lead;
	}
	get firstData() {
		this.#firstData ??= this.#reckon(this.blueprint.firstData);
		return this.#firstData;
	}
	get complete() {
		this.#complete ??= this.#reckon(this.blueprint.complete);
		return this.#complete;
	}
	get freshness() {
		this.#freshness ??= this.#reckon(this.blueprint.freshness ?? Number.NaN);
		return this.#freshness;
	}
	get effortOnce() {
		this.#effortOnce ??= this.#reckon(this.blueprint.effortOnce);
		return this.#effortOnce;
	}
	get effortMonthly() {
		this.#effortMonthly ??= this.#reckon(this.blueprint.effortMonthly);
		return this.#effortMonthly;
	}
	get costs() {
		this.#costs ??= compileCosts(this.blueprint.costs, this.#footing);
		return this.#costs;
	}
	get sizing() {
		this.#sizing ??= this.blueprint.sizing.map(({ by, name, term }) => ({ by, name, reckon: this.#reckon(term) }));
		return this.#sizing;
	}
	#reckon(term: Term): Reckon {
		return reckoner(this.#footing)(term);
	}
}
