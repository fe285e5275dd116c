/** Bytes that are asked for at a time. */
const room = 1 << 20;

/** Ids one behind the other. */
export interface IdList {
	readonly add: (ids: readonly string[]) => void;
	/** All that were added, as JSON without the brackets, in pieces between which a comma is missing. */
	readonly pieces: () => readonly Buffer[];
}

/** Makes lists that stand outside of what is collected, many lists on a page: a million ids are looked at once, at the end. */
export function idStore(): () => IdList {
	const pages: Buffer[] = [];
	let page = Buffer.alloc(0);
	let filled = 0;
	return () => {
		/** Page, begin and end of each piece. */
		const spans: number[] = [];
		return {
			add: (ids) => {
				const text = JSON.stringify(ids).slice(1, -1);
				// No character takes more than three bytes.
				if (filled + 3 * text.length > page.length) {
					page = Buffer.allocUnsafeSlow(Math.max(room, 3 * text.length));
					pages.push(page);
					filled = 0;
				}
				const from = filled;
				filled += page.write(text, from);
				spans.push(pages.length - 1, from, filled);
			},
			pieces: () =>
				Array.from({ length: spans.length / 3 }, (_, index) => {
					const [number, from, to] = spans.slice(3 * index, 3 * index + 3) as [number, number, number];
					return (pages[number] as Buffer).subarray(from, to);
				}),
		};
	};
}
