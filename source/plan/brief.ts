import type { Advice, AdvisedFlow, CostLine } from '../advice/advice.ts';
import { contradictionFindings } from './contradictions.ts';
import { effortOf } from './costs.ts';
import { type Arriving, anyMerges, wantedReader } from './deliveries.ts';
import type { Told } from './difference-shape.ts';
import { planEstimate, rounded } from './estimate.ts';
import { controlFindings, inOrder } from './findings.ts';
import { moverOf } from './legs.ts';
import type { Materials } from './materials.ts';
import type { Plan, PlanEstimate } from './plan.ts';
import { idOf } from './plan-ids.ts';
import { routeFindings } from './route-findings.ts';
import { named } from './sentences.ts';

/** What advice comes to, as far as it can be told before a plan is composed of it. */
export interface Brief {
	readonly asOf: string;
	readonly strategy: string;
	/** Dollars without work, and hours of work. */
	readonly monthly: number;
	readonly once: number;
	readonly workOnce: number;
	/** Of each flow, all its sources together. */
	readonly flows: readonly { readonly estimate: PlanEstimate }[];
	readonly unserved: number;
	readonly findings: readonly Told[];
}

/** Briefs of the same advice and plan are asked for again and again. */
const known = new WeakMap<Advice, { readonly plan: Plan; readonly brief: Brief }>();

/** The brief of advice. `plan`: the one that stands, which tells the work for which there is a job. */
export function briefOf(plan: Plan, materials: Materials): Brief {
	const found = known.get(materials.advice);
	if (found?.plan === plan) return found.brief;
	const brief = newBriefOf(plan, materials);
	known.set(materials.advice, { plan, brief });
	return brief;
}

function newBriefOf(plan: Plan, materials: Materials): Brief {
	const { advice, asOf } = materials;
	const isDone = doneReader(plan, materials);
	const lines = [
		...advice.flows.flatMap(({ costs }) => costs),
		...advice.paths.flatMap(({ costs }) => costs),
		...advice.controls.flatMap(({ costs }) => costs),
		...advice.preparations.filter(({ id }) => isDone(id)).flatMap(({ costs }) => costs),
	];
	const sum = (per: CostLine['per']) =>
		rounded(
			lines.reduce((total, line) => total + (line.per === per ? rounded(line.dollars, 2) : 0), 0),
			2,
		);
	const estimates = advice.flows.map(({ winner }) => winner.estimate);
	const efforts = [
		...estimates,
		...advice.paths.filter(({ service }) => service !== undefined).map(({ estimate }) => estimate),
		...advice.preparations.flatMap(({ id, engine }) => (engine && isDone(id) ? [effortOf(engine)] : [])),
	];
	return {
		asOf,
		strategy: advice.strategy.id,
		monthly: sum('month'),
		once: sum('once'),
		workOnce: rounded(
			efforts.reduce((total, { effortOnce }) => total + (effortOnce || 0), 0),
			1,
		),
		flows: estimates.map((estimate) => ({ estimate: planEstimate(estimate) })),
		unserved: advice.unserved.length,
		findings: findingsOf(materials).map(({ id, severity, title }) => ({ id, severity, title })),
	};
}

/** Work there is a job for: changes are merged where any come, other work goes on where the plan has it. */
function doneReader({ jobs }: Plan, materials: Materials): (id: string) => boolean {
	return (id) => {
		const record = materials.catalog.preparations[id];
		if (record?.job === 'merge') return anyMerges(materials);
		return jobs.some(({ does, title }) => does === record?.job && title === record.title);
	};
}

function findingsOf(materials: Materials) {
	const { flows } = materials.advice;
	const wantedOf = wantedReader(flows, materials);
	const arriving = flows.map((flow) => new ArrivingFlow(flow, materials, wantedOf));
	return inOrder([
		...controlFindings(materials),
		...routeFindings(arriving, materials),
		...contradictionFindings(materials),
	]);
}

/** A flow as findings tell of it, under the id it has nearly always. A class, since there are thousands. */
class ArrivingFlow implements Arriving {
	readonly flow: AdvisedFlow;
	readonly #materials: Materials;
	readonly #wantedOf: (flow: AdvisedFlow) => number;

	constructor(flow: AdvisedFlow, materials: Materials, wantedOf: (flow: AdvisedFlow) => number) {
		this.flow = flow;
		this.#materials = materials;
		this.#wantedOf = wantedOf;
	}
	get id() {
		const [first = this.flow.place] = this.flow.sources;
		return idOf(this.#materials.title(first), moverOf(this.flow.winner.route, this.#materials)?.service ?? 'route');
	}
	get from() {
		return named(this.flow.sources.toSorted().map(this.#materials.title));
	}
	get wanted() {
		return this.#wantedOf(this.flow);
	}
}
