import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diagramNames, diagrams } from '../../../source/export/drawing/diagrams.ts';
import { svgText } from '../../../source/export/drawing/svg.ts';
import { pictureOf } from '../../../source/export/pictures.ts';
import { examplePlan } from '../../peers/example-plan.ts';
import { manySources } from '../many-sources.ts';

interface Box {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}
const boxes = (svg: string, of: RegExp): readonly Box[] =>
	[...svg.matchAll(of)].map(([, x, y, width, height]) => ({
		...{ x: Number(x), y: Number(y), width: Number(width), height: Number(height) },
	}));
const nodes = (svg: string) =>
	boxes(svg, /<g class="\w+"><rect x="([\d.]+)" y="([\d.-]+)" width="([\d.]+)" height="([\d.]+)"/g);
const apart = (a: Box, b: Box) =>
	a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;

/** Tags that are closed in order, attributes in quotes, no bare letter of the syntax: what XML asks for. */
function wellFormed(xml: string): boolean {
	const open: string[] = [];
	let rest = xml.trim();
	while (rest !== '') {
		const tag = /^<(\/?)([a-z]+)((?: [\w:-]+="[^"<&]*(?:&(?:amp|lt|gt|quot|#39);[^"<&]*)*")*)(\/?)>/i.exec(rest);
		const text = /^(?:[^<&]|&(?:amp|lt|gt|quot|#39);)+/.exec(rest);
		if (!tag && !text) return false;
		if (tag?.[1] === '/') {
			if (open.pop() !== tag[2]) return false;
		} else if (tag && tag[4] !== '/') open.push(tag[2] ?? '');
		rest = rest.slice((tag ?? text)?.[0].length ?? 1);
	}
	return open.length === 0;
}

test.each(diagramNames)('in the %s no node covers another, and all stand inside the picture', (name) => {
	for (const plan of [examplePlan(), manySources(300)]) {
		const svg = pictureOf(plan, name);
		const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
		const found = nodes(svg);
		expect(found.length).toBe(diagrams[name].draw(plan).lanes.flatMap((lane) => lane.nodes).length);
		expect(found.filter((box) => box.x < 0 || box.y < 0 || box.x + box.width > Number(width))).toEqual([]);
		expect(found.filter((box) => box.y + box.height > Number(height))).toEqual([]);
		expect(found.filter((box, at) => found.slice(at + 1).some((other) => !apart(box, other)))).toEqual([]);
	}
});

test.each(diagramNames)(
	'the %s has an arrow or a line for each edge, and the same plan gives the same bytes',
	(name) => {
		const svg = pictureOf(examplePlan(), name);
		expect(svg.match(/<path class="edge/g)?.length).toBe(diagrams[name].draw(examplePlan()).edges.length);
		expect(pictureOf(examplePlan(), name)).toBe(svg);
		expect(svg).not.toMatch(/NaN|Infinity|undefined/);
		expect(wellFormed(svg)).toBe(true);
	},
);

test('any title is a text of the picture and nothing else', () => {
	fc.assert(
		fc.property(
			fc.oneof(
				fc.string({ unit: 'binary', maxLength: 40 }),
				fc.constantFrom('</text><script>', '"&#1;', ']]>', '<!--'),
			),
			(title) => {
				const plan = examplePlan();
				const svg = pictureOf({ ...plan, sources: plan.sources.map((source) => ({ ...source, title })) }, 'data-flow');
				expect(wellFormed(svg)).toBe(true);
				expect(svg).not.toMatch(/<script|(?!\n)\p{Cc}/u);
			},
		),
		{ numRuns: 30 },
	);
});

test('a picture of nothing is an empty picture', () => {
	expect(svgText({ lanes: [], edges: [] }, 'Nothing', 'n')).toMatch(/^<svg [^>]*>\n<style>/);
});

test('edges in a circle are drawn too', () => {
	const node = (id: string) => ({ id, title: id, look: 'store' as const });
	const svg = svgText(
		{
			lanes: [{ id: 'G0', title: 'One', nodes: [node('N0'), node('N1')] }],
			edges: [
				{ from: 'N0', to: 'N1', via: [] },
				{ from: 'N1', to: 'N0', via: [] },
				{ from: 'N0', to: 'N0', via: [] },
			],
		},
		'Circle',
		'c',
	);
	expect(svg.match(/<path class="edge/g)?.length).toBe(3);
	expect(svg).not.toMatch(/NaN/);
});
