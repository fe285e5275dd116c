import type { AdvisedFlow, Candidate } from '../advice.ts';
import type { Ground } from '../ground/ground.ts';
import type { FlowDraft } from '../routing/flows.ts';
import { runsOver } from '../routing/forced.ts';
import { availabilityGates, titleOf } from '../routing/gates.ts';
import { leastOf } from '../routing/totals.ts';
import { doubtsOf } from './doubts.ts';
import { cent, dollars, listed, routeTitle, time, titlesOf } from './words.ts';

/** What decided for the route of a flow, in the order in which routes are ranked: choice, certainty, deadline, age, cost. */
export function reasonsOf(
	ground: Ground,
	flow: FlowDraft,
	{ winner, alternatives }: Pick<AdvisedFlow, 'winner' | 'alternatives'>,
): readonly string[] {
	const said = [
		...chosenReason(ground, flow),
		...inPlaceReason(winner),
		...timeReason(ground, flow, winner),
		...ageReason(ground, flow, winner),
		...costReason(ground, winner, alternatives),
		...doubtReason(ground, flow, winner),
	];
	if (said.length > 0) return said;
	return ['It is the first by name of those that pass: how old its data becomes and what it costs is not known yet.'];
}

function chosenReason({ given }: Ground, { chosen, lead }: FlowDraft): readonly string[] {
	if (chosen === undefined) return [];
	const title = titleOf(given.catalog, chosen);
	if (lead.arrangement?.carriers.some(({ entry }) => runsOver(entry, chosen)))
		return [`${title} was chosen by a person.`];
	const record = given.catalog.services[chosen];
	const [shut] = record ? availabilityGates(chosen, record.availability, given.today, given.catalog) : [];
	const why = !record ? ': there is no such service' : shut ? `: ${shut.because}` : '; see why among the rejected';
	return [`${title} was chosen by a person, but cannot carry this data${why}.`];
}

const inPlaceReason = ({ access }: Candidate): readonly string[] =>
	access === 'in place' ? ['The data stays where it is and is read there; nothing has to be moved.'] : [];

function timeReason(
	ground: Ground,
	flow: FlowDraft,
	{ carries, estimate, late, access }: Candidate,
): readonly string[] {
	if (carries === 'changes') return [];
	const { complete, lead = 0 } = estimate;
	if (complete === undefined) return ['How long it takes is not known.'];
	const whole = complete + lead;
	if (access === 'in place' && whole === 0) return [];
	const ordering = lead > 0 && lead < whole ? `, of which ${time(lead)} until it can start` : '';
	if (late > 0) {
		return [
			`It takes ${time(whole)}${ordering}, ${time(late)} beyond the deadline, and nothing that passes is sooner.`,
		];
	}
	const allowed = leastOf(ground, flow.rows, ['deadline']);
	return [`It is in time: ${time(whole)} of ${time(allowed)}${ordering}.`];
}

function ageReason(ground: Ground, flow: FlowDraft, { carries, estimate, stale }: Candidate): readonly string[] {
	if (carries === 'history' || estimate.freshness === undefined) return [];
	const keep = flow.lead.carrier.purpose === 'keep';
	if (stale > 0 && !keep) {
		return [
			`It keeps data ${time(estimate.freshness)} old, ${time(stale)} more than may be, and nothing that passes is fresher.`,
		];
	}
	const allowed = leastOf(ground, flow.rows, ['freshness', ...(keep ? ['retraining'] : [])]);
	if (estimate.freshness === 0) return ['It is always fresh: what is read is the source itself.'];
	const copy = keep ? 'It keeps a copy beside the stream' : 'It is fresh enough';
	return [`${copy}: ${time(estimate.freshness)} old where ${time(allowed)} may be.`];
}

function costReason(
	ground: Ground,
	{ estimate, route }: Candidate,
	alternatives: AdvisedFlow['alternatives'],
): readonly string[] {
	const next = alternatives.find(({ candidate }) => candidate.outcome === 'holds');
	const own = moneyOf(ground, estimate);
	if (!next) {
		const none =
			alternatives.length > 0
				? 'No other route certainly meets what is required'
				: 'No other route meets what is required';
		return [`${none}${own ? `; it costs ${own}` : ''}.`];
	}
	const other = moneyOf(ground, next.candidate.estimate);
	const title = routeTitle(ground.given, next.candidate.route);
	const differs =
		route.at(-1)?.service !== next.candidate.route.at(-1)?.service ? title : `${title}, another way of it,`;
	if (own === undefined) return [];
	// What a dearer line costs stands with the line; the route itself is the same.
	if (other === own && differs !== title) return [`It costs ${own}; ${differs} costs the same, and its line more.`];
	return [`It costs ${own}; ${differs} as the next best ${other ?? 'is not priced'}.`];
}

/** `$120 a month and $30 once`; undefined when a price or a quantity is unknown. */
function moneyOf(
	ground: Ground,
	{ once, monthly, effortOnce = 0, effortMonthly = 0 }: Candidate['estimate'],
): string | undefined {
	if (once === undefined || monthly === undefined) return undefined;
	const parts = [
		...(monthly >= cent
			? [`${dollars(ground, monthly)} a month`]
			: once < cent
				? [`${dollars(ground, 0)} a month`]
				: []),
		...(once >= cent ? [`${dollars(ground, once)} once`] : []),
		...(effortOnce > 0 ? [`${Math.round(effortOnce)} h of work once`] : []),
		...(effortMonthly > 0 ? [`${Number(effortMonthly.toPrecision(2))} h of work a month`] : []),
	];
	return listed(parts);
}

function doubtReason(ground: Ground, { lead, place }: FlowDraft, { outcome }: Candidate): readonly string[] {
	if (outcome === 'holds') return [];
	const { route, option } = lead.carrier.entry;
	const own = doubtsOf(ground, route.gates, lead.row);
	const line = doubtsOf(ground, option?.path?.gates ?? [], place.row);
	const missing = [...new Set([...own.missing, ...line.missing])];
	const [unsure] = [...own.unsure, ...line.unsure];
	return [
		...(missing.length > 0
			? [`It holds only if what nobody said yet allows it: ${listed(titlesOf(ground, missing))}.`]
			: []),
		...(unsure ? [`It is not verified that it is possible: ${unsure}.`] : []),
	];
}
