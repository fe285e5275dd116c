export interface Encoding {
	/** As `TextDecoder` knows it. */
	readonly label: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
	/** Bytes at the start that are no text. */
	readonly mark: number;
	readonly trouble?: string;
}

/** The encoding that the first bytes show. What is no UTF-8 and has no zero bytes is taken for Windows-1252. */
export function encodingOf(start: Uint8Array): Encoding {
	const [first, second, third] = start;
	if (first === 0xef && second === 0xbb && third === 0xbf) {
		return { label: 'utf-8', mark: 3, trouble: 'begins with a byte order mark' };
	}
	if (first === 0xff && second === 0xfe) return { label: 'utf-16le', mark: 2, trouble: 'is UTF-16, not UTF-8' };
	if (first === 0xfe && second === 0xff) return { label: 'utf-16be', mark: 2, trouble: 'is UTF-16, not UTF-8' };
	let [even, odd] = [0, 0];
	for (let index = 0; index < start.length; index += 1) {
		if (start[index] !== 0) continue;
		if (index % 2 === 0) even += 1;
		else odd += 1;
	}
	const half = start.length / 2;
	if (odd > half * 0.4 && even < half * 0.05) return { label: 'utf-16le', mark: 0, trouble: 'is UTF-16, not UTF-8' };
	if (even > half * 0.4 && odd < half * 0.05) return { label: 'utf-16be', mark: 0, trouble: 'is UTF-16, not UTF-8' };
	try {
		new TextDecoder('utf-8', { fatal: true }).decode(start, { stream: true });
		return { label: 'utf-8', mark: 0 };
	} catch {
		return { label: 'windows-1252', mark: 0, trouble: 'is not UTF-8 and was read as Windows-1252' };
	}
}
