import type { Flow, Plan } from '../../source/plan/plan.ts';

/** What a plan must hold for one source. */
interface Wanted {
	/** At least one service of each list carries the source. */
	readonly through?: readonly (readonly string[])[];
	/** Of each list one carries the source, or stands among the alternatives. */
	readonly offers?: readonly (readonly string[])[];
	/** These services may only stand among the rejected. */
	readonly never?: readonly string[];
	/** Among the rejected, with a reason. */
	readonly rejects?: readonly string[];
	/** Settings by service; numbers within 5 %. */
	readonly settings?: Readonly<Record<string, Readonly<Record<string, string | number | boolean>>>>;
	/** Days until its history is there, and dollars a month, within 5 %. */
	readonly days?: number;
	readonly monthly?: number;
	/** Regular expressions that some sentence about its flows matches, in any case. */
	readonly says?: readonly string[];
}

/** What a plan must hold. */
export interface Expected {
	/** One of these. */
	readonly strategy?: readonly string[];
	readonly routes?: Readonly<Record<string, Wanted>>;
	readonly jobs?: readonly string[];
	/** What carries each kind of work. */
	readonly engines?: Readonly<Record<string, string>>;
	readonly controls?: readonly string[];
	/** Controls, or `late`, `quota` and the like, of which the plan reports a finding. */
	readonly findings?: readonly string[];
	/** Regular expressions that some sentence of the plan matches, in any case. */
	readonly says?: readonly string[];
	/** Regular expressions that no sentence of the plan matches. */
	readonly silent?: readonly string[];
	/** Services that carry nothing in the whole plan. */
	readonly never?: readonly string[];
	/** Sources of each wave, in any order. */
	readonly waves?: readonly (readonly string[])[];
	/** Sources for which an honest sentence stands instead of a route. */
	readonly unserved?: readonly string[];
}

/** Every sentence that stands in a plan. */
function sentencesOf(value: unknown): readonly string[] {
	if (typeof value === 'string') return [value];
	if (typeof value !== 'object' || value === null) return [];
	return Object.values(value).flatMap(sentencesOf);
}

const isSaid = (pattern: string, said: readonly string[]): boolean =>
	said.some((sentence) => new RegExp(pattern, 'i').test(sentence));

const flowsOf = (plan: Plan, source: string): readonly Flow[] =>
	plan.flows.filter(({ sources }) => sources.some((id) => id === source || id.endsWith(`/${source}`)));

/** What is not as expected, as sentences; empty when the plan holds. */
export function missing(expected: Expected, plan: Plan): readonly string[] {
	const { strategy, routes = {}, jobs = [], controls = [], findings = [], says = [], silent = [] } = expected;
	const { never = [], unserved = [], waves, engines = {} } = expected;
	const said = sentencesOf(plan);
	const used = new Set(plan.flows.flatMap(({ services }) => services));
	const without = (ids: readonly string[], known: readonly string[]) => ids.filter((id) => !known.includes(id));
	const named = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);
	return [
		...(strategy && !strategy.includes(plan.strategy.id)
			? [`strategy is ${plan.strategy.id}, not ${strategy.join(' or ')}`]
			: []),
		...Object.entries(routes).flatMap(([source, wanted]) => missingOf(source, wanted, flowsOf(plan, source))),
		...without(
			jobs,
			plan.jobs.map(({ does }) => does),
		).map((does) => `no job does ${does}`),
		...without(controls, named(plan.controls)).map((id) => `no control ${id}`),
		...without(
			findings,
			plan.findings.map(({ control }) => control),
		).map((id) => `no finding of ${id}`),
		...says.filter((pattern) => !isSaid(pattern, said)).map((pattern) => `nothing says ${pattern}`),
		...silent.filter((pattern) => isSaid(pattern, said)).map((pattern) => `something says ${pattern}`),
		...Object.entries(engines).flatMap(([does, wanted]) => enginesOff(does, wanted, plan)),
		...(waves ? wavesOff(waves, plan) : []),
		...never.filter((service) => used.has(service)).map((service) => `${service} is used`),
		...without(
			unserved,
			plan.unserved.map(({ source }) => source),
		).map((id) => `${id} has a route`),
	];
}

function enginesOff(does: string, wanted: string, { jobs }: Plan): readonly string[] {
	const found = [...new Set(jobs.filter((job) => job.does === does).map(({ engine }) => engine?.id ?? 'none'))];
	return found.length === 1 && found[0] === wanted
		? []
		: [`${does} goes by ${found.join(' and ') || 'nothing'}, not by ${wanted}`];
}

function wavesOff(wanted: readonly (readonly string[])[], { waves = [] }: Plan): readonly string[] {
	const told = (sources: readonly string[]) => sources.toSorted().join(', ');
	const found = waves.map(({ members }) => told(members.flatMap(({ sources }) => sources)));
	const expected = wanted.map(told);
	return JSON.stringify(found) === JSON.stringify(expected)
		? []
		: [`waves are ${found.join(' | ')}, not ${expected.join(' | ')}`];
}

function missingOf(source: string, wanted: Wanted, flows: readonly Flow[]): readonly string[] {
	const { through = [], offers = [], never = [], rejects = [], settings = {}, says = [] } = wanted;
	const services = flows.flatMap((flow) => flow.services);
	const offered = [...services, ...flows.flatMap((flow) => flow.alternatives.flatMap((other) => other.services))];
	const rejected = flows.flatMap((flow) => flow.rejected.map(({ service }) => service));
	const ways = flows.map((flow) => flow.services.join(' > ')).join(' and ') || 'nothing';
	const lacking = (lists: readonly (readonly string[])[], there: readonly string[]) =>
		lists.filter((any) => !any.some((service) => there.includes(service))).map((any) => any.join(' or '));
	return [
		...lacking(through, services).map((any) => `${source} goes by ${ways}, not by ${any}`),
		...lacking(offers, offered).map((any) => `${source} is not offered ${any}`),
		...never.filter((service) => services.includes(service)).map((service) => `${source} goes by ${service}`),
		...rejects.filter((service) => !rejected.includes(service)).map((service) => `${service} is not rejected for it`),
		...Object.entries(settings).flatMap(([service, values]) => settingsOff(service, values, flows)),
		...figuresOff(source, wanted, flows),
		...says.filter((one) => !isSaid(one, sentencesOf(flows))).map((one) => `nothing says ${one} of ${source}`),
	];
}

const isClose = (actual: unknown, wanted: number): boolean =>
	typeof actual === 'number' && Math.abs(actual - wanted) <= Math.abs(wanted) * 0.05;

function settingsOff(
	service: string,
	values: Readonly<Record<string, string | number | boolean>>,
	flows: readonly Flow[],
): readonly string[] {
	return Object.entries(values).flatMap(([name, wanted]) => {
		const found = flows.flatMap((flow) => flow.settings[service]?.[name] ?? []);
		if (found.some((value) => value === wanted || (typeof wanted === 'number' && isClose(value, wanted)))) return [];
		return [`${name} of ${service} is ${found.join(' and ') || 'not set'}, not ${wanted}`];
	});
}

function figuresOff(source: string, { days, monthly }: Wanted, flows: readonly Flow[]): readonly string[] {
	const most = (part: string) => Math.max(...flows.map(({ estimate }) => estimate[part] ?? 0));
	const total = flows.reduce((sum, { estimate }) => sum + (estimate.monthly ?? 0), 0);
	const complete = most('complete') / 86_400;
	return [
		...(days === undefined || isClose(complete, days) ? [] : [`${source} takes ${complete} days, not ${days}`]),
		...(monthly === undefined || isClose(total, monthly) ? [] : [`${source} costs $${total} a month, not $${monthly}`]),
	];
}
