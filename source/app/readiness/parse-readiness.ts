import { HeadwaterError } from '../../errors.ts';
import type { Readiness } from '../../profiling/judging/report.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Reads a report as this program wrote it. One that is damaged is a HeadwaterError that names the file. */
export function parseReadiness(text: string, file: string): Readiness {
	const read = fieldsIn(text);
	if (read?.version === 1 && lists(read, 'sources', isSource)) return read as unknown as Readiness;
	throw new HeadwaterError('readiness-damaged', {
		message: `${file} cannot be read as a report of this program.`,
		wayOut: 'Remove that file; what it measured stands in the estate, and the samples can be read again.',
	});
}

function fieldsIn(text: string): Fields | undefined {
	try {
		return fieldsOf(JSON.parse(text));
	} catch {
		return undefined;
	}
}

const fieldsOf = (value: unknown): Fields | undefined =>
	typeof value === 'object' && value !== null ? (value as Fields) : undefined;
const texts = (of: Fields, ...keys: readonly string[]): boolean => keys.every((key) => typeof of[key] === 'string');
const numbers = (of: Fields, ...keys: readonly string[]): boolean => keys.every((key) => typeof of[key] === 'number');
const lists = (of: Fields, key: string, isOne: (one: Fields) => boolean): boolean => {
	const list = of[key];
	return Array.isArray(list) && list.every((one) => isOne(fieldsOf(one) ?? {}));
};
const holds = (of: Fields, key: string, isIt: (one: Fields) => boolean): boolean => isIt(fieldsOf(of[key]) ?? {});

const isSource = (source: Fields): boolean =>
	texts(source, 'source', 'title', 'at') && Array.isArray(source.unread) && lists(source, 'tables', isTable);

const isTable = (table: Fields): boolean =>
	holds(table, 'figures', (of) => texts(of, 'name', 'format', 'engine') && numbers(of, 'rows')) &&
	holds(table, 'roles', ({ keys }) => Array.isArray(keys)) &&
	lists(table, 'verdicts', (of) => texts(of, 'gate', 'says') && /^(?:pass|warn|fail)$/.test(String(of.level))) &&
	lists(table, 'columns', isColumn);

const isColumn = (column: Fields): boolean =>
	holds(column, 'column', (of) => texts(of, 'name', 'type') && numbers(of, 'rows', 'missing')) &&
	holds(column, 'complete', isShare) &&
	holds(column, 'valid', isShare) &&
	Array.isArray(column.personal);

const isShare = (share: Fields): boolean => numbers(share, 'value', 'low', 'high', 'of');
