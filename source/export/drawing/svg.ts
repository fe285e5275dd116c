import { clean } from '../../facts/clean.ts';
import { htmlText } from '../languages/html.ts';
import { edgeLabel, type Lane, type LaneEdge, type Look, type Picture } from './picture.ts';
import { type Columns, type Item, inColumns } from './svg-columns.ts';
import { middles } from './svg-places.ts';
import { widthOf, wrapped } from './text-columns.ts';

/** Pixels; a letter is taken as wide as it is on average in the letters of most systems. */
const nodeWidth = 152;
const line = 15;
const boldLetter = 7.2;
const smallLetter = 5.7;
/** Letters of a node in a line, and of what stands on an edge. */
const nodeLetters = 22;
const labelLetters = 26;
const pad = 14;
const head = 22;

/** Fill, line and letters of each look. */
const colours: Readonly<Record<Look, readonly [fill: string, stroke: string, text: string]>> = {
	source: ['#e3effb', '#2f6ca8', '#0b2540'],
	carrier: ['#efeafc', '#6b4fb3', '#24143f'],
	store: ['#e2f4e6', '#2f7d46', '#0c2b16'],
	use: ['#fff1d9', '#a86d10', '#3b2704'],
	guard: ['#e8ecef', '#5b6770', '#1c2429'],
	alarm: ['#fde4e1', '#b93a2b', '#4a120b'],
};

const style = [
	'text{font:12px system-ui,-apple-system,"Segoe UI",Helvetica,Arial,sans-serif}',
	'.lane{fill:none;stroke:#8a939b}.lanes text{fill:#4a535b;font-weight:600}',
	'.edge{fill:none;stroke:#78838d;stroke-width:1.2}.about{stroke:#b93a2b;stroke-dasharray:4 3}',
	'.label{font-size:11px;fill:#39424a;stroke:#fff;stroke-width:3px;stroke-linejoin:round;paint-order:stroke}',
	...Object.entries(colours).map(
		([look, [fill, stroke, text]]) => `.${look} rect{fill:${fill};stroke:${stroke}}.${look} text{fill:${text}}`,
	),
	'@media screen and (prefers-color-scheme:dark){.lanes text{fill:#b4bec7}.label{fill:#d5dde4;stroke:#0d1117}}',
].join('');

/**
A picture as SVG: no script, no font, no style of the page it stands in. `name` keeps the ids of several pictures on one page apart.
The same picture gives the same bytes.
*/
export function svgText(picture: Picture, title: string, name: string): string {
	const columns = inColumns(picture);
	const nodes = new Map(picture.lanes.flatMap((lane) => lane.nodes).map((node) => [node.id, node]));
	const lines = new Map([...nodes].map(([id, node]) => [id, wrapped(plain(node.title), nodeLetters, 7)]));
	const labels: Labels = new Map(picture.edges.map((edge) => [edge, labelOf(edge)]));
	const ends = endsOf(picture, labels);
	const heights = new Map(
		[...nodes.keys()].map((id) => [id, Math.max((lines.get(id)?.length ?? 1) * line + 12, ends(id) + 4)]),
	);
	const height = ({ id }: Pick<Item, 'id'>): number => heights.get(id) ?? 12;
	const gap = (above: Item, below: Item): number =>
		above.lane !== below.lane && above.lane !== undefined && below.lane !== undefined ? head + 2 * pad : 14;
	const y = middles(columns, height, gap);
	const x = lefts(picture, columns, labels);
	const box = (id: string) => {
		return {
			left: x[columns.columnOf.get(id) ?? 0] ?? 0,
			middle: (y.get(id) ?? 0) + head + pad + 4,
			tall: height({ id }),
		};
	};
	const edges = drawnEdges(picture, columns, box, x, (id) => (y.get(id) ?? 0) + head + pad + 4, name, labels);
	const boxes = [...nodes].map(([id, { look }]) => {
		const { left, middle, tall } = box(id);
		const text = lines.get(id) ?? [];
		const first = middle - ((text.length - 1) * line) / 2 + 4;
		const spans = text.map(
			(part, at) => `<tspan x="${left + nodeWidth / 2}" y="${round(first + at * line)}">${htmlText(part)}</tspan>`,
		);
		return `<g class="${look}"><rect x="${left}" y="${round(middle - tall / 2)}" width="${nodeWidth}" height="${round(tall)}" rx="4"/><text text-anchor="middle">${spans.join('')}</text></g>`;
	});
	const wide = (x.at(-1) ?? 0) + nodeWidth + 2 * pad;
	const deep = Math.max(0, ...[...nodes.keys()].map((id) => box(id).middle + box(id).tall / 2)) + 2 * pad;
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${round(wide)} ${round(deep)}" width="${round(wide)}" height="${round(deep)}" role="img" aria-label="${htmlText(title)}">`,
		`<style>${style}</style>`,
		`<defs><marker id="${name}-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z" fill="#78838d"/></marker></defs>`,
		`<g class="lanes">${picture.lanes.map((lane) => laneBox(lane, box)).join('')}</g>`,
		...edges,
		...boxes,
		'</svg>\n',
	].join('\n');
}

const plain = (text: string): string => clean(text).replace(/\s+/gu, ' ').trim();
const round = (value: number): number => Math.round(value * 10) / 10;

type Box = (id: string) => { readonly left: number; readonly middle: number; readonly tall: number };

function laneBox({ title, nodes }: Lane, box: Box): string {
	const boxes = nodes.map(({ id }) => box(id));
	const left = Math.min(...boxes.map((one) => one.left)) - pad;
	const right = Math.max(...boxes.map((one) => one.left)) + nodeWidth + pad;
	const top = Math.min(...boxes.map(({ middle, tall }) => middle - tall / 2)) - head;
	const bottom = Math.max(...boxes.map(({ middle, tall }) => middle + tall / 2)) + pad;
	const [shown = ''] = wrapped(plain(title), Math.floor((right - left - 12) / boldLetter), 1);
	return `<rect class="lane" x="${round(left)}" y="${round(top)}" width="${round(right - left)}" height="${round(bottom - top)}" rx="6"/><text x="${round(left + 8)}" y="${round(top + 15)}">${htmlText(shown)}</text>`;
}

/** The left side of each column: behind the last one as far as the widest label that starts there needs. */
function lefts({ edges }: Picture, { columns, columnOf }: Columns, labels: Labels): readonly number[] {
	const room = columns.map((_, column) =>
		Math.max(
			0,
			...edges.filter(({ from }) => columnOf.get(from) === column).map((edge) => pixelsOf(labels.get(edge) ?? [])),
		),
	);
	let left = pad + 2;
	return columns.map((_, column) => {
		const here = left;
		left += nodeWidth + 58 + (room[column] ?? 0);
		return here;
	});
}

/** What stands on an edge, above it and below it. */
function labelOf(edge: LaneEdge): readonly string[] {
	const text = plain(edgeLabel(edge));
	return text === '' ? [] : wrapped(text, labelLetters, 2);
}
const pixelsOf = (label: readonly string[]): number =>
	Math.ceil(Math.max(0, ...label.map((text) => widthOf(text))) * smallLetter);

type Labels = ReadonlyMap<LaneEdge, readonly string[]>;

/** How far the edges that leave a node lie apart: labels of two lines need more. */
const apart = (edges: readonly LaneEdge[], labels: Labels): number =>
	edges.some((edge) => (labels.get(edge)?.length ?? 0) > 1) ? 28 : line;

/** Pixels that the edges leaving or reaching a node take beside it. */
function endsOf({ edges }: Picture, labels: Labels): (id: string) => number {
	const [out, into] = [Map.groupBy(edges, ({ from }) => from), Map.groupBy(edges, ({ to }) => to)];
	return (id) => {
		const leaving = out.get(id) ?? [];
		return Math.max(leaving.length * apart(leaving, labels), (into.get(id)?.length ?? 0) * 6);
	};
}

/** Edges leave a node one below the other, each with its label at its start, where no other edge is. */
function drawnEdges(
	{ edges }: Picture,
	{ courses }: Columns,
	box: Box,
	x: readonly number[],
	heightAt: (id: string) => number,
	name: string,
	labels: Labels,
): readonly string[] {
	const ports = (end: 'from' | 'to') => {
		const groups = Map.groupBy(edges.keys(), (index) => edges[index]?.[end] ?? '');
		const next = (index: number) => heightAt(courses[index]?.stops.at(end === 'from' ? 1 : -2) ?? '');
		return new Map(
			[...groups].flatMap(([id, group]) => {
				const { middle, tall } = box(id);
				const sorted = group.toSorted((a, b) => next(a) - next(b));
				const leaving = sorted.flatMap((index) => edges[index] ?? []);
				const step = end === 'from' ? apart(leaving, labels) : Math.min(line, tall / sorted.length);
				return sorted.map((index, at) => [index, middle + (at - (sorted.length - 1) / 2) * step] as const);
			}),
		);
	};
	const [leaving, coming] = [ports('from'), ports('to')];
	return edges.map((edge, index) => {
		const label = labels.get(edge) ?? [];
		const [startX, startY] = [box(edge.from).left + nodeWidth, leaving.get(index) ?? 0];
		const run = label.length === 0 ? 8 : pixelsOf(label) + pad + 6;
		const passed = (courses[index]?.stops.slice(1, -1) ?? []).map((stop) => {
			const left = x[Number(stop.split(' ')[1])] ?? 0;
			return { left, right: left + nodeWidth, y: heightAt(stop) };
		});
		const points = [...passed, { left: box(edge.to).left, right: 0, y: coming.get(index) ?? 0 }];
		let [atX, atY] = [startX + run, startY];
		const path = points.map(({ left, right, y }) => {
			const bend = Math.max(24, (left - atX) / 2);
			const part = `C${round(atX + bend)} ${round(atY)} ${round(left - bend)} ${round(y)} ${round(left - (right === 0 ? 1 : 0))} ${round(y)}${right === 0 ? '' : `H${round(right)}`}`;
			[atX, atY] = [right, y];
			return part;
		});
		const text = label.map(
			(part, at) =>
				`<text class="label" x="${round(startX + pad + 4)}" y="${round(startY + (at === 0 ? -4 : 11))}">${htmlText(part)}</text>`,
		);
		return `<path class="edge${edge.about ? ' about' : ''}" d="M${round(startX)} ${round(startY)}h${run}${path.join('')}"${edge.about ? '' : ` marker-end="url(#${name}-arrow)"`}/>${text.join('')}`;
	});
}
