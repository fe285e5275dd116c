import type { Source } from '../../estate/estate.ts';
import type { Reading } from '../reader.ts';
import { schemaOf } from './looking.ts';
import { alikeNames, flattened, isRecord } from './nested.ts';

interface Message {
	readonly message: string;
	/** Milliseconds; when it arrived. */
	readonly at?: number;
}

/** Takes messages of a log or a stream as rows: records of JSON by their fields, anything else as a line of text. */
export function takeMessages(messages: readonly Message[], source: Source, { gathering, budget }: Reading): void {
	const rows = messages.map(({ message, at }) => {
		const { names, values } = flattened(recordOf(message));
		return at === undefined
			? { names, values }
			: { names: [...names, 'arrival.time'], values: [...values, new Date(at)] };
	});
	if (rows.length === 0) {
		gathering.unread('Nothing was there to be read.');
		return;
	}
	const isJson = messages.some(({ message }) => isRecord(parsed(message)));
	const table = gathering.tableFor(isJson ? 'ndjson' : 'log', schemaOf(rows), source.title);
	const alike = alikeNames();
	table.tally.piece();
	for (const { names, values } of rows) table.tally.row(alike(names), values);
	const bytes = messages.reduce((sum, { message }) => sum + Buffer.byteLength(message), 0);
	table.bytes += bytes;
	table.whole = false;
	budget.spend('bytes', bytes);
	budget.spend('rows', rows.length);
}

const recordOf = (message: string): unknown => {
	const record = parsed(message);
	return isRecord(record) ? record : { line: message };
};

function parsed(message: string): unknown {
	try {
		return JSON.parse(message);
	} catch {
		return undefined;
	}
}
