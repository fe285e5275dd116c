import type { Plan } from '../plan/plan.ts';
import { type DiagramName, diagramNames, diagrams } from './drawing/diagrams.ts';
import { edgeLabel, type LaneEdge, type Look, type Picture } from './drawing/picture.ts';
import type { Exporter } from './exporter.ts';
import { mermaidLabel } from './languages/mermaid.ts';

/** Longer texts are refused by Mermaid unless its host raises the limit, which few do. */
const mostText = 50_000;
/** Characters that a label may have; shorter ones are taken when labels full of encoded characters would make it too long. */
const labelLengths = [400, 120, 80, 40, 20, 10];

/** Fill, line and letters of a node always together, so that it reads on GitHub's white and on its black. */
const colours: Readonly<Record<Look, string>> = {
	source: 'fill:#e3effb,stroke:#2f6ca8,color:#0b2540',
	carrier: 'fill:#efeafc,stroke:#6b4fb3,color:#24143f',
	store: 'fill:#e2f4e6,stroke:#2f7d46,color:#0c2b16',
	use: 'fill:#fff1d9,stroke:#a86d10,color:#3b2704',
	guard: 'fill:#e8ecef,stroke:#5b6770,color:#1c2429',
	alarm: 'fill:#fde4e1,stroke:#b93a2b,color:#4a120b',
};

/** Mermaid's own distances make a chart of ten ranks five thousand pixels wide, which no page shows at a size to read. */
const settings = ['---', 'config:', '  flowchart:', '    nodeSpacing: 20', '    rankSpacing: 24', '---'];

/** A diagram of a plan as Mermaid. */
export const mermaidText = (plan: Plan, name: DiagramName): string => {
	const { title, draw } = diagrams[name];
	return mermaidPicture(draw(plan), title);
};

/** A picture as a Mermaid flowchart from left to right: layers as subgraphs. Any title is drawn letter by letter. */
function mermaidPicture(picture: Picture, title: string): string {
	const short = labelLengths.find((most) => flowchart(picture, title, most).length < mostText);
	return flowchart(picture, title, short ?? 5);
}

function flowchart({ lanes, edges }: Picture, title: string, most: number): string {
	const label = (text: string) => mermaidLabel(text, most);
	const nodes = lanes.flatMap((lane) => lane.nodes);
	const looks = Map.groupBy(nodes, ({ look }) => look);
	const lines = [
		...settings,
		'flowchart LR',
		`    accTitle: ${title}`,
		...lanes.flatMap((lane) => [
			`    subgraph ${lane.id}["${label(lane.title)}"]`,
			...lane.nodes.map((node) => `        ${node.id}["${label(node.title)}"]`),
			'    end',
		]),
		...edges.map((edge) => `    ${edge.from} ${arrow(edge, label)} ${edge.to}`),
		// The host's own letters stand on the host's own ground, light or dark.
		...(lanes.length === 0 ? [] : ['    classDef layer fill:none,stroke:#8a939b']),
		...(lanes.length === 0 ? [] : [`    class ${lanes.map(({ id }) => id).join(',')} layer`]),
		...[...looks].flatMap(([look, members]) => [
			`    classDef ${look} ${colours[look]}`,
			`    class ${members.map(({ id }) => id).join(',')} ${look}`,
		]),
	];
	return `${lines.join('\n')}\n`;
}

function arrow(edge: LaneEdge, label: (text: string) => string): string {
	const line = edge.about ? '-.-' : '-->';
	const text = edgeLabel(edge);
	return text === '' ? line : `${line}|"${label(text)}"|`;
}

/** The diagrams as files that GitHub, GitLab, Notion and the Mermaid editor draw. */
export const mermaidExporter: Exporter = {
	title: 'Mermaid diagrams',
	files: (plan) => new Map(diagramNames.map((name) => [`diagrams/${name}.mmd`, mermaidText(plan, name)])),
};
