import type { Plan } from '../plan/plan.ts';
import { type DiagramName, diagramNames, diagrams } from './drawing/diagrams.ts';
import { svgText } from './drawing/svg.ts';
import type { Exporter } from './exporter.ts';

/** Pictures that were drawn already, for as long as their plan is in use: the report and the files show the same. */
const drawn = new WeakMap<Plan, Map<DiagramName, string>>();

/** A diagram of a plan as SVG, drawn by this program itself: no browser, no script, small. */
export function pictureOf(plan: Plan, name: DiagramName): string {
	const known = drawn.get(plan) ?? new Map<DiagramName, string>();
	drawn.set(plan, known);
	const { title, draw } = diagrams[name];
	const picture = known.get(name) ?? svgText(draw(plan), title, name);
	known.set(name, picture);
	return picture;
}

/** The diagrams as pictures that stand in any page. */
export const picturesExporter: Exporter = {
	title: 'Diagrams (SVG)',
	files: (plan) => new Map(diagramNames.map((name) => [`diagrams/${name}.svg`, pictureOf(plan, name)])),
};
