import { clean } from '../facts/clean.ts';
import type { Plan } from '../plan/plan.ts';
import { costPart } from './summary-parts/costs.ts';
import { headPart } from './summary-parts/head.ts';
import { assumptionPart, findingPart, gapPart, questionPart, textbookPart } from './summary-parts/open.ts';
import { routesPart } from './summary-parts/routes.ts';
import { wavePart } from './summary-parts/waves.ts';
import { jobPart, stepPart } from './summary-parts/work.ts';
import { textWidth } from './wrap.ts';

/**
A plan as text for people: what it is for, the strategy, each route with why and why not, findings, costs, what is assumed and
still open, and what to do. No line is wider than `columns` cells (taken as 40 to 120); texts from outside are made safe.
*/
export function summary(plan: Plan, columns: number): string {
	const width = textWidth(columns);
	const parts = [
		headPart,
		routesPart,
		jobPart,
		findingPart,
		costPart,
		assumptionPart,
		questionPart,
		gapPart,
		textbookPart,
		wavePart,
		stepPart,
	];
	return `${parts
		.flatMap((part) => part(plan, width))
		.map(clean)
		.join('\n')}\n`;
}
