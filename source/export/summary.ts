import type { Plan } from '../plan/plan.ts';
import type { Exporter } from './exporter.ts';
import { figures, routesOf } from './figures.ts';
import { markdownTable, markdownText } from './languages/markdown.ts';
import { duration, routeOf, titleOf } from './titles.ts';

const mostRoutes = 12;
const mostFindings = 6;
const mostSteps = 8;

/** A plan on one page of Markdown: what, how much, by when, what is wrong, what comes next. The rest stands in the decision record. */
export function summaryPage(plan: Plan): string {
	const routes = routesOf(plan);
	const order = { high: 0, medium: 1, low: 2 };
	const findings = plan.findings.toSorted((a, b) => order[a.severity] - order[b.severity]);
	const lines = [
		`# ${markdownText(headingOf(plan))}`,
		'',
		`${markdownText(titleOf(plan, plan.strategy.id))}. ${markdownText(plan.strategy.reasons[0] ?? '')}`,
		'',
		...markdownTable(
			['', ''],
			figures(plan).map((figure) => figure.map(markdownText)),
		),
		'![Overview](diagrams/overview.svg)',
		'',
		...list('How data gets there', routes, mostRoutes, ({ services, sources }) => {
			const count = `${sources} source${sources === 1 ? '' : 's'}`;
			return `${markdownText(routeOf(plan, services))}: ${count}`;
		}),
		...list(
			'What is not as it should be',
			findings,
			mostFindings,
			({ severity, title, remedy }) => `${severity}: ${markdownText(title)}. ${markdownText(remedy)}`,
		),
		...list('What comes next', plan.steps, mostSteps, ({ says, owner, lead }) => {
			const takes = lead === undefined ? '' : `, ${duration(lead)}`;
			return `${markdownText(says)} (${markdownText(owner)}${takes})`;
		}),
		`Decided as of ${markdownText(plan.asOf)}. Reasons, other options and open points: [decision record](decision-record.md). To read or print: [report](report.html).`,
	];
	return `${lines.join('\n').replace(/\n{3,}/g, '\n\n')}\n`;
}

/** What the plan is for. */
export function headingOf(plan: Plan): string {
	const predicts = plan.workload['model.predicts']?.value;
	return predicts === undefined ? 'Data pipeline for machine learning' : `Data pipeline: ${String(predicts)}`;
}

function list<T>(title: string, members: readonly T[], most: number, told: (member: T) => string): readonly string[] {
	if (members.length === 0) return [];
	const more = members.length > most ? [`- and ${members.length - most} more`] : [];
	return [`## ${title}`, '', ...members.slice(0, most).map((member) => `- ${told(member)}`), ...more, ''];
}

/** The summary as a file. */
export const summaryExporter: Exporter = {
	title: 'One-page summary (Markdown)',
	files: (plan) => new Map([['summary.md', summaryPage(plan)]]),
};
