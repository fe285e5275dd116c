import { roundedAmount } from '../../facts/amount-text.ts';
import type { PathChoice } from '../advice.ts';
import { costLines } from '../explaining/costs.ts';
import { counted, dollars, sentence, time } from '../explaining/words.ts';
import type { Ground } from '../ground/ground.ts';
import { expensesOf, stated } from './candidates.ts';
import type { PathOption } from './path-options.ts';
import type { PlannedPlace } from './plan-places.ts';
import { isWorse } from './rank.ts';
import { compareStandings, type Standing } from './settle.ts';

/** The line of a place, why it is this one, and every other service that could have been it, once each. */
export function lineOf(ground: Ground, place: PlannedPlace): PathChoice {
	const { path, lead } = place.option;
	const chosen = standingOf(place, place.option.order);
	const rejected = rejectedLines(ground, place);
	const named = path?.blueprint.leg;
	return {
		place: place.id,
		...named,
		reasons: reasonsOf(ground, place, chosen),
		rejected,
		estimate: path ? stated({ lead, ...expensesOf(path, place.row) }) : {},
		costs: path ? costLines(path.costs, Int32Array.of(place.row)).lines : [],
		...(chosen && !Number.isNaN(chosen.capacity) && { capacity: chosen.capacity }),
		...(chosen && chosen.carried > 0 && { wanted: chosen.wanted }),
	};
}

const standingOf = ({ standings }: PlannedPlace, order: number): Standing | undefined =>
	standings.find(({ option }) => option.order === order);

const rate = (bits: number): string => roundedAmount('bits-per-second', bits);
const count = (sources: number): string => (sources === 1 ? '1 source' : `${sources} sources`);

function reasonsOf(ground: Ground, place: PlannedPlace, chosen: Standing | undefined): readonly string[] {
	const { path, lead, weighed } = place.option;
	if (place.place?.where === 'aws' || !place.place) return ['It stands in AWS; nothing here needs a line of its own.'];
	if (!path || !chosen) return ['Nothing here travels over a line.'];
	const full = chosen.wanted > chosen.capacity;
	const needed = `${count(chosen.carried)} together need ${rate(chosen.wanted)} to be in time`;
	const [next] = place.standings
		.filter(({ option }) => option.path && option.path.blueprint.leg.service !== path.blueprint.leg.service)
		.toSorted(compareStandings);
	const nextBy = next?.option.path && ground.given.catalog.services[next.option.path.blueprint.leg.service]?.title;
	const against = next && nextBy ? lineWhyNot(ground, place, next.option.order) : undefined;
	const isWished = place.options.some(({ against = 0 }) => against > (place.option.against ?? 0));
	const title = ground.given.catalog.services[path.blueprint.leg.service]?.title ?? path.blueprint.leg.service;
	return [
		...(isWished ? [`${title} was chosen by a person.`] : []),
		Number.isNaN(chosen.capacity)
			? `It carries ${count(chosen.carried)}; how much it can carry is not known.`
			: `It gives ${rate(chosen.capacity)}; ${needed}${full ? ', which is more than it gives' : ''}.`,
		...(lead > 0 ? [`It is there after ${time(lead)}.`] : []),
		weighed.dollars >= 1
			? `It costs ${dollars(ground, weighed.dollars)} over ${counted(ground, place.row)}, work included, once for the whole place.`
			: 'It is there already and costs nothing more.',
		...(against ? [`${nextBy} is the next best. ${against}`] : []),
	];
}

function rejectedLines(ground: Ground, place: PlannedPlace): PathChoice['rejected'] {
	const own = place.option.path?.blueprint.leg.service;
	const byService = Map.groupBy(
		place.options.filter(({ path }) => path && path.blueprint.leg.service !== own),
		({ path }) => path?.blueprint.leg.service ?? '',
	);
	const meant = [...byService].filter(([, options]) => !options.every((option) => isElsewhere(option, place.row)));
	return meant.map(([service, options]) => {
		const [best] = options.flatMap(({ order }) => standingOf(place, order) ?? []).toSorted(compareStandings);
		if (best) {
			const reason = lineWhyNot(ground, place, best.option.order) ?? 'It is no better than what was chosen.';
			return { service, reason, source: ground.given.catalog.services[service]?.availability.source ?? '' };
		}
		const furthest = options.reduce((most: PathOption, option) =>
			option.weighed.failed > most.weighed.failed ? option : most,
		);
		const gate = furthest.path?.gates[furthest.weighed.failed];
		return { service, reason: sentence(gate?.because ?? 'it cannot be had here'), source: gate?.source ?? '' };
	});
}

/** The line is for places of another sort: nobody would have asked for it here. */
const isElsewhere = ({ path }: PathOption, row: number): boolean =>
	path?.gates.some(({ scope, test }) => scope === true && test(row) === 0) ?? false;

/** How the whole place would fare over another line against the one that was chosen; undefined where it is not worse. */
export function lineWhyNot(ground: Ground, place: PlannedPlace, order: number): string | undefined {
	const [other, chosen] = [standingOf(place, order), standingOf(place, place.option.order)];
	if (!other || !chosen || other === chosen) return undefined;
	if (other.unserved > chosen.unserved) return `Over this line ${count(other.unserved)} here would have no route.`;
	if ((other.option.against ?? 0) > (chosen.option.against ?? 0)) return 'Another line was chosen by a person.';
	if (other.outcome < chosen.outcome) return 'It is not certain that everything here could travel over this line.';
	if (isWorse(other.late, chosen.late)) return `Over this line data would be there ${time(other.late)} too late.`;
	if (isWorse(other.stale, chosen.stale))
		return `Over this line data would be ${time(other.stale)} older than it may be.`;
	const more = other.dollars - chosen.dollars;
	if (more < 1) return undefined;
	return `With this line the place as a whole costs ${dollars(ground, more)} more over ${counted(ground, place.row)}, work included.`;
}
