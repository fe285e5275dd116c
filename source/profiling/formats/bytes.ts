/** Something that lies somewhere as bytes and can be read in parts: a local file, an object of S3. */
export interface Bytes {
	/** For messages. */
	readonly name: string;
	readonly size: number;
	/** Fewer bytes than asked for come only at the end, or when it became shorter meanwhile. */
	read(from: number, length: number): Promise<Uint8Array>;
}

/** A part that is read in one go, from one offset up to another. */
export interface Span {
	readonly from: number;
	readonly to: number;
}

/**
The parts of `size` bytes that are read when only `allowed` may be: one at the start, one at the end, and between them one at
a random place of each equal stretch. All of it if it fits.
*/
export function spansOf(size: number, allowed: number, each: number, random: () => number): readonly Span[] {
	if (size <= allowed) return [{ from: 0, to: size }];
	const count = Math.floor(allowed / each);
	if (count < 2) return [{ from: 0, to: Math.max(1, Math.min(size, allowed)) }];
	const stretch = (size - 2 * each) / Math.max(1, count - 2);
	const between = Array.from({ length: count - 2 }, (_, index) => {
		const from = Math.floor(each + index * stretch + random() * Math.max(0, stretch - each));
		return { from, to: from + each };
	});
	return [{ from: 0, to: each }, ...between, { from: size - each, to: size }];
}
