import { HeadwaterError } from '../../errors.ts';
import { type Estate, emptyEstate, type Place } from '../../estate/estate.ts';
import type { Look, Table } from '../databases/catalogue.ts';
import { schemasOf } from '../databases/schemas.ts';
import { type CsvRow, csvRows } from './csv-rows.ts';

const wanted = ['table_schema', 'table_name', 'bytes', 'row_count', 'keyed'] as const;
const counters = ['inserted', 'updated', 'deleted'] as const;

/** Databases whose catalogue somebody else read stand outside AWS, until an answer says where. */
const elsewhere: Place = { id: 'databases', title: 'Databases read by query', where: 'on-premises', facts: {} };

/**
The schemas in the result of one of the queries that `headwater query` prints, saved as CSV with a line of column names. HeadwaterError
`queried-…` with file and line for what is no such result.
*/
export function readQueried(text: string, file: string, at: string): Estate {
	const [head, ...rows] = csvRows(text);
	const names = (head?.cells ?? []).map((name) => name.trim().toLowerCase());
	const missing = wanted.filter((name) => !names.includes(name));
	if (missing.length > 0) throw refusal(file, 1, `the columns ${missing.join(', ')} are missing.`);
	const records = rows.map((row) => recordOf(row, names, file));
	const [first] = records;
	const look = lookOf(records);
	return {
		...emptyEstate,
		places: [elsewhere],
		sources: schemasOf(look, look, {
			place: elsewhere.id,
			address: first?.get('database_name') || file.replace(/^.*[/\\]/, ''),
			managed: 'self',
			evidence: file,
			at,
		}),
	};
}

interface Row {
	readonly get: (name: string) => string;
	readonly number: (name: string) => number;
}

function recordOf({ line, cells }: CsvRow, names: readonly string[], file: string): Row {
	if (cells.length !== names.length) {
		throw refusal(file, line, `${cells.length} cells where the first line names ${names.length} columns.`);
	}
	const get = (name: string) => cells[names.indexOf(name)]?.trim() ?? '';
	return {
		get,
		number(name) {
			const value = Number(get(name) || 0);
			if (Number.isFinite(value) && value >= 0) return value;
			throw refusal(file, line, `"${get(name)}" in the column ${name} is no number from 0 up.`);
		},
	};
}

function lookOf(records: readonly Row[]): Look {
	const said = (name: string) => records[0]?.get(name) || undefined;
	const readable = said('changes_readable');
	return {
		server: {
			engine: said('engine') ?? 'other',
			version: said('version') ?? '',
			charset: said('charset'),
			changes: readable === undefined ? undefined : { readable: isYes(readable), evidence: 'changes_readable' },
		},
		tables: records.map(tableOf),
		clock: 0,
	};
}

function tableOf(row: Row): Table {
	const counted = counters.every((name) => row.get(name) !== '');
	return {
		schema: row.get('table_schema'),
		name: row.get('table_name'),
		bytes: row.number('bytes'),
		rows: row.number('row_count'),
		keyed: isYes(row.get('keyed')),
		...(counted
			? {
					written: {
						inserted: row.number('inserted'),
						updated: row.number('updated'),
						deleted: row.number('deleted'),
					},
				}
			: {}),
	};
}

/** Clients write a truth in their own way. */
const isYes = (text: string): boolean => /^(?:1|t|true|y|yes)$/i.test(text);

const refusal = (file: string, line: number, says: string): HeadwaterError =>
	new HeadwaterError('queried-shape', {
		message: `${file}, line ${line}: ${says}`,
		wayOut: 'Save the whole result of the query that  headwater query ENGINE  prints, as CSV with its column names.',
	});
