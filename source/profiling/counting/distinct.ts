/** Different values and how often each came, in bounded memory. */
export interface Distinct {
	/** `hash` is not 0. */
	add(hash: number): void;
	/** How many there are, how many came once, and the relative error of both (99 %); 0: counted. */
	figures(): { readonly distinct: number; readonly single: number; readonly error: number };
	/** How often values came, most first; undefined once values had to be left out. */
	counts(): readonly number[] | undefined;
	/** The kept values by their hash: all of those whose hash is a multiple of `level`. */
	sketch(): { readonly level: number; readonly hashes: ReadonlySet<number> };
	/** Rows beyond the first of each value, as a share of all rows. */
	repeats(): number;
}

const starting = 1024;

/**
Adaptive sampling (Wegman; Flajolet 1990): while different values fit they are counted; when they do not, only those whose hash
ends in a zero bit are kept, then in two, and so on. What is kept is a fair sample of the values with their counts.
*/
export function distinctValues(capacity = 65_536): Distinct {
	let size = starting;
	let hashes = new Float64Array(size);
	let counts = new Uint32Array(size);
	let held = 0;
	let level = 1;

	const place = (hash: number, count: number): void => {
		let slot = (hash / level) % size;
		slot = Math.floor(slot);
		for (;;) {
			const there = hashes[slot];
			if (there === hash) {
				counts[slot] = (counts[slot] as number) + count;
				return;
			}
			if (there === 0) {
				hashes[slot] = hash;
				counts[slot] = count;
				held += 1;
				return;
			}
			slot = slot + 1 === size ? 0 : slot + 1;
		}
	};
	const rebuild = (): void => {
		const [oldHashes, oldCounts] = [hashes, counts];
		hashes = new Float64Array(size);
		counts = new Uint32Array(size);
		held = 0;
		for (let slot = 0; slot < oldHashes.length; slot += 1) {
			const hash = oldHashes[slot] as number;
			if (hash !== 0 && hash % level === 0) place(hash, oldCounts[slot] as number);
		}
	};
	return {
		add(hash) {
			if (hash % level !== 0) return;
			place(hash, 1);
			if (held * 2 < size) return;
			if (held >= capacity) level *= 2;
			else size *= 2;
			rebuild();
		},
		figures() {
			let single = 0;
			for (const count of counts) if (count === 1) single += 1;
			return { distinct: held * level, single: single * level, error: level === 1 ? 0 : 3.1 / Math.sqrt(held) };
		},
		counts: () => (level === 1 ? [...counts].filter((count) => count > 0).toSorted((a, b) => b - a) : undefined),
		sketch: () => ({ level, hashes: new Set(hashes.filter((hash) => hash !== 0)) }),
		repeats() {
			let rows = 0;
			for (const count of counts) rows += count;
			return rows === 0 ? 0 : (rows - held) / rows;
		},
	};
}
