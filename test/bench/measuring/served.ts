import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Found } from '../../../source/app/discovering/journaled.ts';
import { scanEstate } from '../../../source/app/discovering/scanning.ts';
import type { DiscoveryEvent } from '../../../source/discovery/events.ts';
import type { Served, Tally } from '../../peers/aws/serve.ts';
import { pointedTo } from '../../peers/emulator.ts';

/** The thread as it is shipped; `npm run build` makes it. */
const built = new URL('../../../dist/scan.js', import.meta.url);
const server = fileURLToPath(new URL('../../peers/aws/serve.ts', import.meta.url));

/** An AWS of ours in a process of its own. */
export interface Standing {
	readonly url: string;
	tally(): Promise<Tally>;
	close(): void;
}

export async function serve(served: Served): Promise<Standing> {
	const child = fork(server, [JSON.stringify(served)]);
	const next = <T>(): Promise<T> => new Promise((resolve) => child.once('message', (told) => resolve(told as T)));
	const url = await next<string>();
	return {
		url,
		tally() {
			const told = next<Tally>();
			child.send('tally');
			return told;
		},
		close: () => child.disconnect(),
	};
}

/** Reads the account as the program does, in a thread and with a journal. */
export async function scanned(
	{ url }: Standing,
	regions: readonly string[],
	onEvent: (event: DiscoveryEvent) => void = () => {},
	signal = new AbortController().signal,
): Promise<Found> {
	const state = mkdtempSync(join(tmpdir(), 'headwater-bench-'));
	try {
		const search = { demo: false, profiles: [], regions, folders: [], declared: [] };
		const env = { ...pointedTo(url), XDG_STATE_HOME: state, PATH: process.env.PATH ?? '' };
		return await scanEstate(
			search,
			{ env, cwd: state, now: () => new Date(), signal },
			{ resume: 'no' },
			onEvent,
			built,
		);
	} finally {
		rmSync(state, { recursive: true });
	}
}
