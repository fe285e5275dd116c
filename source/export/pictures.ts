import type { Plan } from '../plan/plan.ts';
import { type DiagramName, diagramNames, diagrams } from './diagrams.ts';
import type { Exporter } from './exporter.ts';
import { svgText } from './svg.ts';

/** A diagram of a plan as SVG, drawn by this program itself: no browser, no script, small. */
export const pictureOf = (plan: Plan, name: DiagramName): string => {
	const { title, draw } = diagrams[name];
	return svgText(draw(plan), title, name);
};

/** The diagrams as pictures that stand in any page. */
export const picturesExporter: Exporter = {
	title: 'Diagrams (SVG)',
	files: (plan) => new Map(diagramNames.map((name) => [`diagrams/${name}.svg`, pictureOf(plan, name)])),
};
