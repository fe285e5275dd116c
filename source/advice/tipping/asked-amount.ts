import type { Fact, Quantity } from '../../facts/fact.ts';

/** Whether a person could know the fact as an amount. */
export const isAskedAmount = (said: Fact | undefined): said is Quantity =>
	said?.type === 'quantity' && said.question !== undefined;
