import type { Plan } from '../plan/plan.ts';
import type { Exporter } from './exporter.ts';
import { edgeLabel, type Lanes, lanes } from './lanes.ts';
import { mermaidLabel } from './languages/mermaid.ts';

/** Longer texts are refused by Mermaid unless its host raises the limit, which few do. */
const mostText = 50_000;
/** Characters that a label may have; shorter ones are taken when labels full of encoded characters would make it too long. */
const labelLengths = [80, 40, 20, 10];

/** A plan as a Mermaid flowchart: layers as subgraphs, services and amounts on the edges. Any title is drawn letter by letter. */
export function mermaidText(plan: Plan): string {
	const picture = lanes(plan);
	const short = labelLengths.find((most) => flowchart(picture, most).length < mostText);
	return flowchart(picture, short ?? 5);
}

function flowchart({ lanes, edges }: Lanes, most: number): string {
	const label = (text: string) => mermaidLabel(text, most);
	const lines = [
		'flowchart TD',
		...lanes.flatMap(({ id, title, nodes }) => [
			`    subgraph ${id}["${label(title)}"]`,
			...nodes.map((node) => `        ${node.id}["${label(node.title)}"]`),
			'    end',
		]),
		...edges.map((edge) => `    ${edge.from} -->|"${label(edgeLabel(edge))}"| ${edge.to}`),
	];
	return `${lines.join('\n')}\n`;
}

/** The diagram as a file that GitHub, GitLab, Notion and the Mermaid editor draw. */
export const mermaidExporter: Exporter = {
	title: 'Mermaid diagram',
	files: (plan) => new Map([['diagram.mmd', mermaidText(plan)]]),
};
