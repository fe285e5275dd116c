import type { AskCode } from '../../discovery/clients/credentials.ts';
import type { DiscoveryEvent } from '../../discovery/events.ts';
import type { Estate } from '../../estate/estate.ts';
import type { Surroundings } from '../command.ts';
import { type Accounts, readAccounts } from './find-estate.ts';
import { type Journal, journalFile, journalOf, openJournal } from './journal.ts';

/** How a discovery of accounts is carried out. */
export interface Manner {
	/** `yes`: goes on from a journal that is there. `recent`: only where it was begun within half a day. `no`: begins anew. */
	readonly resume: 'yes' | 'recent' | 'no';
	/** Milliseconds that all of it may take; the usual where left out. */
	readonly deadline?: number | undefined;
}

export interface Found {
	readonly estate: Estate;
	/** What a person should know of how it went: what was taken over, what could not be kept. */
	readonly notes: readonly string[];
}

type Around = Pick<Surroundings, 'env' | 'now' | 'signal'> & { readonly askCode?: AskCode | undefined };

/**
Reads accounts, and keeps what AWS says on the disk while it comes: whatever ends the program, `resume` asks only for the
rest. A reading that goes on has the time of its beginning, so that its result is the same as if nothing had happened.
*/
export async function readJournaled(
	accounts: Accounts,
	around: Around,
	{ resume, deadline }: Manner,
	onEvent: (event: DiscoveryEvent) => void,
): Promise<Found> {
	const most = deadline === undefined ? {} : { most: { cell: deadline, scan: deadline } };
	const { journal, notes } = await open(journalFile(accounts, around.env), resume, around.now);
	const at = new Date(journal.at);
	const now = () => (journal.recalled > 0 ? at : around.now());
	let done = false;
	try {
		const estate = await readAccounts(accounts, { ...around, ...most, now, memory: journal.memory }, onEvent);
		done = estate.scanned.every(({ state }) => state === 'ok' || state === 'empty') && estate.gaps.length === 0;
		return { estate, notes };
	} finally {
		const fault = await journal.close(done);
		if (fault) notes.push(`${fault.message} ${fault.wayOut}`);
	}
}

/** Milliseconds after which a journal that nobody asked for tells of yesterday. */
const recent = 12 * 60 * 60_000;

async function open(
	file: string,
	resume: Manner['resume'],
	now: () => Date,
): Promise<{ readonly journal: Journal; readonly notes: string[] }> {
	const begun = await journalOf(file);
	const young = begun !== undefined && now().getTime() - Date.parse(begun) < recent;
	const goesOn = begun !== undefined && (resume === 'yes' || (resume === 'recent' && young));
	const journal = await openJournal(file, { resume: goesOn, now });
	const when = begun?.slice(0, 16).replace('T', ' ');
	if (goesOn) return { journal, notes: [`Goes on from ${when} UTC; ${journal.recalled} answers are there already.`] };
	if (resume === 'yes') return { journal, notes: ['No discovery of this scope broke off; this one begins anew.'] };
	if (begun === undefined || resume === 'recent') return { journal, notes: [] };
	return {
		journal,
		notes: [`A discovery of this scope broke off at ${when} UTC; this one begins anew (--resume goes on).`],
	};
}
