// The entry of the worker thread in which accounts are read, so that a screen beside it stays fluent.
import { parentPort, workerData } from 'node:worker_threads';
import type { DiscoveryEvent } from '../discovery/events.ts';
import { noCode } from './discovering/asking.ts';
import { readJournaled } from './discovering/journaled.ts';
import type { FromScan, ScanOrder, ToScan } from './discovering/scanning.ts';
import { type Failure, failureOf, type Outside } from './thread.ts';

/** Milliseconds for which events are collected, and sources that travel together: neither side is busy for long at once. */
const every = 50;
const together = 500;

const { accounts, env, ahead, manner, asks } = workerData as ScanOrder & Outside;
const stop = new AbortController();
const tell = (message: FromScan | Failure): void => parentPort?.postMessage(message);
parentPort?.on('message', (message: ToScan) => {
	if (message === 'stop') stop.abort();
	answered?.(message === 'stop' ? undefined : message.code);
});

let answered: ((code: string | undefined) => void) | undefined;
let before: Promise<unknown> = Promise.resolve();
/** Several profiles may want a code; they are asked for one after the other. */
function askCode(device: string): Promise<string> {
	const asked = before.then(async () => {
		if (stop.signal.aborted) throw noCode(device);
		tell({ type: 'asks', device });
		const code = await new Promise<string | undefined>((resolve) => {
			answered = resolve;
		});
		if (code === undefined) throw noCode(device);
		return code;
	});
	before = asked.catch(() => undefined);
	return asked;
}

let events: DiscoveryEvent[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;
let flushed = Number.NEGATIVE_INFINITY;
const flush = (): void => {
	clearTimeout(timer);
	timer = undefined;
	flushed = performance.now();
	for (let from = 0; from < events.length; from += together) {
		tell({ type: 'events', events: events.slice(from, from + together) });
	}
	events = [];
};

try {
	const around = {
		env,
		now: () => new Date(Date.now() + ahead),
		signal: stop.signal,
		askCode: asks ? askCode : undefined,
	};
	const { estate, notes } = await readJournaled(accounts, around, manner, (event) => {
		events.push(event);
		// After a silence the first is told at once.
		timer ??= setTimeout(flush, Math.max(0, flushed + every - performance.now()));
	});
	flush();
	const { sources, ...rest } = estate;
	for (let from = 0; from < sources.length; from += together) {
		tell({ type: 'sources', sources: sources.slice(from, from + together) });
	}
	tell({ type: 'found', estate: { ...rest, sources: [] }, notes });
} catch (error) {
	flush();
	tell(failureOf(error));
} finally {
	parentPort?.close();
}
