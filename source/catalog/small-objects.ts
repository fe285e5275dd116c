import { kilobytes } from '../facts/units.ts';
import type { Condition } from '../rules/condition.ts';
import { all, any, atLeast, atMost } from '../rules/constructors.ts';

/** Numbers of objects at which the average is told; no rule divides, so it is told in steps. */
const steps = [1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9] as const;

/** At most this many bytes an object on average, when there are a thousand objects or more. */
export const smallOnAverage = (bytes: number): Condition =>
	any(...steps.map((objects) => all(atLeast('objects', objects), atMost('volume', objects * bytes))));

/** Objects that lifecycle rules leave where they are, unless told otherwise. */
export const belowLifecycle = smallOnAverage(kilobytes(128));
