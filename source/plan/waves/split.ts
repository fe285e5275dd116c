import type { WaveMember } from '../plan.ts';
import type { Candidate } from './candidates.ts';

/** Candidates that are brought together, in their order, and what brought each here. */
export interface Group {
	readonly kind: 'first' | 'soon' | 'later' | 'undated' | 'beside';
	readonly members: readonly { readonly candidate: Candidate; readonly because: Because }[];
}
export type Because = 'label' | 'anchor' | 'in time' | 'less known' | 'dear' | 'takes longer' | 'undated' | 'beside';

const day = 86_400;
/** What is there within a week waits for nothing. */
const week = 7 * day;
/** Within a month, a quarter, a year: as plans are cut. */
const horizons = [30 * day, 90 * day, 365 * day, Number.POSITIVE_INFINITY];
/** Worth so many times less for what it takes than the best of the first wave, a source is not needed to begin with. */
const muchLess = 10;

/** How sure it is that a source can be joined to the label. */
const sureness: readonly WaveMember['adds'][] = ['features', 'perhaps features', 'not known', 'nothing that joins'];

/**
Parts candidates into waves. The first holds the label, or where nobody knows it the source worth most for what it takes, and
with it what is as surely useful, there by then and not much dearer: from it a training set can be made. What else is there
by then comes next, then what takes longer, each within its horizon; what no model trains on comes last.
*/
export function split(candidates: readonly Candidate[]): readonly Group[] {
	const useful = candidates.filter(({ adds }) => adds !== 'no training');
	const training = useful.filter(({ trains }) => trains);
	const first = firstOf(training);
	const begun = new Set(first.members.map(({ candidate }) => candidate));
	const end = first.end;
	const rest = useful.filter((one) => !begun.has(one));
	const dated = rest.filter(({ time }) => !Number.isNaN(time));
	const soon = dated.filter(({ time }) => time <= end);
	const bounds = horizons.filter((bound) => bound > end);
	const later = bounds.map((bound, index) => {
		const from = bounds[index - 1] ?? end;
		return dated.filter(({ time }) => time > from && time <= bound);
	});
	const plain = (some: readonly Candidate[], because: Because) => some.map((candidate) => ({ candidate, because }));
	const groups: readonly Group[] = [
		{ kind: 'first', members: first.members },
		{ kind: 'soon', members: soon.map((candidate) => ({ candidate, because: first.left(candidate) })) },
		...later.map((some): Group => ({ kind: 'later', members: plain(some, 'takes longer') })),
		{
			kind: 'undated',
			members: plain(
				rest.filter(({ time }) => Number.isNaN(time)),
				'undated',
			),
		},
		{
			kind: 'beside',
			members: plain(
				candidates.filter(({ adds }) => adds === 'no training'),
				'beside',
			),
		},
	];
	return groups.filter(({ members }) => members.length > 0);
}

interface First {
	readonly members: Group['members'];
	/** Seconds until it is there: a week at least. */
	readonly end: number;
	/** Why a source that would be there in time is not in it. */
	readonly left: (candidate: Candidate) => Because;
}

function firstOf(training: readonly Candidate[]): First {
	const labels = training.filter(({ adds }) => adds === 'label');
	// Where nobody knows the label, the best of what most surely joins begins.
	const others = training.filter(({ adds }) => adds !== 'label');
	const told = labels.length > 0 ? sureness.slice(0, -1) : sureness;
	const sure = told.find((adds) => others.some((one) => one.adds === adds));
	const alike = others.filter(({ adds }) => adds === sure);
	const anchors = labels.length > 0 ? labels : alike.slice(0, 1);
	const begins = new Set(anchors);
	const end = anchors.reduce((last, { time }) => (time > last ? time : last), week);
	const inTime = alike.filter((one) => begins.has(one) || one.time <= end);
	const best = inTime.reduce((most, { rank }) => Math.max(most, rank), 0);
	const taken = new Set(inTime.filter(({ rank }) => rank * muchLess >= best));
	const members = training
		.filter((one) => begins.has(one) || taken.has(one))
		.map((candidate): Group['members'][number] => ({
			candidate,
			because: candidate.adds === 'label' ? 'label' : begins.has(candidate) ? 'anchor' : 'in time',
		}));
	return { members, end, left: ({ adds }) => (adds === sure ? 'dear' : 'less known') };
}
