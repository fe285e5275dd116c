import type { Availability, ServiceRecord } from './record.ts';

/** What a record of a service that nobody new can use has to say: what it was for, and why it is no route any more. */
interface Closed {
	readonly title: string;
	readonly formerly?: readonly string[];
	readonly summary: string;
	readonly page: string;
	readonly families: readonly string[];
	readonly availability: Availability;
	/** A day on which it still held, or may hold, for nobody: run as a test. */
	readonly examples?: ServiceRecord['examples'];
}

/** A record that exists to be rejected, with its date and what to use instead. */
export const closedService = ({ examples, ...closed }: Closed): ServiceRecord => ({
	...closed,
	slot: 'mover',
	serves: ['data-lake'],
	access: 'API call',
	requires: [],
	modes: {
		closed: {
			title: 'as it was',
			carries: 'both',
			lead: 0,
			firstData: 0,
			complete: 0,
			freshness: 0,
			effort: { once: 0, monthly: 0 },
			costs: [],
		},
	},
	grants: [],
	examples: examples ?? [{ given: {}, then: 'fails' }],
});
