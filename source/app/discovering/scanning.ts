import type { AskCode } from '../../discovery/clients/credentials.ts';
import type { DiscoveryEvent } from '../../discovery/events.ts';
import type { Estate, Source } from '../../estate/estate.ts';
import { type Sharing, sharing } from '../../estate/sharing.ts';
import type { Surroundings } from '../command.ts';
import { inThread } from '../thread.ts';
import { type Accounts, findEstate, type Search } from './find-estate.ts';
import type { Found, Manner } from './journaled.ts';

/** What the thread that reads accounts is told to do. */
export interface ScanOrder {
	readonly accounts: Accounts;
	readonly manner: Manner;
	/** Somebody is there who can be asked for a code. */
	readonly asks: boolean;
}

/** What it hears later: that it has to stop, or the code that it asked for; none where nobody gives one. */
export type ToScan = 'stop' | { readonly code: string | undefined };

/** What it tells; sources come in parts, and are left out of the estate. */
export type FromScan =
	| { readonly type: 'events'; readonly events: readonly DiscoveryEvent[] }
	| { readonly type: 'sources'; readonly sources: readonly Source[] }
	| { readonly type: 'asks'; readonly device: string }
	| { readonly type: 'found'; readonly estate: Estate; readonly notes: readonly string[] };

/**
Finds the estate of a scope: accounts in a thread of their own (`entry`) and with a journal, all else here. As `findEstate`, whose
faults it rejects with.
*/
export async function scanEstate(
	search: Search,
	around: Pick<Surroundings, 'env' | 'cwd' | 'now' | 'signal'> & Asking,
	manner: Manner,
	onEvent: (event: DiscoveryEvent) => void,
	entry = ownEntry,
): Promise<Found> {
	const notes: string[] = [];
	const readAccounts = async (accounts: Accounts, tell: typeof onEvent): Promise<Estate> => {
		const found = await beside(entry, accounts, { around, manner, onEvent: tell });
		notes.push(...found.notes);
		return found.estate;
	};
	return { estate: await findEstate(search, { ...around, readAccounts }, onEvent), notes };
}

/** Whom to ask for the code of a multi-factor device; nobody where left out. */
interface Asking {
	readonly askCode?: AskCode | undefined;
}

/** The bundle puts the thread's entry beside its chunks. */
const ownEntry = new URL(import.meta.url.endsWith('.ts') ? '../scan.ts' : './scan.js', import.meta.url);

interface Beside {
	readonly around: Pick<Surroundings, 'env' | 'now' | 'signal'> & Asking;
	readonly manner: Manner;
	readonly onEvent: (event: DiscoveryEvent) => void;
}

/** Reads accounts in a thread. */
function beside(entry: URL, accounts: Accounts, { around, manner, onEvent }: Beside): Promise<Found> {
	const { env, now, signal, askCode } = around;
	const asks = askCode !== undefined;
	const order: ScanOrder = { accounts, manner, asks };
	const sources: Source[] = [];
	const shared = sharing();
	return inThread<FromScan, Found>(entry, {
		order,
		env,
		now,
		signal,
		hear(told, say: (answer: Exclude<ToScan, string>) => void) {
			switch (told.type) {
				case 'events':
					for (const event of told.events) onEvent(eventOf(event, shared));
					return undefined;
				case 'sources':
					sources.push(...told.sources.map(shared.source));
					return undefined;
				case 'asks':
					askCode?.(told.device).then(
						(code) => say({ code }),
						() => say({ code: undefined }),
					);
					return undefined;
				case 'found':
					return { estate: { ...told.estate, sources }, notes: told.notes };
				default:
					return told satisfies never;
			}
		},
	});
}

function eventOf(event: DiscoveryEvent, shared: Sharing): DiscoveryEvent {
	if (event.type === 'source') return { ...event, source: shared.source(event.source) };
	return event.type === 'facts' ? { ...event, facts: shared.facts(event.facts) } : event;
}
