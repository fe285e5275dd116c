import type { Gate } from '../routing/gates.ts';
import type { Blueprint } from '../routing/routes.ts';
import { CompiledRoute } from './compiled-route.ts';
import { type CompiledGate, compileGates, type Footing, type Route } from './kernel.ts';
import { onceEach } from './once.ts';

/** The routes that a catalogue knows for a family, whatever the sources are. */
export interface Plans {
	/** In the order that breaks ties, each with its place in it. */
	readonly all: readonly { readonly plan: Blueprint; readonly index: number }[];
	/** Those that need no line first, by their place among all. */
	readonly lineless: readonly number[];
	/** Their gates, each once. */
	readonly gates: readonly Gate[];
	/** For each route the places of its own gates among them. */
	readonly places: readonly (readonly number[])[];
	/** Facts that any of them reads. */
	readonly inputs: ReadonlySet<string>;
}

/** Picks the routes of a family, each family once. */
export const plansByFamily = (blueprints: readonly Blueprint[]): ((family: string) => Plans) =>
	onceEach((family: string) => plansFor(family, blueprints));

function plansFor(family: string, blueprints: readonly Blueprint[]): Plans {
	const all = blueprints.flatMap((plan, index) => (plan.families.includes(family) ? [{ plan, index }] : []));
	const gates = [...new Set(all.flatMap(({ plan }) => plan.gates))];
	const placeOf = new Map(gates.map((gate, index) => [gate, index]));
	const isLineless = (index: number): boolean => all[index]?.plan.line === false;
	return {
		all,
		gates,
		lineless: [...[...all.keys()].filter(isLineless), ...[...all.keys()].filter((index) => !isLineless(index))],
		places: all.map(({ plan }) => plan.gates.map((gate) => placeOf.get(gate) as number)),
		inputs: new Set(all.flatMap(({ plan }) => [...plan.inputs])),
	};
}

/** The same compiled over a table. */
export interface Roster {
	readonly plans: Plans;
	readonly routes: readonly Route[];
	readonly gates: readonly CompiledGate[];
}

/** Compiles the routes of a family when they are first asked for; families share the routes that several of them know. */
export function rosters(plansOf: (family: string) => Plans, footing: Footing): (family: string) => Roster {
	const byPlan = new Map<Blueprint, Route>();
	return onceEach((family: string): Roster => {
		const plans = plansOf(family);
		const gates = compileGates(plans.gates, footing);
		const routes = plans.all.map(({ plan, index }, at) => {
			const own = plans.places[at] as readonly number[];
			const route =
				byPlan.get(plan) ??
				new CompiledRoute(
					plan,
					index,
					own.map((place) => gates[place] as CompiledGate),
					footing,
				);
			byPlan.set(plan, route);
			return route;
		});
		return { plans, routes, gates };
	});
}
