import stringWidth from 'string-width';
import { clean } from '../facts/clean.ts';
import type { Plan } from '../plan/plan.ts';
import { edgeLabel, type Lane, type LaneEdge, lanes } from './lanes.ts';

/** Narrower than this a row says nothing any more. */
const least = 40;
/** What a row has beside its three texts: ` from ─ via ─▶ to`. */
const drawn = 8;

/**
The picture of a plan as text: a band for each layer, a row for each edge, `source ─ service ─▶ store`. Every line is at most
`columns` cells wide (at least 40), wide characters counted as two; what does not fit ends in an ellipsis.
*/
export function textDiagram(plan: Plan, columns: number): string {
	const width = Math.max(least, Math.floor(columns));
	const picture = lanes(plan);
	const titles = new Map(picture.lanes.flatMap(({ nodes }) => nodes).map(({ id, title }) => [id, plain(title)]));
	const rows = picture.edges.map((edge) => ({
		edge,
		from: titles.get(edge.from) ?? '',
		via: plain(edgeLabel(edge)),
		to: titles.get(edge.to) ?? '',
	}));
	const room = width - drawn;
	const from = widest(
		rows.map((row) => row.from),
		Math.floor(room * 0.3),
	);
	const to = widest(
		rows.map((row) => row.to),
		Math.floor(room * 0.3),
	);
	const via = widest(
		rows.map((row) => row.via),
		room - from - to,
	);
	const row = (texts: { from: string; via: string; to: string }) =>
		` ${padded(cut(texts.from, from), from, ' ')} ─ ${padded(`${cut(texts.via, via)} `, via + 1, '─')}─▶ ${cut(texts.to, to)}`;
	const bands = picture.lanes.flatMap((lane) => [
		band(lane, width),
		...rows.filter(({ edge }) => startsIn(edge, lane)).map(row),
		...alone(lane, picture.edges).map((title) => ` ${cut(plain(title), width - 1)}`),
	]);
	return bands.map((line) => `${line.trimEnd()}\n`).join('');
}

const plain = (text: string): string => clean(text).replace(/\s+/gu, ' ').trim();

const startsIn = ({ from }: LaneEdge, { nodes }: Lane): boolean => nodes.some(({ id }) => id === from);

/** Titles of the nodes of a layer that no edge touches. */
const alone = ({ nodes }: Lane, edges: readonly LaneEdge[]): readonly string[] =>
	nodes.filter(({ id }) => !edges.some(({ from, to }) => from === id || to === id)).map(({ title }) => title);

function band({ title }: Lane, width: number): string {
	const head = `── ${cut(title, width - 4)} `;
	return padded(head, width, '─');
}

const widest = (texts: readonly string[], most: number): number =>
	Math.min(most, Math.max(1, ...texts.map((text) => stringWidth(text))));

const padded = (text: string, width: number, fill: string): string =>
	text + fill.repeat(Math.max(0, width - stringWidth(text)));

const letters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The text itself if it fits into `width` cells, else its beginning and an ellipsis; no letter is cut in two. */
function cut(text: string, width: number): string {
	if (stringWidth(text) <= width) return text;
	let kept = '';
	for (const { segment } of letters.segment(text)) {
		if (stringWidth(kept + segment) > width - 1) break;
		kept += segment;
	}
	return `${kept}…`;
}
