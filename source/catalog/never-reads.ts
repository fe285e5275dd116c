import type { Cited, Example, Requirement, ServiceRecord } from './record.ts';

/** What a record has to say of a service that textbooks name for such data and that no pipeline can read from. */
interface Unread extends Pick<ServiceRecord, 'title' | 'summary' | 'page' | 'families' | 'availability'> {
	/** Data of which nobody would think of it does not hear of it. */
	readonly isFor: Omit<Requirement, 'scope' | 'quota'>;
	readonly never: Cited & { readonly because: string };
	readonly examples: readonly Example[];
}

/** A record that is open and always rejected, with its reason. */
export const neverReads = ({ isFor, never, examples, ...record }: Unread): ServiceRecord => ({
	...record,
	slot: 'mover',
	serves: ['data-lake'],
	access: 'batch file',
	requires: [
		{ ...isFor, scope: true },
		{ ...never, that: { any: [] } },
	],
	modes: {
		never: {
			title: 'as it is',
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
	examples,
});
