// The entry of the worker thread in which samples are read and counted, so that a screen beside it stays fluent.
import { parentPort, workerData } from 'node:worker_threads';
import { profileSources } from '../profiling/profile.ts';
import { readingAround } from './readiness/reading-around.ts';
import type { FromSample, Sampled, SampleOrder } from './readiness/sampling.ts';
import { type Failure, failureOf, type Outside } from './thread.ts';

/** Milliseconds between two reports of progress. */
const every = 100;

const { request, limits, env, ahead } = workerData as SampleOrder & Outside;
const stop = new AbortController();
const tell = (message: FromSample | Failure): void => parentPort?.postMessage(message);
parentPort?.once('message', () => stop.abort());

let sampled: Sampled = { title: '', done: 0, of: request.about.length, bytes: 0, rows: 0 };
let told = 0;
const report = (change: Partial<Sampled>): void => {
	sampled = { ...sampled, ...change };
	if (performance.now() - told < every && change.title === undefined) return;
	told = performance.now();
	tell({ type: 'read', sampled });
};

try {
	const { estate, about, target, databases, profiles, demo } = request;
	const wanted = new Set(about);
	const now = () => new Date(Date.now() + ahead);
	const figures = await profileSources({
		sources: estate.sources.filter(({ id }) => wanted.has(id)),
		limits,
		...(target === undefined ? {} : { target }),
		clock: () => performance.now(),
		around: await readingAround(estate, { env, now, signal: stop.signal, databases, profiles, demo }),
		onSource: ({ title }, done, of) => report({ title, done, of }),
		onRead: report,
	});
	tell({ type: 'figures', figures });
} catch (error) {
	tell(failureOf(error));
} finally {
	parentPort?.close();
}
