import type { Facts } from '../../estate/estate.ts';
import type { Ask } from '../clients/databases/database.ts';
import { factsOf } from '../reading/measured.ts';

/** The line between the machine that runs headwater and a database, as it was when it was measured. */
export interface Line {
	/** Seconds of a `SELECT 1` there and back: the median, and the fastest and the slowest. */
	readonly roundTrip: number;
	readonly between: readonly [fastest: number, slowest: number];
	/** How many were asked. */
	readonly trips: number;
	/** The largest answer, without its round trip; undefined where none took longer than that. */
	readonly carried?: { readonly bytes: number; readonly bitsPerSecond: number } | undefined;
}

/** What the measurement may take: milliseconds for trips and answers each, and bytes of all answers together. */
export const lineLimits = { trips: 9, milliseconds: 3_000, bytes: 8e6 } as const;

const smallest = 16 * 1024;
const growth = 4;

/**
Measures round trip and throughput towards this machine. The server makes the bytes itself: no table is read and nothing is written. Answers
grow from 16 KiB, and none is asked for that would not end in time at the rate of the one before. `clock` gives milliseconds that only grow.
Rejects with the driver's error.
*/
export async function measureLine(ask: Ask, clock: () => number): Promise<Line> {
	const timed = async (sql: string) => {
		const began = clock();
		const [row] = await ask(sql);
		return { row, seconds: (clock() - began) / 1000 };
	};
	const tripsBegan = clock();
	const trips: number[] = [];
	while (trips.length < lineLimits.trips && (trips.length === 0 || clock() - tripsBegan < lineLimits.milliseconds)) {
		trips.push((await timed('SELECT 1 AS one')).seconds);
	}
	trips.sort((one, other) => one - other);
	const roundTrip = trips[trips.length >> 1] ?? 0;

	const began = clock();
	let carried: Line['carried'];
	let total = 0;
	for (let bytes = smallest; total + bytes <= lineLimits.bytes; bytes *= growth) {
		const expected = carried ? (bytes * 8_000) / carried.bitsPerSecond : 0;
		if (clock() - began + expected > lineLimits.milliseconds) break;
		const { row, seconds } = await timed(`SELECT repeat('x', ${bytes}) AS bytes`);
		// A server gives NULL for what is longer than the packets it allows.
		const came = String(row?.bytes ?? '').length;
		if (came < bytes) break;
		total += came;
		// What takes no longer than an empty answer says nothing of the line.
		if (seconds > roundTrip) carried = { bytes: came, bitsPerSecond: (came * 8) / (seconds - roundTrip) };
	}
	return { roundTrip, between: [trips[0] ?? roundTrip, trips.at(-1) ?? roundTrip], trips: trips.length, carried };
}

/** The facts that the line shows. They are about the line that was measured, never about the one from the place to AWS. */
export function factsOfLine({ roundTrip, between, trips, carried }: Line, address: string, at: string): Facts {
	const line = `between ${address} and the machine that ran headwater, not towards AWS`;
	const { 'probe.roundTrip': median } = factsOf({ 'probe.roundTrip': roundTrip }, `${trips} × SELECT 1 ${line}`, at);
	return {
		...(median ? { 'probe.roundTrip': { ...median, between } } : {}),
		...(carried
			? factsOf(
					{ 'probe.throughput': carried.bitsPerSecond },
					`one answer of ${carried.bytes} bytes that the server made, on one connection ${line}`,
					at,
				)
			: {}),
	};
}
