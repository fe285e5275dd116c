import type { Condition } from '../rules/condition.ts';
import { confirmed } from './cited.ts';
import type { Availability, ServiceRecord } from './record.ts';

/** What a record of a service that nobody new can use has to say: what it was for, and why it is no route any more. */
interface Closed {
	readonly title: string;
	readonly formerly?: readonly string[];
	readonly summary: string;
	readonly page: string;
	readonly families: readonly string[];
	readonly availability: Availability;
	/** What it was for: other data does not hear of it. */
	readonly wasFor?: Condition;
}

/** A record that exists to be rejected, with its date and what to use instead. */
export const closedService = ({ wasFor, ...closed }: Closed): ServiceRecord => ({
	...closed,
	slot: 'mover',
	serves: ['data-lake'],
	access: 'API call',
	requires:
		wasFor === undefined
			? []
			: [
					{
						because: 'it was for other data than this',
						that: wasFor,
						scope: true,
						...confirmed(closed.availability.source),
					},
				],
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
	examples: [{ given: {}, then: closed.availability.state === 'ending' ? 'holds' : 'fails' }],
});
