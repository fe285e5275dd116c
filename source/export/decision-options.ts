import { factTitle } from '../facts/fact-text.ts';
import { moneyIn } from '../facts/money.ts';
import type { Flow, Plan, PlanEstimate, Rejection } from '../plan/plan.ts';
import { markdownTable, markdownText } from './languages/markdown.ts';
import { duration, routeOf, titleOf } from './titles.ts';

/** Each flow: what was chosen with its reasons, what would be next, what was rejected, and what would change it. */
export const flowSections = (plan: Plan): readonly string[] => plan.flows.flatMap((flow) => flowSection(plan, flow));

function flowSection(plan: Plan, flow: Flow): readonly string[] {
	const options = [{ services: flow.services, estimate: flow.estimate, reason: 'Chosen.' }, ...flow.alternatives].map(
		({ services, estimate, reason }) => [
			markdownText(routeOf(plan, services)),
			...estimated(estimate, plan),
			markdownText(reason),
		],
	);
	const sources = flow.sources.map((source) => titleOf(plan, source));
	const named = sources.length > 12 ? [...sources.slice(0, 11), `${sources.length - 11} more`] : sources;
	return [
		`### ${markdownText(flow.title)}`,
		'',
		`From ${markdownText(named.join(', '))} to ${markdownText(titleOf(plan, flow.to))}; ${flow.access}, ${markdownText(flow.cadence)}.`,
		'',
		...bullets(flow.reasons),
		...bullets(flow.cautions.map((caution) => `Mind: ${caution}`)),
		'',
		...markdownTable(optionsHead, options),
		...rejections(plan, flow.rejected),
		...flow.changes.map(
			({ fact, direction, at, becomes }) =>
				`- ${markdownText(`If ${factTitle(fact)} is ${direction} ${at}: ${routeOf(plan, becomes)}`)}`,
		),
		'',
	];
}

const optionsHead = ['Option', 'Lead time', 'History takes', 'Age of data', 'Once', 'A month', 'Work', 'Why'];

/** Times, dollars and hours of an option, as table cells; what nobody knows is a dash. */
function estimated(estimate: PlanEstimate, plan: Plan): readonly string[] {
	const write = moneyIn(plan.workload);
	const { lead, complete, freshness, once, monthly, effortOnce, effortMonthly } = estimate;
	const dollars = (value: number | undefined) => (value === undefined ? '–' : markdownText(write(value)));
	const work = [
		effortOnce === undefined ? '' : `${Math.round(effortOnce)} h`,
		effortMonthly === undefined || effortMonthly === 0 ? '' : `${Math.round(effortMonthly * 10) / 10} h a month`,
	].filter(Boolean);
	return [
		duration(lead),
		duration(complete),
		duration(freshness),
		dollars(once),
		dollars(monthly),
		work.join(', ') || '–',
	];
}

const bullets = (sentences: readonly string[]): readonly string[] =>
	sentences.map((sentence) => `- ${markdownText(sentence)}`);

const rejections = (plan: Plan, rejected: readonly Rejection[]): readonly string[] =>
	rejected.map(({ service, reason, source }) => {
		const from = source === undefined ? '' : ` (${markdownText(source)})`;
		return `- Not ${markdownText(titleOf(plan, service))}: ${markdownText(reason)}${from}`;
	});

/** The line of each place that needs one. */
export const places = (plan: Plan): readonly string[] =>
	plan.places
		.filter(({ path, rejected }) => path !== undefined || rejected.length > 0)
		.flatMap(({ title, path, reasons, rejected }) => [
			`### ${markdownText(title)}`,
			'',
			`${markdownText(path === undefined ? 'No line is needed' : titleOf(plan, path))}.`,
			'',
			...bullets(reasons),
			...rejections(plan, rejected),
			'',
		]);

/** Sources without a route, and why. */
export const left = (plan: Plan): readonly string[] =>
	plan.unserved.flatMap(({ source, reasons, rejected }) => [
		`### ${markdownText(titleOf(plan, source))}`,
		'',
		...bullets(reasons),
		...rejections(plan, rejected),
		'',
	]);
