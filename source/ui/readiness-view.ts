import type { Offer } from '../app/readiness/offer.ts';
import type { Sampled } from '../app/readiness/sampling.ts';
import type { Fault } from './fault.ts';
import type { Field } from './field.ts';

/** Samples that are read, or were read last. */
export interface Sampling {
	readonly running: boolean;
	/** Milliseconds since 1970. */
	readonly startedAt: number;
	readonly sampled?: Sampled;
}

/** The readiness of some sources, over the list of sources. */
export interface ReadinessView {
	/** Ids of the sources that were chosen. */
	readonly about: readonly string[];
	/** What a yes would allow; absent while it is put together, or where nobody asked to read. */
	readonly offer?: Offer;
	readonly asking: boolean;
	/** The column that a model shall predict, if somebody named it. */
	readonly target: Field;
	/** The target, or the file of the report, is being typed: what stood there before. */
	readonly typing?: { readonly what: 'target' | 'file'; readonly before: string };
	readonly file: Field;
	readonly scroll: number;
	readonly fault?: Fault;
}
