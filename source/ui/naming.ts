import type { Alternative, Flow, Plan } from '../plan/plan.ts';

/** Services that are lines: those of the places, and those that could have been. */
const linesOf = ({ places }: Plan): ReadonlySet<string> =>
	new Set(places.flatMap(({ path, rejected }) => [...(path ? [path] : []), ...rejected.map(({ service }) => service)]));

/** The service that tells an alternative from the route in place: the first that is neither in that route nor a line. Undefined where only the line differs. */
export function namingService({ services }: Alternative, flow: Flow, plan: Plan): string | undefined {
	const lines = linesOf(plan);
	const own = services.filter((service) => !lines.has(service));
	const before = flow.services.filter((service) => !lines.has(service));
	if (own.length > 0 && own.join() === before.join()) return undefined;
	return own.find((service) => !flow.services.includes(service)) ?? services.at(-1);
}

/** Why an alternative cannot be chosen for its sources by themselves: it differs in the line alone, which the whole place shares. */
export function lineAlone(alternative: Alternative, flow: Flow, plan: Plan): string | undefined {
	if (namingService(alternative, flow, plan) !== undefined) return undefined;
	const place = plan.places.find(({ id }) => id === flow.place);
	const reason = place?.rejected.find(({ service }) => alternative.services.includes(service))?.reason;
	return ['It differs in its line alone, and everything at one place shares a line.', reason].filter(Boolean).join(' ');
}
