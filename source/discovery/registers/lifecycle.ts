/** One entry of `aws health describe-service-lifecycle`: a service or a version of it, and what happens to it when. */
export interface LifecycleEntry {
	readonly service?: string;
	readonly version?: string;
	readonly title?: string;
	readonly lifecycleEvents?: readonly {
		readonly date?: string | number;
		readonly lifecycleEventType?: string;
		readonly description?: string;
	}[];
}

/** What a register says of a service as of a day. */
export interface ToldState {
	readonly state: 'open' | 'closed to new customers' | 'ending' | 'ended';
	/** ISO date; absent while open. */
	readonly on?: string;
	readonly says: string;
}

/** The entries in the text of an answer, or of several pages of it in a list. Anything else is undefined. */
export function lifecycleEntries(text: string): readonly LifecycleEntry[] | undefined {
	let read: unknown;
	try {
		read = JSON.parse(text);
	} catch {
		return undefined;
	}
	const pages = Array.isArray(read) ? read : [read];
	const entries = pages.flatMap((page: unknown) =>
		typeof page === 'object' && page !== null && 'serviceLifecycles' in page && Array.isArray(page.serviceLifecycles)
			? (page.serviceLifecycles as readonly LifecycleEntry[])
			: [],
	);
	return entries.length > 0 ? entries : undefined;
}

/** The state of a service on a day: the gravest event that has come, else the next that is announced, else open. */
export function stateOn({ lifecycleEvents = [] }: LifecycleEntry, today: string): ToldState {
	const told = lifecycleEvents
		.flatMap((event): readonly ToldState[] => {
			const on = dayOf(event.date);
			const kind = kindOf(event.lifecycleEventType ?? '');
			if (on === undefined || kind === undefined) return [];
			const says = event.description ?? event.lifecycleEventType ?? '';
			if (kind === 'closed') return [{ state: 'closed to new customers', on, says }];
			return [{ state: on > today ? 'ending' : 'ended', on, says }];
		})
		.toSorted((a, b) => gravity(b, today) - gravity(a, today));
	return told[0] ?? { state: 'open', says: '' };
}

function kindOf(type: string): 'closed' | 'ended' | undefined {
	const words = type.toLowerCase().replaceAll(/[_-]/g, ' ');
	if (/maintenance|new customer|closed/.test(words)) return 'closed';
	return /end of (support|life|service)|sunset|shut ?down/.test(words) ? 'ended' : undefined;
}

const gravity = ({ state, on = '' }: ToldState, today: string): number =>
	state === 'ended' ? 3 : state === 'closed to new customers' && on <= today ? 2 : 1;

/** Seconds since 1970, as AWS sends a time stamp, or a text that begins with a date. */
function dayOf(date: string | number | undefined): string | undefined {
	if (typeof date === 'number') return new Date(date * 1000).toISOString().slice(0, 10);
	return date !== undefined && /^\d{4}-\d\d-\d\d/.test(date) ? date.slice(0, 10) : undefined;
}
