import type { AdvisedFlow, Tipping } from '../advice/advice.ts';
import { roundedAmount } from '../facts/amount-text.ts';
import type { Delivery } from './deliveries.ts';
import { planEstimate } from './estimate.ts';
import { routeTitle, settingsOf } from './legs.ts';
import type { Materials } from './materials.ts';
import type { Change, Flow, Rejection } from './plan.ts';
import { named, sentence } from './sentences.ts';

/** The flows of the plan, in the order of their ids. */
export function flowsOf(deliveries: readonly Delivery[], materials: Materials): readonly Flow[] {
	return deliveries.map((delivery) => flowOf(delivery, materials));
}

function flowOf({ id, flow, sources, from, to, cadence, parted }: Delivery, materials: Materials): Flow {
	const { winner, sizing } = flow;
	const services = winner.route.map(({ service }) => service);
	const part = parted ? `, ${winner.carries}` : '';
	return {
		id,
		title: `${from} by ${routeTitle(services, materials)}${part}`,
		sources,
		place: flow.place,
		carries: winner.carries,
		access: winner.access,
		services,
		settings: settingsOf(winner.route, sizing, materials),
		to,
		cadence,
		estimate: planEstimate(winner.estimate),
		assuming: winner.assuming.toSorted(),
		reasons: flow.reasons.map(sentence),
		cautions: flow.cautions.map((caution) => sentence(caution) + concerned(flow, caution, materials)),
		alternatives: alternativesOf(flow),
		rejected: rejections(flow.rejected, materials),
		changes: changesOf(flow.changes, materials),
	};
}

/** For whom a caution stands that concerns only some of the sources. */
function concerned({ sources, concerns = {} }: AdvisedFlow, caution: string, { title }: Materials): string {
	const those = concerns[caution];
	if (!those) return '';
	const known = new Set(those);
	const meant = sources.filter((id) => known.has(id));
	return meant.length < sources.length ? ` For: ${named(meant.map(title).toSorted())}.` : '';
}

function alternativesOf({ alternatives }: AdvisedFlow): Flow['alternatives'] {
	return alternatives.map(({ candidate, reason }) => ({
		services: [...new Set(candidate.route.map(({ service }) => service))],
		estimate: planEstimate(candidate.estimate),
		reason: sentence(reason),
	}));
}

/** Rejections as the plan tells them: a whole sentence each, with where it is documented; services that anybody may use first. */
export function rejections(
	rejected: readonly { readonly service: string; readonly reason: string; readonly source: string }[],
	{ catalog }: Materials,
): readonly Rejection[] {
	const isShut = (id: string): number => Number((catalog.services[id]?.availability.state ?? 'open') !== 'open');
	return rejected
		.toSorted((a, b) => isShut(a.service) - isShut(b.service))
		.map(({ service, reason, source }) => ({
			service,
			reason: sentence(reason),
			...(source !== '' && { source }),
		}));
}

/** Values at which another route wins, written as people write them. */
export function changesOf(tippings: readonly Tipping[], { vocabulary }: Materials): readonly Change[] {
	return tippings.map(({ fact, direction, at, becomes }) => {
		const form = vocabulary[fact];
		return {
			fact,
			direction,
			at: form?.type === 'quantity' ? roundedAmount(form.unit, at) : String(at),
			value: Number(at.toPrecision(4)),
			becomes: [...new Set(becomes.map(({ service }) => service))],
		};
	});
}
