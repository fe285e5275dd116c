import { layLines } from '../routing/path-options.ts';
import type { PlannedPlace } from '../routing/plan-places.ts';

/** Lays the line that was chosen for a place over rows again; what AWS gives itself lies there always. */
export function layAgain({ option, options }: PlannedPlace, rows: Int32Array): void {
	if (options.length > 1) layLines(option, rows);
}
