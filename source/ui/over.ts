import type { Documents } from '../app/session/derive.ts';
import type { PlanEffect } from '../app/session/effect.ts';
import type { Answers } from '../estate/answers.ts';
import type { Fault } from './fault.ts';
import type { Field } from './field.ts';

/** What lies over the screen that one stands on. */
export type Over =
	| {
			readonly kind: 'variants';
			readonly cursor: number;
			/** The name under which the plan is being kept. */
			readonly naming?: Field;
	  }
	| { readonly kind: 'terms'; readonly cursor: number }
	/** The policy that the scope needs; the cursor says how far it is scrolled. */
	| { readonly kind: 'policy'; readonly cursor: number }
	/** A file with answers is being named. */
	| { readonly kind: 'form'; readonly path: Field; readonly fault?: Fault };

/** What other answers would make of the plan as it stands. */
export interface Weighed {
	readonly of: Documents;
	/** Absent: not worked out yet; undefined: the same plan. */
	readonly effects: ReadonlyMap<Answers, PlanEffect | undefined>;
}
