import { access } from './access.ts';
import { billing } from './billing.ts';
import { database } from './database.ts';
import { derived } from './derived.ts';
import type { Vocabulary } from './fact.ts';
import { network } from './network.ts';
import { objective } from './objective.ts';
import { security } from './security.ts';
import { volume } from './volume.ts';
import { workload } from './workload.ts';

/** Every fact that can be stated, in the order in which a person would tell them. */
export const facts = {
	...workload,
	...objective,
	...billing,
	...volume,
	...access,
	...database,
	...network,
	...security,
	...derived,
} as const satisfies Vocabulary;

export type FactKey = keyof typeof facts;
export type FactOf<K extends FactKey> = (typeof facts)[K];

/** Facts that the engine works out from others; never asked, declared or answered. */
export const derivedKeys: ReadonlySet<string> = new Set(Object.keys(derived));
