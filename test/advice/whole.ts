import type { Advice } from '../../source/advice/advice.ts';

/** Everything that advice says, those parts included that are worked out when they are read. */
export const whole = (advice: Advice): Advice => JSON.parse(JSON.stringify(advice));
