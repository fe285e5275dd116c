import type { FactOf } from '../../facts/index.ts';

/** A format of the vocabulary. */
export type Format = FactOf<'format'>['values'][number];
export type Structure = FactOf<'structure'>['values'][number];

/** Formats by the ending of a file's name, without the dot, in small letters. */
export const formatsByEnding: Readonly<Record<string, Format>> = {
	csv: 'csv',
	tsv: 'tsv',
	tab: 'tsv',
	json: 'json',
	geojson: 'json',
	ndjson: 'ndjson',
	jsonl: 'ndjson',
	parquet: 'parquet',
	avro: 'avro',
	orc: 'orc',
	xml: 'xml',
	txt: 'text',
	md: 'text',
	log: 'log',
	...named('image', 'jpg jpeg png gif tif tiff bmp webp dcm'),
	...named('audio', 'wav mp3 flac ogg m4a opus'),
	...named('video', 'mp4 mov avi mkv webm'),
	...named('document', 'pdf doc docx xls xlsx ppt pptx odt ods'),
};

function named(format: Format, endings: string): Readonly<Record<string, Format>> {
	return Object.fromEntries(endings.split(' ').map((ending) => [ending, format]));
}

/** How much structure a format gives its content. */
export const structureOf: Readonly<Record<Format, Structure | undefined>> = {
	csv: 'structured',
	tsv: 'structured',
	parquet: 'structured',
	avro: 'structured',
	orc: 'structured',
	rows: 'structured',
	json: 'semi-structured',
	ndjson: 'semi-structured',
	xml: 'semi-structured',
	log: 'semi-structured',
	items: 'semi-structured',
	text: 'unstructured',
	image: 'unstructured',
	audio: 'unstructured',
	video: 'unstructured',
	document: 'unstructured',
	binary: 'unstructured',
	mixed: undefined,
};

/** First bytes that name a format, as Latin-1 text, by their offset. */
const marks: readonly (readonly [offset: number, mark: string, format: Format])[] = [
	[0, 'PAR1', 'parquet'],
	[0, 'Obj\u0001', 'avro'],
	[0, 'ORC', 'orc'],
	[0, '\u0089PNG', 'image'],
	[0, '\u00ff\u00d8\u00ff', 'image'],
	[0, 'GIF8', 'image'],
	[0, '%PDF', 'document'],
	[0, 'fLaC', 'audio'],
	[0, 'ID3', 'audio'],
	[8, 'WAVE', 'audio'],
	[4, 'ftyp', 'video'],
	[0, '\u001aE\u00df\u00a3', 'video'],
];

/**
The format that the first bytes of a file show; `byName` is what its ending says, and decides only between formats whose
content is alike (`log` and `text`). Undefined for an empty file. `whole` says that nothing follows these bytes.
*/
export function formatOf(bytes: Uint8Array, byName: Format | undefined, whole: boolean): Format | undefined {
	if (bytes.length === 0) return undefined;
	const latin = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 16)).toString('latin1');
	const marked = marks.find(([offset, mark]) => latin.startsWith(mark, offset));
	if (marked) return marked[2];
	const text = textIn(bytes, whole);
	// Archives of office programs and raw sound have no mark of their own that could be trusted.
	if (text === undefined)
		return byName && structureOf[byName] === 'unstructured' && byName !== 'text' ? byName : 'binary';
	return (
		jsonIn(text, whole) ?? (/^\s*<(?:\?xml|[A-Za-z!])/.test(text) ? 'xml' : (tableIn(text, byName) ?? plain(byName)))
	);
}

const plain = (byName: Format | undefined): Format => (byName === 'log' ? 'log' : 'text');

/** The text of the bytes; undefined for what is none. A character that the end cuts in two does not count. */
function textIn(bytes: Uint8Array, whole: boolean): string | undefined {
	const wide = bytes[0] === 0xff && bytes[1] === 0xfe;
	const decoder = new TextDecoder(wide ? 'utf-16le' : 'utf-8', { fatal: true });
	try {
		const text = decoder.decode(bytes, { stream: !whole });
		return text.includes('\0') ? undefined : text;
	} catch {
		return bytes.includes(0) ? undefined : Buffer.from(bytes).toString('latin1');
	}
}

// Logs like brackets too: a number or a word in them counts only if a comma or the end of the text follows.
const beginsJson =
	/^(?:\{\s*(?:"|\}|$)|\[\s*(?:[[{"\]]|$|(?:true|false|null|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)\s*(?:,|\]\s*$)))/;

function jsonIn(text: string, whole: boolean): Format | undefined {
	const start = text.trimStart();
	if (!beginsJson.test(start)) return undefined;
	const lines = start.split('\n');
	const first = lines[0]?.trim() ?? '';
	if (start.startsWith('[') || !isJson(first)) return 'json';
	const second = lines.slice(1).find((line) => line.trim() !== '');
	// One complete line and nothing behind it: a document. One complete line and more to come: records.
	return second === undefined && whole ? 'json' : 'ndjson';
}

function isJson(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}

const delimiters = [
	['\t', 'tsv'],
	[',', 'csv'],
	[';', 'csv'],
	['|', 'csv'],
] as const;

/** A table has the same number of delimiters, at least one, in every whole line; one line alone is believed to its name. */
function tableIn(text: string, byName: Format | undefined): Format | undefined {
	if (byName === 'log') return undefined;
	const lines = text.split(/\r?\n/).slice(0, 20);
	if (lines.length > 1) lines.pop();
	const told = lines.filter((line) => line.trim() !== '').map((line) => line.replace(/"(?:[^"]|"")*"/g, '""'));
	const table = delimiters.find(([sign]) => {
		const counts = told.map((line) => line.split(sign).length - 1);
		return (counts[0] ?? 0) > 0 && counts.every((count) => count === counts[0]);
	});
	const named = byName === 'csv' || byName === 'tsv';
	if (!table) return named ? byName : undefined;
	return told.length > 1 || named ? table[1] : undefined;
}
