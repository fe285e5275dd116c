import DOMPurify from 'dompurify';
import { type DiagramName, diagrams } from '../../source/export/drawing/diagrams.ts';
import { edgeLabel } from '../../source/export/drawing/picture.ts';
import { mermaidLabel } from '../../source/export/languages/mermaid.ts';
import type { Plan } from '../../source/plan/plan.ts';

interface Parsed {
	getVertices(): Map<string, { text: string }>;
	getEdges(): readonly { start: string; end: string; text: string }[];
	getSubGraphs(): readonly { id: string; title: string; nodes: readonly string[] }[];
}

let ready: Promise<(text: string) => Promise<Parsed>> | undefined;

/** Mermaid's own parser, without a browser. */
const parser = () => {
	ready ??= (async () => {
		// Mermaid asks a purifier that only works in a browser; labels are compared as they stand in the text.
		Object.assign(DOMPurify, { addHook: () => undefined, sanitize: (text: string) => text });
		const { default: mermaid } = await import('mermaid');
		// Diagram types are registered by the first parse.
		await mermaid.parse('flowchart TD');
		return async (text) => (await mermaid.mermaidAPI.getDiagramFromText(text)).db as unknown as Parsed;
	})();
	return ready;
};

/** Mermaid keeps `#38;` as a token of its own until it draws. */
export const decoded = (text: string): string =>
	text.replace(/(?:#|ﬂ°°)(\d+)(?:;|¶ß)/g, (_all, code: string) => String.fromCodePoint(Number(code)));

/** What Mermaid understood, in the shape of a picture. */
export async function understood(text: string) {
	const parse = await parser();
	const db = await parse(text);
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

/** The same of a plan's picture: labels are shown as the encoder cuts them. */
export function meant(plan: Plan, name: DiagramName) {
	const { lanes, edges } = diagrams[name].draw(plan);
	const shown = (text: string) => decoded(mermaidLabel(text, 400));
	return {
		lanes: lanes.map((lane) => ({
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

/** Order inside a layer is Mermaid's affair. */
export const ordered = <
	T extends { readonly lanes: readonly { readonly id: string; readonly nodes: readonly { readonly id: string }[] }[] },
>(
	picture: T,
) => ({
	...picture,
	lanes: picture.lanes
		.map((lane) => ({ ...lane, nodes: lane.nodes.toSorted((a, b) => a.id.localeCompare(b.id)) }))
		.toSorted((a, b) => a.id.localeCompare(b.id)),
});
