import { clean } from '../facts/clean.ts';
import type { Plan } from '../plan/plan.ts';
import { type DiagramName, diagrams } from './drawing/diagrams.ts';
import { lanes } from './drawing/lanes.ts';
import { edgeLabel, type Lane, type LaneEdge, type Picture } from './drawing/picture.ts';
import { cut, padded, widest, wrapped } from './drawing/text-columns.ts';

/** Narrower than this a row says nothing any more. */
const least = 38;
/** What a row has beside its three texts: ` from ─ via ─▶ to`. */
const drawn = 8;
/** A text that does not fit goes on below, and is cut only after so many lines. */
const mostLines = 4;

/**
A picture of a plan as text: a band for each layer, a row for each edge, `source ─ service ─▶ store`. Every line is at most
`columns` cells wide (at least 38), wide characters counted as two; what does not fit goes on in the next line.
*/
export function textDiagram(plan: Plan, columns: number, of: DiagramName = 'data-flow'): string {
	const rows = pictureRows(of === 'data-flow' ? lanes(plan) : diagrams[of].draw(plan), columns);
	return rows.map(({ text }) => `${text}\n`).join('');
}

/** A line of the picture. */
export interface DiagramRow {
	readonly text: string;
	/** The edge that begins on this line. */
	readonly edge?: LaneEdge;
}

/** The lines of the data flow, to be walked edge by edge. */
export const diagramRows = (plan: Plan, columns: number): readonly DiagramRow[] => pictureRows(lanes(plan), columns);

function pictureRows(picture: Picture, columns: number): readonly DiagramRow[] {
	const width = Math.max(least, Math.floor(columns));
	const titles = new Map(picture.lanes.flatMap(({ nodes }) => nodes).map(({ id, title }) => [id, plain(title)]));
	const rows = picture.edges.map((edge) => ({
		edge,
		from: titles.get(edge.from) ?? '',
		via: plain(edgeLabel(edge)),
		to: titles.get(edge.to) ?? '',
	}));
	const room = width - drawn;
	const third = Math.floor(room * 0.3);
	const from = widest(
		rows.map((row) => row.from),
		third,
	);
	const to = widest(
		rows.map((row) => row.to),
		third,
	);
	const via = widest(
		rows.map((row) => row.via),
		room - from - to,
	);
	return picture.lanes.flatMap((lane): readonly DiagramRow[] => [
		{ text: band(lane, width) },
		...rows
			.filter(({ edge }) => startsIn(edge, lane))
			.flatMap(({ edge, ...texts }) =>
				row(texts, { from, via, to }).map((line, index) => ({
					text: line.trimEnd(),
					...(index === 0 ? { edge } : {}),
				})),
			),
		...alone(lane, picture.edges).map((title) => ({ text: ` ${cut(plain(title), width - 1)}`.trimEnd() })),
	]);
}

interface Columns<T> {
	readonly from: T;
	readonly via: T;
	readonly to: T;
}

function row(texts: Columns<string>, widths: Columns<number>): readonly string[] {
	const from = wrapped(texts.from, widths.from, mostLines);
	const via = wrapped(texts.via, widths.via, mostLines);
	const to = wrapped(texts.to, widths.to, mostLines);
	const count = Math.max(from.length, via.length, to.length);
	return Array.from({ length: count }, (_, index) => {
		const start = ` ${padded(from[index] ?? '', widths.from, ' ')}`;
		if (index > 0) return `${start}   ${padded(via[index] ?? '', widths.via + 1, ' ')}   ${to[index] ?? ''}`;
		const label = via[0] === '' ? '' : `${via[0]} `;
		return `${start} ─${label === '' ? '─' : ' '}${padded(label, widths.via + 1, '─')}─▶ ${to[0]}`;
	});
}

const plain = (text: string): string => clean(text).replace(/\s+/gu, ' ').trim();

const startsIn = ({ from }: LaneEdge, { nodes }: Lane): boolean => nodes.some(({ id }) => id === from);

/** Titles of the nodes of a layer that no edge touches. */
const alone = ({ nodes }: Lane, edges: readonly LaneEdge[]): readonly string[] =>
	nodes.filter(({ id }) => !edges.some(({ from, to }) => from === id || to === id)).map(({ title }) => title);

function band({ title }: Lane, width: number): string {
	const head = `── ${cut(plain(title), width - 4)} `;
	return padded(head, width, '─');
}
