import { type Cell, type Estate, emptyEstate, type Gap } from '../../estate/estate.ts';
import type { Ask, Connection, Patience } from '../clients/databases/database.ts';
import { type Address, shownAddress } from '../clients/databases/database-address.ts';
import { connect, usualPatience } from '../clients/databases/open-database.ts';
import { systemClock } from '../clients/system-clock.ts';
import type { DiscoveryEvent } from '../events.ts';
import type { Look } from './catalogue.ts';
import { type Line, measureLine } from './line.ts';
import { placeOf } from './place.ts';
import { schemasOf } from './schemas.ts';
import { type Trouble, troubleOf } from './trouble.ts';

export interface DatabaseReading {
	readonly now: () => Date;
	readonly signal: AbortSignal;
	readonly onEvent?: (event: DiscoveryEvent) => void;
	/** Seconds between two looks at the counters, from which the change rate follows; 0 looks once. */
	readonly watch: number;
	/** Whether the line to the server is measured as well. */
	readonly probe?: boolean;
	readonly patience?: Patience;
}

const kind = 'database-schema';
const action = 'catalogue';

/**
The schemas of a database server, from its catalogue and counters alone: engine, sizes, keys, what change capture needs, and how
fast rows change; on request the line to it. No row of a table is read and nothing is written: the session is read-only. What cannot be read
is a gap with the cure; never rejects for what the server does.
*/
export async function readDatabase(address: Address, reading: DatabaseReading): Promise<Estate> {
	const { now, signal, onEvent = () => undefined, watch, probe = false, patience = usualPatience } = reading;
	const { place, managed } = placeOf(address);
	const cell = { account: place.id, region: shownAddress(address), kind };
	onEvent({ type: 'planned', cells: [cell] });
	onEvent({ type: 'started', ...cell });
	onEvent({ type: 'place', place });

	const looked = await lookTwice(address, { signal, watch, probe, patience });
	const { looks, line, trouble } = looked;
	const [first, last = first] = looks;
	const standing = {
		place: place.id,
		address: shownAddress({ ...address, database: last?.server.database ?? undefined }),
		managed,
		only: address.engine === 'mysql' ? address.database : undefined,
		evidence: `the catalogue of ${shownAddress(address)}`,
		at: now().toISOString(),
		line,
	};
	const sources = first && last ? schemasOf(first, last, standing) : [];
	const gaps = gapsOf(`${place.id}/${cell.region}/${kind}`, cell.region, looked);
	for (const source of sources) onEvent({ type: 'source', source });
	for (const gap of gaps) onEvent({ type: 'gap', gap });
	const state = trouble && !first ? trouble.state : sources.length > 0 ? 'ok' : 'empty';
	const ended: Cell = { ...cell, action, state, calls: looks.length, found: sources.length };
	onEvent({ type: 'ended', cell: ended });
	return { ...emptyEstate, scanned: [ended], places: [place], sources, gaps };
}

interface Looked {
	/** None, one, or two looks with the wanted time in between. */
	readonly looks: readonly Look[];
	readonly line?: Line;
	/** What ended the reading, and what was being read then. */
	readonly trouble?: Trouble & { readonly during?: 'line' };
}

async function lookTwice(
	address: Address,
	{ signal, watch, probe, patience }: Required<Pick<DatabaseReading, 'signal' | 'watch' | 'probe' | 'patience'>>,
): Promise<Looked> {
	const looks: Look[] = [];
	let connection: Connection | undefined;
	const abandon = () => connection?.abandon();
	signal.addEventListener('abort', abandon);
	try {
		const look = await lookOf(address);
		connection = await opened(address, patience, signal);
		looks.push(await look(connection.ask));
		if (watch > 0 && !signal.aborted) {
			await pause(watch * 1000, signal);
			if (!signal.aborted) looks.push(await look(connection.ask));
		}
		// Last, so that a line that breaks down takes nothing else with it.
		if (probe && !signal.aborted) return { looks, ...(await lineTo(connection, Math.min(longest, patience.asking))) };
		return { looks, ...(signal.aborted && looks.length === 0 ? { trouble: stopped } : {}) };
	} catch (error) {
		return { looks, trouble: signal.aborted ? stopped : troubleOf(error) };
	} finally {
		signal.removeEventListener('abort', abandon);
		await connection?.close();
	}
}

/** A connection; once the signal fires nobody waits for it any more, and one that opens all the same is ended. */
async function opened(address: Address, patience: Patience, signal: AbortSignal): Promise<Connection> {
	const opening = connect(address, patience);
	const stop = new Promise<undefined>((resolve) => {
		if (signal.aborted) resolve(undefined);
		signal.addEventListener('abort', () => resolve(undefined), { once: true });
	});
	const connection = await Promise.race([stop, opening]);
	if (connection) return connection;
	opening.then(
		({ abandon }) => abandon(),
		() => undefined,
	);
	throw signal.reason;
}

/** Milliseconds after which a line that stands still is given up. */
const longest = 10_000;

/** The line, or why it could not be measured; the connection is of no more use then. */
async function lineTo({ ask, abandon }: Connection, most: number): Promise<Pick<Looked, 'line' | 'trouble'>> {
	const measured = new AbortController();
	const late = pause(most, measured.signal);
	try {
		const line = await Promise.race([measureLine(ask, systemClock.now), late.then(() => undefined)]);
		if (line) return { line };
		abandon();
		return { trouble: { ...stoodStillFor(most), during: 'line' } };
	} catch (error) {
		return { trouble: { ...troubleOf(error), during: 'line' } };
	} finally {
		measured.abort();
	}
}

const stoodStillFor = (milliseconds: number): Trouble => ({
	state: 'timed-out',
	why: `nothing more arrived within ${milliseconds / 1000} s`,
	cure: 'Run the discovery again when the line is less busy.',
});

const stopped: Trouble = { state: 'failed', why: 'the reading was stopped', cure: 'Run the discovery again.' };

async function lookOf({ engine }: Address): Promise<(ask: Ask) => Promise<Look>> {
	if (engine === 'postgresql') return (await import('./postgresql.ts')).lookAtPostgresql;
	return (await import('./mysql.ts')).lookAtMysql;
}

function gapsOf(about: string, address: string, { looks, trouble }: Looked): readonly Gap[] {
	if (!trouble) return [];
	const { why, cure, during } = trouble;
	if (during) {
		return [{ about, fact: 'probe.throughput', why: `The line to ${address} could not be measured: ${why}.`, cure }];
	}
	return looks.length > 0
		? [{ about, fact: 'change', why: `${address} was read once, then ${why}; how fast it changes is not known.`, cure }]
		: [{ about, why: `The database at ${address} could not be read: ${why}.`, cure }];
}

/** Waits, at most until the signal fires. */
const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
	new Promise((resolve) => {
		const end = () => {
			clearTimeout(timer);
			signal.removeEventListener('abort', end);
			resolve();
		};
		const timer = setTimeout(end, milliseconds);
		signal.addEventListener('abort', end);
		if (signal.aborted) end();
	});
