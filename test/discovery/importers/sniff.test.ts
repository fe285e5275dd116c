import { expect, test } from 'vitest';
import { type Format, formatOf } from '../../../source/discovery/importers/sniff.ts';

const bytes = (text: string, encoding: BufferEncoding = 'utf8') => Buffer.from(text, encoding);
const table = (sign: string) =>
	['id', 'name', 'price'].join(sign).concat('\n', ['7', '"a, b"', '3.5'].join(sign), '\n8');

test.each<[what: string, bytes: Uint8Array, byName: Format | undefined, whole: boolean, format: Format | undefined]>([
	['Parquet by its mark', bytes('PAR1\u0015\u0004'), 'csv', false, 'parquet'],
	['Avro', bytes('Obj\u0001\u0004'), undefined, false, 'avro'],
	['ORC', bytes('ORC\u0000'), undefined, false, 'orc'],
	['a table with commas', bytes(table(',')), undefined, false, 'csv'],
	['a table with semicolons', bytes(table(';')), undefined, false, 'csv'],
	['a table with tabs, whatever its name', bytes(table('\t')), 'csv', false, 'tsv'],
	['a table of one column, by its name', bytes('id\n1\n2\n'), 'csv', true, 'csv'],
	['a table in UTF-16', bytes(`\ufeff${table(',')}`, 'utf16le'), 'csv', false, 'csv'],
	['a JSON document over lines', bytes('{\n  "orders": [\n'), 'json', false, 'json'],
	['a JSON list', bytes('[{"id": 1}, {"id": 2}'), 'json', false, 'json'],
	['one JSON document on one line', bytes('{"id": 1}\n'), 'json', true, 'json'],
	['records of JSON, whatever their name', bytes('{"id": 1}\n{"id": 2}\n{"i'), 'json', false, 'ndjson'],
	['a log line that begins with a bracket', bytes('[2026-11-24] started\n[2026-11-24] stopped'), 'log', true, 'log'],
	['a log', bytes('2026-11-24 started, slowly\n2026-11-24 stopped\n'), 'log', true, 'log'],
	['a text', bytes('Dear customer,\n\nthank you.\n'), 'text', true, 'text'],
	['XML', bytes('<?xml version="1.0"?><orders/>'), undefined, true, 'xml'],
	['a PDF', bytes('%PDF-1.7'), undefined, false, 'document'],
	['a picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), undefined, false, 'image'],
	['bytes of no known kind', Buffer.from([0, 1, 2, 3, 0]), undefined, false, 'binary'],
	['bytes under the name of a table', Buffer.from([0, 1, 2, 3, 0]), 'csv', false, 'binary'],
	['sound without a mark, by its name', Buffer.from([0xff, 0xfb, 0x90, 0]), 'audio', false, 'audio'],
	['a text whose last character is cut', bytes('grün,ü\ngrün,ü\n').subarray(0, -2), 'csv', false, 'csv'],
	['an empty file', Buffer.alloc(0), 'csv', true, undefined],
])('%s', (_, content, byName, whole, format) => {
	expect(formatOf(content, byName, whole)).toBe(format);
});
