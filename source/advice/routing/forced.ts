import type { Source } from '../../estate/estate.ts';
import { lookup } from '../../estate/glob.ts';
import type { Given } from '../ground/ground.ts';
import type { Entry } from './arrange.ts';

/** What people chose, made to be asked for one source after the other. */
export interface Choices {
	/** Ids of the services chosen for a source, the nearest choice first. */
	readonly routes: (source: string) => readonly string[];
	/** False: no service was chosen for any source, so that nobody needs to ask. */
	readonly any?: boolean;
	/** Strategies that the chosen one allows: itself, or those it mixes. */
	readonly strategies?: ReadonlySet<string>;
}

/** A wish that an arrangement must fulfil: an entry it holds, and entries it is made of. */
export interface Wish {
	readonly must?: (entry: Entry) => boolean;
	readonly only?: (entry: Entry) => boolean;
}

/** Reads the choices among the answers. */
export function choicesOf({ answers, catalog }: Given): Choices {
	const { strategy, routes } = answers.choices;
	const mixes = strategy === undefined ? undefined : (catalog.strategies[strategy]?.mixes ?? [strategy]);
	const wished = lookup(Object.fromEntries(Object.entries(routes).map(([key, service]) => [key, { service }])));
	const any = Object.keys(routes).length > 0;
	return {
		routes: (source) => (any ? wished(source).map(({ service }) => service) : none),
		any,
		...(mixes && { strategies: new Set(mixes) }),
	};
}

/** The nearest service that somebody chose for a source. */
export const chosenFor = ({ any, routes }: Choices, source: string): string | undefined =>
	any === false ? undefined : routes(source)[0];

/**
The wishes for a source, the fullest first: the chosen service within the chosen strategy, the service alone, the strategy
alone. The first that any arrangement fulfils counts; none for a source of which nothing was chosen.
*/
export function mustFor(choices: Choices, source: Source): readonly Wish[] {
	const service = chosenFor(choices, source.id);
	const { strategies } = choices;
	const must = service === undefined ? undefined : (entry: Entry) => runsOver(entry, service);
	const only = strategies && (({ route }: Entry) => strategies.has(route.blueprint.strategy));
	if (must && only) return [{ must, only }, { must }, { only }];
	if (must) return [{ must }];
	return only ? [{ only }] : none;
}

const none: readonly never[] = [];

/** Whether a service is part of a route or of its line. */
export function runsOver({ route, option }: Entry, service: string): boolean {
	return route.blueprint.legs.some((leg) => leg.service === service) || option?.path?.blueprint.leg.service === service;
}
