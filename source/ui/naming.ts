import type { Alternative, Flow, Plan } from '../plan/plan.ts';

/** The service that tells an alternative from the route in place: the first that is neither in that route nor a line. */
export function namingService({ services }: Alternative, flow: Flow, { places }: Plan): string | undefined {
	const lines = new Set(places.flatMap(({ path }) => path ?? []));
	return (
		services.find((service) => !flow.services.includes(service) && !lines.has(service)) ??
		services.find((service) => !flow.services.includes(service)) ??
		services.at(-1)
	);
}
