import { assumptionsOf, openQuestions } from './assumptions.ts';
import { boundAssumptions, boundFindings, undecidedIn } from './bounds.ts';
import { contradictionFindings } from './contradictions.ts';
import { costsOf } from './costs.ts';
import { type Delivery, deliveriesOf } from './deliveries.ts';
import { controlFindings, controlsOf, inOrder } from './findings.ts';
import { changesOf, flowsOf } from './flows.ts';
import { gapFindings, gapsOf } from './gaps.ts';
import { grantsOf } from './grants.ts';
import { jobsOf } from './jobs.ts';
import { type Composition, type Materials, materialsOf } from './materials.ts';
import { namesOf } from './names.ts';
import { networkOf } from './network.ts';
import { placesOf } from './places.ts';
import type { Finding, Plan } from './plan.ts';
import { quotaFindings, raisesOf } from './quotas.ts';
import { routeFindings } from './route-findings.ts';
import { sentence } from './sentences.ts';
import { sourcesOf, unservedOf, workloadOf } from './sources.ts';
import { stepsOf } from './steps.ts';
import { storesOf } from './stores.ts';
import { textbookOf } from './textbook.ts';
import { tell } from './told.ts';
import { wavesOf } from './waves/waves.ts';

/**
The plan that follows from advice: flows into stores, the work behind them, who may do what, what must hold and where it does
not, what it costs and what people do by hand. Pure: the same input gives the same plan, byte for byte when printed.
*/
export function compose(given: Composition): Plan {
	const materials = materialsOf(given);
	const deliveries = deliveriesOf(materials);
	const flows = flowsOf(deliveries, materials);
	const jobs = jobsOf(deliveries, materials);
	const places = placesOf(materials);
	const gaps = gapsOf(materials);
	const told = tell(materials.advice.decidedBy);
	const undecided = undecidedIn(deliveries, materials);
	const findings = inOrder([...findingsOf(deliveries, gaps, materials), ...boundFindings(undecided, materials)]);
	const waves = wavesOf(materials);
	const { asOf, madeBy, hashes } = given;
	const plan: Omit<Plan, 'names'> = {
		version: 2,
		asOf,
		madeBy,
		madeFrom: hashes,
		workload: workloadOf(materials),
		origins: told.origins,
		strategy: strategyOf(materials),
		places,
		alike: told.alike,
		sources: sourcesOf(told, materials),
		flows,
		unserved: unservedOf(materials),
		stores: storesOf(deliveries, jobs, materials),
		jobs,
		controls: controlsOf(materials),
		findings,
		grants: grantsOf(deliveries, jobs, materials),
		network: networkOf(deliveries, jobs, materials),
		costs: costsOf(deliveries, jobs, materials),
		assumptions: [...assumptionsOf(materials), ...boundAssumptions(undecided, materials)],
		questions: openQuestions(materials),
		gaps,
		textbook: textbookOf(flows, places, materials),
		waves,
		steps: stepsOf({ deliveries, jobs, findings, waves }, materials),
	};
	return { ...plan, names: namesOf(plan, materials) };
}

function strategyOf(materials: Materials): Plan['strategy'] {
	const { id, reasons, rejected, changes } = materials.advice.strategy;
	return {
		id,
		reasons: reasons.map(sentence),
		rejected: rejected.map((other) => ({ id: other.id, reason: sentence(other.reason) })),
		changes: changesOf(changes, materials),
	};
}

function findingsOf(deliveries: readonly Delivery[], gaps: Plan['gaps'], materials: Materials): readonly Finding[] {
	return [
		...controlFindings(materials),
		...routeFindings(deliveries, materials),
		...quotaFindings(raisesOf(deliveries, materials), materials),
		...contradictionFindings(materials),
		...gapFindings(gaps, materials),
	];
}
