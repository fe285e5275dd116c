import { kilobytes } from '../facts/units.ts';
import type { Condition } from '../rules/condition.ts';
import { all, any, atLeast, atMost } from '../rules/constructors.ts';

/** Numbers of objects at which the average is told, each twice the one before: no rule divides, so it is told in steps. */
const steps = Array.from({ length: 24 }, (_, step) => 1000 * 2 ** step);

/** Small objects on average, when there are a thousand or more: half of this many bytes or less is always told, more than it never. */
export const smallOnAverage = (bytes: number): Condition =>
	any(...steps.map((objects) => all(atLeast('objects', objects), atMost('volume', objects * bytes))));

/** Objects that lifecycle rules leave where they are, unless told otherwise. */
export const belowLifecycle = smallOnAverage(kilobytes(128));
