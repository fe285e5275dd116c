import type { Leg } from '../advice/advice.ts';
import { rounded } from './estimate.ts';
import type { Materials } from './materials.ts';
import type { Flow } from './plan.ts';
import { listed } from './sentences.ts';

type Sizing = Readonly<Record<string, Readonly<Record<string, string | number | boolean>>>>;
type Settings = Flow['settings'][string];

/** The leg that takes the data from its source: the first that is no line. */
export function moverOf(legs: readonly Leg[], { catalog }: Materials): Leg | undefined {
	return legs.find(({ service }) => catalog.services[service]?.slot !== 'path') ?? legs[0];
}

/** The data stays where it is and is asked there. */
export const isInPlace = (legs: readonly Leg[], materials: Materials): boolean =>
	materials.catalog.services[moverOf(legs, materials)?.service ?? '']?.slot === 'access';

/** `AWS DMS over AWS Site-to-Site VPN`, `IoT Core and Amazon Data Firehose`. */
export function routeTitle(
	services: readonly string[],
	{ catalog, title }: Pick<Materials, 'catalog' | 'title'>,
): string {
	const paths = services.filter((service) => catalog.services[service]?.slot === 'path');
	const movers = services.filter((service) => !paths.includes(service));
	const over = paths.length === 0 ? '' : ` over ${listed(paths.map(title), 'and')}`;
	return movers.length === 0 ? listed(paths.map(title), 'and') : `${listed(movers.map(title), 'and')}${over}`;
}

/** Mode, settings of the mode and sizing of each leg, by service id; keys in alphabetical order. */
export function settingsOf(legs: readonly Leg[], sizing: Sizing, { catalog }: Materials): Flow['settings'] {
	return Object.fromEntries(
		legs.map(({ service, mode }) => [
			service,
			sorted({ mode, ...catalog.services[service]?.modes[mode]?.settings, ...whole(sizing[service] ?? {}) }),
		]),
	);
}

/** Numbers without noise; what is not finite is unknown and left out. */
export function whole(settings: Settings): Settings {
	const known = Object.entries(settings).filter(([, value]) => typeof value !== 'number' || Number.isFinite(value));
	return Object.fromEntries(
		known.map(([name, value]) => [name, typeof value === 'number' ? rounded(value, 3) : value]),
	);
}

/** `mode` first, the rest in alphabetical order. */
function sorted({ mode, ...rest }: Settings & { readonly mode: string }): Settings {
	return { mode, ...Object.fromEntries(Object.entries(rest).toSorted(([a], [b]) => (a < b ? -1 : 1))) };
}
