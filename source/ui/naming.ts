import type { Alternative, Flow, Plan } from '../plan/plan.ts';

/** Services that are lines: those of the places, and those that could have been. */
const linesOf = ({ places }: Plan): ReadonlySet<string> =>
	new Set(places.flatMap(({ path, rejected }) => [...(path ? [path] : []), ...rejected.map(({ service }) => service)]));

/** The service that tells an alternative from the route in place: the first that is neither in that route nor a line, or the line where only that differs. */
export function namingService({ services }: Alternative, flow: Flow, plan: Plan): string | undefined {
	const lines = linesOf(plan);
	const own = services.filter((service) => !lines.has(service));
	const before = flow.services.filter((service) => !lines.has(service));
	const others = services.filter((service) => !flow.services.includes(service));
	if (own.length > 0 && own.join() === before.join()) return others.find((service) => lines.has(service));
	return others.find((service) => !lines.has(service)) ?? services.at(-1);
}

/** What choosing an alternative means for others: a line is shared by everything at its place. */
export function sharedLine(alternative: Alternative, flow: Flow, plan: Plan): string | undefined {
	const service = namingService(alternative, flow, plan);
	if (service === undefined || !linesOf(plan).has(service)) return undefined;
	return 'It differs in its line alone: everything at this place would share that line.';
}
