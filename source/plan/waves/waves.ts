import type { Estimate } from '../../advice/advice.ts';
import { rounded } from '../estimate.ts';
import type { Materials } from '../materials.ts';
import type { Wave, WaveMember } from '../plan.ts';
import { type Candidate, candidatesOf } from './candidates.ts';
import { type Group, split } from './split.ts';
import { type Spoken, titleOf, whyHere, yieldsOf } from './words.ts';

/**
Every source that has a route in the order in which it is worth bringing, parted into waves of which the first gives a training
set. A line that several sources share is paid by the wave that needs it first. Pure; the order of sources says nothing.
*/
export function wavesOf(materials: Materials): readonly Wave[] {
	const { candidates, objective } = candidatesOf(materials);
	const spoken: Spoken = { materials, objective };
	const seen = new Set<string>();
	let latest = 0;
	return split(candidates).map((group, index): Wave => {
		const members = group.members.map(({ candidate }) => candidate);
		const lines = linesOf(members, materials).filter((place) => !seen.has(place));
		for (const place of lines) seen.add(place);
		const ready = members.reduce((last, { time }) => Math.max(last, time), latest);
		if (!Number.isNaN(ready)) latest = ready;
		return {
			number: index + 1,
			title: titleOf(group, ready, index === 0),
			yields: yieldsOf(group, spoken, index === 0),
			...(Number.isFinite(ready) && { ready: Math.round(ready) }),
			once: paid('once', members, lines, materials),
			monthly: paid('monthly', members, lines, materials),
			lines,
			members: together(group, spoken),
		};
	});
}

/** Places whose line these sources run over, where it must be ordered or paid. */
function linesOf(members: readonly Candidate[], { advice }: Materials): readonly string[] {
	const used = new Set(members.filter(({ overLine }) => overLine).map(({ place }) => place));
	return advice.paths
		.filter(({ place, service, estimate }) => service !== undefined && used.has(place) && takes(estimate))
		.map(({ place }) => place)
		.toSorted();
}

const takes = ({ lead, once, monthly }: Pick<Estimate, 'lead' | 'once' | 'monthly'>): boolean =>
	[lead, once, monthly].some((amount) => (amount ?? 0) > 0);

function paid(
	part: 'once' | 'monthly',
	members: readonly Candidate[],
	lines: readonly string[],
	{ advice }: Materials,
): number {
	const paths = advice.paths.filter(({ place }) => lines.includes(place));
	return rounded(
		[...members.map((one) => one[part]), ...paths.map(({ estimate }) => estimate[part] ?? 0)].reduce(
			(sum, dollars) => sum + (dollars || 0),
			0,
		),
		2,
	);
}

/** Members that add the same for the same reason are told at once, where the best of them stands. */
function together(group: Group, spoken: Spoken): readonly WaveMember[] {
	const told = new Map<string, { member: Omit<WaveMember, 'sources'>; sources: string[] }>();
	for (const one of group.members) {
		const { adds, points } = one.candidate;
		const reason = whyHere(one, group, spoken);
		const key = `${adds} ${points} ${reason}`;
		const found = told.get(key);
		if (found) found.sources.push(one.candidate.id);
		else told.set(key, { member: { adds, worth: points, reason }, sources: [one.candidate.id] });
	}
	return [...told.values()].map(({ member, sources }) => ({ sources, ...member }));
}
