import DOMPurify from 'dompurify';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { type DiagramName, diagramNames, diagrams } from '../../source/export/diagrams.ts';
import { mermaidLabel } from '../../source/export/languages/mermaid.ts';
import { mermaidText } from '../../source/export/mermaid.ts';
import { edgeLabel } from '../../source/export/picture.ts';
import type { Plan } from '../../source/plan/plan.ts';
import { examplePlan } from '../peers/example-plan.ts';
import { manySources } from './many-sources.ts';

interface Parsed {
	getVertices(): Map<string, { text: string }>;
	getEdges(): readonly { start: string; end: string; text: string }[];
	getSubGraphs(): readonly { id: string; title: string; nodes: readonly string[] }[];
}
let parsed: (text: string) => Promise<Parsed>;

beforeAll(async () => {
	// Mermaid asks a purifier that only works in a browser; labels are compared as they stand in the text.
	Object.assign(DOMPurify, { addHook: () => undefined, sanitize: (text: string) => text });
	const { default: mermaid } = await import('mermaid');
	// Diagram types are registered by the first parse.
	await mermaid.parse('flowchart TD');
	parsed = async (text) => (await mermaid.mermaidAPI.getDiagramFromText(text)).db as unknown as Parsed;
});

/** Mermaid keeps `#38;` as a token of its own until it draws. */
const decoded = (text: string) =>
	text.replace(/(?:#|ﬂ°°)(\d+)(?:;|¶ß)/g, (_all, code: string) => String.fromCodePoint(Number(code)));

/** What Mermaid understood, in the shape of lanes. */
async function understood(text: string) {
	const db = await parsed(text);
	const titles = db.getVertices();
	return {
		lanes: db
			.getSubGraphs()
			.map(({ id, title, nodes }) => ({
				id,
				title: decoded(title),
				nodes: nodes.map((node) => ({ id: node, title: decoded(titles.get(node)?.text ?? '') })),
			}))
			.toSorted((a, b) => a.id.localeCompare(b.id)),
		edges: db.getEdges().map(({ start, end, text }) => ({ from: start, to: end, label: decoded(text ?? '') })),
	};
}

/** The same of a plan's picture: order inside a layer is Mermaid's affair, and labels are shown as the encoder cuts them. */
function meant(plan: Plan, name: DiagramName) {
	const { lanes: layers, edges } = diagrams[name].draw(plan);
	const shown = (text: string) => decoded(mermaidLabel(text, 400));
	return {
		lanes: layers.map((lane) => ({
			id: lane.id,
			title: shown(lane.title),
			nodes: lane.nodes.map(({ id, title }) => ({ id, title: shown(title) })),
		})),
		edges: edges.map((edge) => ({
			from: edge.from,
			to: edge.to,
			label: edgeLabel(edge) === '' ? '' : shown(edgeLabel(edge)),
		})),
	};
}

const ordered = <T extends { lanes: readonly { nodes: readonly { id: string }[] }[] }>(picture: T) => ({
	...picture,
	lanes: picture.lanes.map((lane) => ({ ...lane, nodes: lane.nodes.toSorted((a, b) => a.id.localeCompare(b.id)) })),
});

test.each(diagramNames)(
	'what Mermaid reads of the %s is what the plan draws: nodes, edges, layers, titles',
	async (name) => {
		const plan = examplePlan();
		const text = mermaidText(plan, name);
		expect(text).toMatch(/^flowchart LR$/m);
		expect(ordered(await understood(text))).toEqual(ordered(meant(plan, name)));
	},
);

test.each(diagramNames)('of hundreds of sources the %s is folded and still reads as it was meant', async (name) => {
	const plan = manySources(300);
	const text = mermaidText(plan, name);
	expect(ordered(await understood(text))).toEqual(ordered(meant(plan, name)));
	expect(text.length).toBeLessThan(50_000);
});

test('every node has fill, line and letters of its look, so that it reads on any ground', async () => {
	for (const name of diagramNames) {
		const text = mermaidText(examplePlan(), name);
		const nodes = [...text.matchAll(/^ {8}(N\d+)\[/gm)].map(([, id]) => id);
		const classed = [...text.matchAll(/^ {4}class (N[\d,N]+) (\w+)$/gm)].flatMap(([, ids = '', look]) => {
			expect(text).toMatch(new RegExp(`^ {4}classDef ${look} fill:#\\w{6},stroke:#\\w{6},color:#\\w{6}$`, 'm'));
			return ids.split(',');
		});
		expect(classed.toSorted()).toEqual(nodes.toSorted());
	}
});

const nasty = fc.oneof(
	fc.string({ unit: 'binary', maxLength: 30 }),
	fc
		.array(
			fc.constantFrom(
				...['"]', '#35;', '&lt;', '<b>', '%%{init}%%', '`md`', '$$x$$', 'fa:fa-ban', 'javascript:alert(1)'],
				...['\n', '<br/>', 'end', 'o--o', 'subgraph', '|', '-->', '{{', '@{', '\\', ';', '\u202e', '𝒳', '数据', ' '],
			),
			{ maxLength: 8 },
		)
		.map((parts) => parts.join('')),
);

test('no title of a source, store or service is read as syntax', async () => {
	await fc.assert(
		fc.asyncProperty(nasty, nasty, nasty, async (source, store, service) => {
			const plan = examplePlan();
			const hostile: Plan = {
				...plan,
				names: { ...plan.names, dms: service },
				sources: plan.sources.map((one, index) => (index === 0 ? { ...one, title: source } : one)),
				stores: plan.stores.map((one, index) => (index === 0 ? { ...one, title: store } : one)),
			};
			for (const name of diagramNames) {
				expect(ordered(await understood(mermaidText(hostile, name)))).toEqual(ordered(meant(hostile, name)));
			}
		}),
		{ numRuns: 12 },
	);
});

test('a label keeps every visible letter, has no line, bidi or control character, and is never empty', () => {
	fc.assert(
		fc.property(nasty, (text) => {
			const label = mermaidLabel(text, 400);
			expect(label).toMatch(/^(?:#\d+;|[^"#&<>`%$\\;:\p{Cc}\p{Cf}\p{Zl}\p{Zp}])+$/u);
			expect(decoded(label).trim()).toBe(
				text
					.normalize('NFC')
					.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\s]+/gu, ' ')
					.trim(),
			);
		}),
	);
});
