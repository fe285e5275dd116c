import { Worker } from 'node:worker_threads';
import type { DiscoveryEvent } from '../../discovery/events.ts';
import { type Blame, HeadwaterError } from '../../errors.ts';
import type { Estate, Source } from '../../estate/estate.ts';
import type { Surroundings } from '../command.ts';
import { type Accounts, findEstate, type Search } from './find-estate.ts';
import type { Found, Manner } from './journaled.ts';

type Env = Surroundings['env'];

/** What the thread that reads accounts is told to do. */
export interface ScanOrder {
	readonly accounts: Accounts;
	readonly env: Env;
	/** Milliseconds that our clock is ahead of the machine's. */
	readonly ahead: number;
	readonly manner: Manner;
}

/** What it tells; sources come in parts, and are left out of the estate. */
export type FromScan =
	| { readonly type: 'events'; readonly events: readonly DiscoveryEvent[] }
	| { readonly type: 'sources'; readonly sources: readonly Source[] }
	| { readonly type: 'found'; readonly estate: Estate; readonly notes: readonly string[] }
	| {
			readonly type: 'fault';
			readonly fault: {
				readonly code: string;
				readonly message: string;
				readonly wayOut: string;
				readonly blame: Blame;
			};
	  }
	| { readonly type: 'broken'; readonly told: string };

/**
Finds the estate of a scope: accounts in a thread of their own (`entry`) and with a journal, all else here. As `findEstate`, whose
faults it rejects with.
*/
export async function scanEstate(
	search: Search,
	around: Pick<Surroundings, 'env' | 'cwd' | 'now' | 'signal'>,
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

/** The bundle puts the thread's entry beside its chunks. */
const ownEntry = new URL(import.meta.url.endsWith('.ts') ? './scan.ts' : './scan.js', import.meta.url);

interface Beside {
	readonly around: Pick<Surroundings, 'env' | 'now' | 'signal'>;
	readonly manner: Manner;
	readonly onEvent: (event: DiscoveryEvent) => void;
}

/** Reads accounts in a thread. */
async function beside(entry: URL, accounts: Accounts, { around, manner, onEvent }: Beside): Promise<Found> {
	const { env, now, signal } = around;
	const order: ScanOrder = { accounts, env: definedIn(env), ahead: now().getTime() - Date.now(), manner };
	const worker = new Worker(entry, { workerData: order, env: definedIn(env) });
	const stop = (): void => worker.postMessage('stop');
	if (signal.aborted) stop();
	signal.addEventListener('abort', stop, { once: true });
	const sources: Source[] = [];
	try {
		return await new Promise<Found>((resolve, reject) => {
			worker.on('message', (told: FromScan) => {
				switch (told.type) {
					case 'events':
						for (const event of told.events) onEvent(event);
						return;
					case 'sources':
						sources.push(...told.sources);
						return;
					case 'found':
						return resolve({ estate: { ...told.estate, sources }, notes: told.notes });
					case 'fault':
						return reject(new HeadwaterError(told.fault.code, told.fault));
					case 'broken':
						return reject(new Error(told.told));
					default:
						return told satisfies never;
				}
			});
			worker.once('error', reject);
			worker.once('exit', (code) => reject(new Error(`The thread that reads accounts ended with ${code}.`)));
		});
	} finally {
		signal.removeEventListener('abort', stop);
		await worker.terminate();
	}
}

const definedIn = (env: Env): Record<string, string> =>
	Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
