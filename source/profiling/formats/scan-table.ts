import type { Source } from '../../estate/estate.ts';
import { scan } from '../content-calls.ts';
import type { Reading, ReadSource } from '../reader.ts';
import { itemOf } from './items.ts';
import { schemaOf } from './looking.ts';
import { alikeNames, flattened } from './nested.ts';

type AttributeValue = Parameters<typeof itemOf>[0][string];
interface Page {
	readonly Items?: readonly Readonly<Record<string, AttributeValue>>[];
	readonly LastEvaluatedKey?: unknown;
	readonly ConsumedCapacity?: { readonly CapacityUnits?: number };
}

/** A segment, and the key after which it is read on. */
interface Part {
	readonly segment: number;
	readonly turn: number;
	readonly after?: unknown;
}

const unitBytes = 8192;
const mostItems = 100;
const mostSegments = 500;

/** Reads pages of random segments until the next one could exceed the read units, or all segments were read. */
export async function scanTable(
	source: Source,
	reading: Reading,
	known: { readonly itemBytes?: number; readonly rows?: number },
): Promise<ReadSource> {
	const { budget, gathering, signal, random } = reading;
	const caller = await reading.openFor(source);
	const { service, operation } = scan;
	const total = Math.max(1, Math.min(mostSegments, Math.ceil((known.rows ?? 0) / mostItems)));
	const waiting: Part[] = Array.from({ length: total }, (_, segment) => ({ segment, turn: random() })).toSorted(
		(a, b) => a.turn - b.turn,
	);
	const pages: (readonly Readonly<Record<string, unknown>>[])[] = [];
	let [units, items, bytes] = [0, 0, 0];
	let complete = true;
	for (let part = waiting.shift(); part !== undefined; part = waiting.shift()) {
		const average = items === 0 ? known.itemBytes : (units / items) * unitBytes;
		// Until the size of an item is known one is read, whatever it costs.
		const Limit =
			average === undefined
				? 1
				: Math.min(mostItems, Math.floor((budget.limits.readUnits - units) / Math.max(0.5, (average * 2) / unitBytes)));
		if (Limit < 1 || signal.aborted || budget.ended() !== undefined) {
			complete = false;
			break;
		}
		const { segment: Segment, after } = part;
		const input = {
			TableName: source.title,
			Limit,
			Segment,
			TotalSegments: total,
			ReturnConsumedCapacity: 'TOTAL',
			...(after === undefined ? {} : { ExclusiveStartKey: after }),
		};
		const page = await caller.call<Page>({ service, operation, region: source.region ?? '', input, signal });
		const records = (page.Items ?? []).map(itemOf);
		const size = Buffer.byteLength(JSON.stringify(page.Items ?? []));
		// What an answer does not tell is counted by its size.
		units += Math.max(page.ConsumedCapacity?.CapacityUnits ?? 0, Math.ceil(size / 4096) / 2);
		items += records.length;
		bytes += size;
		budget.spend('bytes', size);
		budget.spend('rows', records.length);
		if (page.LastEvaluatedKey !== undefined) waiting.push({ ...part, after: page.LastEvaluatedKey });
		pages.push(records);
	}
	budget.spend('readUnits', units);
	const rows = pages.map((page) => page.map(flattened));
	const table = gathering.tableFor('items', schemaOf(rows.flat().slice(0, 500)), source.title);
	const alike = alikeNames();
	for (const page of rows) {
		table.tally.piece();
		for (const { names, values } of page) table.tally.row(alike(names), values);
	}
	table.bytes = bytes;
	table.whole = complete;
	table.stored = complete ? items : known.rows;
	return { whole: complete };
}
