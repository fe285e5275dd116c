import { type Cell, type Estate, emptyEstate, type Gap } from '../../estate/estate.ts';
import type { Ask, Connection, Patience } from '../clients/databases/database.ts';
import { type Address, shownAddress } from '../clients/databases/database-address.ts';
import { connect, usualPatience } from '../clients/databases/open-database.ts';
import type { DiscoveryEvent } from '../events.ts';
import type { Look } from './catalogue.ts';
import { placeOf } from './place.ts';
import { schemasOf } from './schemas.ts';
import { type Trouble, troubleOf } from './trouble.ts';

export interface DatabaseReading {
	readonly now: () => Date;
	readonly signal: AbortSignal;
	readonly onEvent?: (event: DiscoveryEvent) => void;
	/** Seconds between two looks at the counters, from which the change rate follows; 0 looks once. */
	readonly watch: number;
	readonly patience?: Patience;
}

const kind = 'database-schema';
const action = 'catalogue';

/**
The schemas of a database server, from its catalogue and counters alone: engine, sizes, keys, what change capture needs, and how
fast rows change. No row of a table is read and nothing is written: the session is read-only. What cannot be read is
a gap with the cure; never rejects for what the server does.
*/
export async function readDatabase(address: Address, reading: DatabaseReading): Promise<Estate> {
	const { now, signal, onEvent = () => undefined, watch, patience = usualPatience } = reading;
	const { place, managed } = placeOf(address);
	const cell = { account: place.id, region: shownAddress(address), kind };
	onEvent({ type: 'planned', cells: [cell] });
	onEvent({ type: 'started', ...cell });
	onEvent({ type: 'place', place });

	const { looks, trouble } = await lookTwice(address, { signal, watch, patience });
	const [first, last = first] = looks;
	const standing = {
		place: place.id,
		address: shownAddress({ ...address, database: last?.server.database ?? undefined }),
		managed,
		only: address.engine === 'mysql' ? address.database : undefined,
		evidence: `the catalogue of ${shownAddress(address)}`,
		at: now().toISOString(),
	};
	const sources = first && last ? schemasOf(first, last, standing) : [];
	const gaps = trouble ? [gapOf(`${place.id}/${cell.region}/${kind}`, cell.region, first !== undefined, trouble)] : [];
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
	readonly trouble?: Trouble;
}

async function lookTwice(
	address: Address,
	{ signal, watch, patience }: { readonly signal: AbortSignal; readonly watch: number; readonly patience: Patience },
): Promise<Looked> {
	const looks: Look[] = [];
	let connection: Connection | undefined;
	const abandon = () => connection?.abandon();
	signal.addEventListener('abort', abandon);
	try {
		const look = await lookOf(address);
		connection = await connect(address, patience);
		looks.push(await look(connection.ask));
		if (watch > 0 && !signal.aborted) {
			await pause(watch * 1000, signal);
			if (!signal.aborted) looks.push(await look(connection.ask));
		}
		return { looks, ...(signal.aborted && looks.length === 0 ? { trouble: stopped } : {}) };
	} catch (error) {
		return { looks, trouble: signal.aborted ? stopped : troubleOf(error) };
	} finally {
		signal.removeEventListener('abort', abandon);
		await connection?.close();
	}
}

const stopped: Trouble = { state: 'failed', why: 'the reading was stopped', cure: 'Run the discovery again.' };

async function lookOf({ engine }: Address): Promise<(ask: Ask) => Promise<Look>> {
	if (engine === 'postgresql') return (await import('./postgresql.ts')).lookAtPostgresql;
	return (await import('./mysql.ts')).lookAtMysql;
}

function gapOf(about: string, address: string, seen: boolean, { why, cure }: Trouble): Gap {
	return seen
		? { about, fact: 'change', why: `${address} was read once, then ${why}; how fast it changes is not known.`, cure }
		: { about, why: `The database at ${address} could not be read: ${why}.`, cure };
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
