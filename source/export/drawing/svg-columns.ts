import type { Picture } from './picture.ts';

/** What stands in a column: a node, or a place where a longer edge passes. */
export interface Item {
	/** The id of a node, or of an edge with the column it passes. */
	readonly id: string;
	/** Index of its lane in the picture; of a passing edge: none. */
	readonly lane?: number;
	readonly before: string[];
	readonly after: string[];
}

/** Where edges run: through the items of `stops`, in order. */
interface Course {
	readonly stops: readonly string[];
}

export interface Columns {
	readonly columns: readonly (readonly Item[])[];
	/** In the order of the picture's edges. */
	readonly courses: readonly Course[];
	readonly columnOf: ReadonlyMap<string, number>;
}

/**
A picture in columns from left to right. Lanes follow each other as their edges do, and lanes without edges between them share
a column; inside a lane a node stands behind those that lead to it. An edge over several columns has a place in each, so that
it runs past nodes and never behind them.
*/
export function inColumns(picture: Picture): Columns {
	const { lanes, edges } = picture;
	const laneOf = new Map(lanes.flatMap(({ nodes }, lane) => nodes.map(({ id }) => [id, lane])));
	const lane = (id: string) => laneOf.get(id) ?? 0;
	const between = edges.filter(({ from, to }) => lane(from) !== lane(to));
	const laneRanks = ranks(
		lanes.map((_, index) => String(index)),
		between.map(({ from, to }) => [String(lane(from)), String(lane(to))]),
	);
	const inner = ranks(
		[...laneOf.keys()],
		edges.filter(({ from, to }) => lane(from) === lane(to)).map(({ from, to }) => [from, to]),
	);
	const depth = (rank: number) =>
		Math.max(
			0,
			...[...laneOf].filter(([, at]) => laneRanks.get(String(at)) === rank).map(([id]) => inner.get(id) ?? 0),
		);
	const last = Math.max(0, ...laneRanks.values());
	const starts = Array.from({ length: last + 1 }, () => 0);
	for (let rank = 1; rank <= last; rank += 1) starts[rank] = (starts[rank - 1] ?? 0) + depth(rank - 1) + 1;
	const columnOf = new Map(
		[...laneOf].map(([id, at]) => [id, (starts[laneRanks.get(String(at)) ?? 0] ?? 0) + (inner.get(id) ?? 0)]),
	);
	return placed(picture, laneOf, columnOf);
}

/** The longest way to each from where nothing leads; what closes a circle is not counted. */
function ranks(ids: readonly string[], pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, number> {
	const found = new Map(ids.map((id) => [id, 0]));
	for (let round = 0; round < ids.length; round += 1) {
		let moved = false;
		for (const [from, to] of pairs) {
			const wanted = (found.get(from) ?? 0) + 1;
			if (from === to || wanted >= ids.length || (found.get(to) ?? 0) >= wanted) continue;
			found.set(to, wanted);
			moved = true;
		}
		if (!moved) break;
	}
	return found;
}

function placed(
	{ edges }: Picture,
	laneOf: ReadonlyMap<string, number>,
	columnOf: ReadonlyMap<string, number>,
): Columns {
	const items = new Map<string, Item>([...laneOf].map(([id, lane]) => [id, { id, lane, before: [], after: [] }]));
	const columns: Item[][] = Array.from({ length: Math.max(0, ...columnOf.values()) + 1 }, () => []);
	for (const item of items.values()) columns[columnOf.get(item.id) ?? 0]?.push(item);
	const courses = edges.map(({ from, to }, index) => {
		const [start, end] = [columnOf.get(from) ?? 0, columnOf.get(to) ?? 0];
		const passed = Array.from({ length: Math.max(0, end - start - 1) }, (_, step) => {
			const item: Item = { id: `${index} ${start + step + 1}`, before: [], after: [] };
			items.set(item.id, item);
			columns[start + step + 1]?.push(item);
			return item.id;
		});
		const stops = [from, ...passed, to];
		for (const [at, stop] of stops.entries()) {
			const next = stops[at + 1];
			if (next === undefined || end <= start) continue;
			items.get(stop)?.after.push(next);
			items.get(next)?.before.push(stop);
		}
		return { stops };
	});
	return { columns, courses, columnOf };
}
