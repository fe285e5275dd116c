import type { Encoding } from './encoding.ts';

/** Characters of a line beyond which it is not kept. */
export const longestLine = 1_000_000;

export interface LineTroubles {
	tooLong: number;
	zeros: number;
	broken: number;
	carriage: number;
	plain: number;
}
export const noLineTroubles = (): LineTroubles => ({ tooLong: 0, zeros: 0, broken: 0, carriage: 0, plain: 0 });

interface Piece {
	readonly encoding: Encoding;
	/** It begins at the start of the text, or somewhere within; then the first line is half a line. */
	readonly begins: boolean;
	/** It ends with the text. */
	readonly ends: boolean;
	readonly troubles: LineTroubles;
}

/** The whole lines of a piece of text, many at once; memory is bounded by the longest line that is kept. */
export async function* linesOf(parts: AsyncIterable<Uint8Array>, piece: Piece): AsyncGenerator<readonly string[]> {
	const { encoding, begins, ends, troubles } = piece;
	const decoder = new TextDecoder(encoding.label, { ignoreBOM: true });
	let rest = '';
	let skipping = !begins;
	let mark = begins ? encoding.mark : 0;
	for await (const part of parts) {
		const bytes = mark > 0 ? part.subarray(mark) : part;
		mark = 0;
		const text = cleaned(decoder.decode(bytes, { stream: true }), troubles);
		const lines = (rest + text).split('\n');
		rest = lines.pop() ?? '';
		if (skipping && lines.length > 0) {
			lines.shift();
			skipping = false;
		}
		if (rest.length > longestLine) {
			// The rest of it is passed over until it ends.
			if (!skipping) troubles.tooLong += 1;
			skipping = true;
			rest = '';
		}
		if (lines.length > 0) yield lines.map((line) => ended(line, troubles));
	}
	rest += cleaned(decoder.decode(), troubles);
	if (ends && !skipping && rest !== '') yield [ended(rest, troubles)];
}

function ended(line: string, troubles: LineTroubles): string {
	if (!line.endsWith('\r')) {
		troubles.plain += 1;
		return line;
	}
	troubles.carriage += 1;
	return line.slice(0, -1);
}

function cleaned(text: string, troubles: LineTroubles): string {
	if (text.includes('\ufffd')) troubles.broken += 1;
	if (!text.includes('\0')) return text;
	troubles.zeros += 1;
	return text.replaceAll('\0', '');
}

/** What the lines of a file say about how it was written, a sentence part each. */
export function lineTroubles({ tooLong, zeros, broken, carriage, plain }: LineTroubles): readonly string[] {
	return [
		...(tooLong > 0
			? [`has lines of more than ${longestLine.toLocaleString('en-US')} characters, which were left out`]
			: []),
		...(zeros > 0 ? ['has zero bytes in its text'] : []),
		...(broken > 0 ? ['has bytes that are no characters of its encoding'] : []),
		...(carriage > 0 && plain > 1 && carriage > 1 ? ['ends some lines with CR LF and others with LF'] : []),
	];
}
