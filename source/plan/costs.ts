import type { AdvisedEngine, CostLine, Estimate, Unpriced } from '../advice/advice.ts';
import type { Delivery } from './deliveries.ts';
import { rounded, sixDigits } from './estimate.ts';
import type { Materials } from './materials.ts';
import type { CostItem, Costs, Job } from './plan.ts';
import { sentence } from './sentences.ts';

/** What the plan costs: every line with what it is for, summed without work; work in hours apart; what could not be priced, and why. */
export function costsOf(deliveries: readonly Delivery[], jobs: readonly Job[], materials: Materials): Costs {
	const { advice } = materials;
	const made = jobsByPreparation(jobs, materials);
	const lines = [
		...deliveries.flatMap(({ id, flow }) => flow.costs.map((line) => item(id, line))),
		...advice.paths.flatMap(({ place, costs }) => costs.map((line) => item(place, line))),
		...advice.controls.flatMap(({ id, costs }) => costs.map((line) => item(id, line))),
		// Work for which the plan has no job, since the route does it already, costs nothing more.
		...advice.preparations.flatMap(({ id, costs }) => {
			const job = made.get(id);
			return job === undefined ? [] : costs.map((line) => item(job, line));
		}),
	].toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
	const sum = (per: CostItem['per']) =>
		rounded(
			lines.reduce((total, line) => total + (line.per === per ? line.dollars : 0), 0),
			2,
		);
	const efforts = [
		...deliveries.map(({ flow }) => flow.winner.estimate),
		...advice.paths.filter(({ service }) => service !== undefined).map(({ estimate }) => estimate),
		...advice.preparations.flatMap(({ id, engine }) => (engine && made.has(id) ? [effortOf(engine)] : [])),
	];
	const hours = (part: 'effortOnce' | 'effortMonthly') =>
		rounded(
			efforts.reduce((total, estimate) => total + (estimate[part] || 0), 0),
			1,
		);
	return {
		oneOff: sum('once'),
		monthly: sum('month'),
		workOnce: hours('effortOnce'),
		workMonthly: hours('effortMonthly'),
		region: advice.pricesOf.region,
		asOf: advice.pricesOf.asOf,
		lines,
		excluded: deliveries.flatMap(({ id, flow }) => (flow.unpriced ?? []).map((line) => excluded(id, line, materials))),
	};
}

/** Work to set an engine up and to look after it, as estimates tell it. */
export const effortOf = ({ effort }: AdvisedEngine): Pick<Estimate, 'effortOnce' | 'effortMonthly'> => ({
	effortOnce: effort.once,
	effortMonthly: effort.monthly,
});

const orderOf = ({ for: of, per, title, service }: CostItem): string => JSON.stringify([of, per, title, service]);

function item(of: string, { by, title, per, quantity, unit, dollars, sure }: CostLine): CostItem {
	return { for: of, service: by, title, per, quantity: sixDigits(quantity), unit, dollars: rounded(dollars, 2), sure };
}

function excluded(of: string, { by, price, why }: Unpriced, { title }: Materials): Costs['excluded'][number] {
	return { for: of, why: sentence(`${title(by)}, ${price}: ${why}`) };
}

/** The first job of each preparation, so that its cost stands at something of the plan. */
function jobsByPreparation(jobs: readonly Job[], { advice, catalog }: Materials): ReadonlyMap<string, string> {
	return new Map(
		advice.preparations.flatMap(({ id }) => {
			const does = catalog.preparations[id]?.job;
			const title = catalog.preparations[id]?.title;
			const job = jobs.find((one) => one.does === does && one.title === title);
			return job ? [[id, job.id] as const] : [];
		}),
	);
}
