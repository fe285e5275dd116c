import type { Ground } from '../../source/advice/ground/ground.ts';
import { needReader } from '../../source/advice/ground/need.ts';
import { type PlannedPlace, plannedAt } from '../../source/advice/routing/plan-places.ts';

/** The sources of a place with what was chosen for each under its line. */
export const plannedIn = ({ sources, table }: Ground, place: PlannedPlace) =>
	Array.from(place.rows, (_, index) => plannedAt(sources, place, index, needReader(table)));
