import type { Columns, Item } from './svg-columns.ts';

const sweeps = 8;
/** No more room than this is left between two of a column, beyond what must be. */
const farthest = 24;

/** The middle of each item, from top to bottom, in pixels. `height` is what an item takes, `gap` what lies between two. */
export function middles(
	{ columns }: Columns,
	height: (item: Item) => number,
	gap: (above: Item, below: Item) => number,
): ReadonlyMap<string, number> {
	const order = ordered(columns);
	const middle = new Map<string, number>();
	for (const column of order) stack(column, middle, height, gap);
	for (let sweep = 0; sweep < sweeps; sweep += 1) {
		const forth = sweep % 2 === 0;
		for (const column of forth ? order : order.toReversed()) {
			const wanted = column.map((item) => mean(forth ? item.before : item.after, middle) ?? middle.get(item.id) ?? 0);
			settle(column, wanted, middle, height, gap);
		}
	}
	const top = Math.min(0, ...order.flat().map((item) => (middle.get(item.id) ?? 0) - height(item) / 2));
	return new Map([...middle].map(([id, y]) => [id, y - top]));
}

/** Neighbours stand at the height of what they are connected with, so that few edges cross; lanes stay together. */
function ordered(columns: readonly (readonly Item[])[]): readonly (readonly Item[])[] {
	let order = columns;
	for (let sweep = 0; sweep < sweeps; sweep += 1) {
		const forth = sweep % 2 === 0;
		const index = new Map(order.flatMap((column) => column.map(({ id }, at) => [id, at / column.length])));
		order = order.map((column) => {
			const weight = new Map(
				column.map((item) => [item.id, mean(forth ? item.before : item.after, index) ?? index.get(item.id) ?? 0]),
			);
			const laneWeight = new Map(
				[...Map.groupBy(column, ({ lane }) => lane ?? -1)].map(([lane, items]) => [
					lane,
					items.reduce((sum, { id }) => sum + (weight.get(id) ?? 0), 0) / items.length,
				]),
			);
			const near = ({ id, lane }: Item) => (lane === undefined ? weight.get(id) : laneWeight.get(lane)) ?? 0;
			return column.toSorted(
				(a, b) =>
					near(a) - near(b) || (a.lane ?? -1) - (b.lane ?? -1) || (weight.get(a.id) ?? 0) - (weight.get(b.id) ?? 0),
			);
		});
	}
	return order;
}

type Height = (item: Item) => number;
type Gap = (above: Item, below: Item) => number;

function stack(column: readonly Item[], middle: Map<string, number>, height: Height, gap: Gap): void {
	let y = 0;
	for (const [at, item] of column.entries()) {
		const above = column[at - 1];
		if (above) y += gap(above, item);
		middle.set(item.id, y + height(item) / 2);
		y += height(item);
	}
}

/** As near to what is wanted as the order and the distances allow: pushed down, then back up as far as there is room. */
function settle(
	column: readonly Item[],
	wanted: readonly number[],
	middle: Map<string, number>,
	height: Height,
	gap: Gap,
): void {
	const down: number[] = [];
	for (const [at, item] of column.entries()) {
		const above = column[at - 1];
		const least = above ? (down[at - 1] ?? 0) + distance(above, item, height, gap) : Number.NEGATIVE_INFINITY;
		down.push(Math.max(wanted[at] ?? 0, least));
	}
	for (let at = column.length - 2; at >= 0; at -= 1) {
		const [here, below] = [column[at], column[at + 1]];
		if (here && below)
			down[at] = Math.max(down[at] ?? 0, (down[at + 1] ?? 0) - distance(here, below, height, gap) - farthest);
	}
	// What was pushed down on the whole goes back up, for the column alike.
	const excess =
		column.reduce((sum, _, at) => sum + (down[at] ?? 0) - (wanted[at] ?? 0), 0) / Math.max(1, column.length);
	for (const [at, item] of column.entries()) middle.set(item.id, (down[at] ?? 0) - excess);
}

const distance = (above: Item, below: Item, height: Height, gap: Gap): number =>
	height(above) / 2 + gap(above, below) + height(below) / 2;

function mean(ids: readonly string[], of: ReadonlyMap<string, number>): number | undefined {
	const values = ids.flatMap((id) => of.get(id) ?? []);
	return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;
}
