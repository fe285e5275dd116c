import { factTitle, factValue } from '../facts/fact-text.ts';
import { creditsText, currencyText, moneyIn } from '../facts/money.ts';
import { knownOf } from '../plan/decided-by.ts';
import type { Plan, PlannedSource } from '../plan/plan.ts';
import { namesIn } from './decision-waves.ts';
import { diagramNames, diagrams } from './drawing/diagrams.ts';
import type { Exporter } from './exporter.ts';
import { figures } from './figures.ts';
import { html, Markup } from './languages/html.ts';
import { pictureOf } from './pictures.ts';
import { reportStyle } from './report-style.ts';
import { headingOf } from './summary.ts';
import { duration, routeOf, titleOf } from './titles.ts';

/** More would make a report that nobody scrolls through; the plan and the inventory hold all. */
const mostRows = 200;

/**
A plan as one HTML file: no script, nothing from elsewhere, pictures inside, fit to be printed. A browser is told to run and
load nothing, whatever the plan's names hold.
*/
export function report(plan: Plan): string {
	const sections = sectionsOf(plan).filter(({ body }) => body.text !== '');
	const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${headingOf(plan)}</title>
<style>${new Markup(reportStyle)}</style>
</head>
<body>
<h1>${headingOf(plan)}</h1>
<p class="quiet">Decided as of ${plan.asOf}, made by ${plan.madeBy}.</p>
<dl class="figures">${figures(plan).map(([title, value]) => html`<div><dt>${title}</dt><dd>${value}</dd></div>`)}</dl>
<nav>${sections.map(({ id, title }) => html`<a href="#${id}">${title}</a>`)}</nav>
${sections.map(
	({ id, title, body }) => html`<section><h2 id="${id}">${title}</h2>
${body}</section>
`,
)}</body>
</html>
`;
	return page.text;
}

interface Section {
	readonly id: string;
	readonly title: string;
	readonly body: Markup;
}

const sectionsOf = (plan: Plan): readonly Section[] => [
	{ id: 'decision', title: 'Decision', body: decision(plan) },
	{ id: 'diagrams', title: 'Diagrams', body: plan.sources.length === 0 ? html`` : pictures(plan) },
	{ id: 'routes', title: 'Routes', body: routes(plan) },
	{ id: 'findings', title: 'Findings', body: findings(plan) },
	{ id: 'costs', title: 'Costs', body: costs(plan) },
	{ id: 'waves', title: 'Waves', body: waves(plan) },
	{ id: 'open', title: 'Assumptions and open questions', body: open(plan) },
	{ id: 'steps', title: 'Steps', body: steps(plan) },
	{ id: 'sources', title: 'Sources', body: sources(plan) },
];

type Value = string | Markup;

/** A table; a column whose head begins with # holds numbers. No rows: nothing. */
function table(head: readonly string[], rows: readonly (readonly Value[])[]): Markup {
	if (rows.length === 0) return html``;
	const kind = (at: number) => (head[at]?.startsWith('#') ? 'number' : '');
	const shown = rows.slice(0, mostRows);
	const more = rows.length > shown.length ? html`<p class="quiet">And ${rows.length - shown.length} more.</p>` : html``;
	return html`<div class="scroll"><table><thead><tr>${head.map((title, at) => html`<th class="${kind(at)}">${title.replace('#', '')}</th>`)}</tr></thead>
<tbody>${shown.map(
		(row) => html`<tr>${row.map((cell, at) => html`<td class="${kind(at)}">${cell}</td>`)}</tr>
`,
	)}</tbody></table></div>${more}`;
}

const list = (sentences: readonly string[]): Markup =>
	sentences.length === 0 ? html`` : html`<ul>${sentences.map((sentence) => html`<li>${sentence}</li>`)}</ul>`;

const dollarsIn = (plan: Plan) => {
	const write = moneyIn(plan.workload);
	return (amount: number | undefined): string => (amount === undefined ? '–' : write(amount));
};

function decision(plan: Plan): Markup {
	const { id, reasons, rejected } = plan.strategy;
	const workload = Object.entries(plan.workload).map(([fact, { value, from }]) => [
		...[factTitle(fact), factValue(fact, value), from],
	]);
	return html`<p><strong>${titleOf(plan, id)}</strong></p>
${list(reasons)}${list(rejected.map((other) => `Not ${titleOf(plan, other.id)}: ${other.reason}`))}
${table(['Workload', 'Value', 'From'], workload)}`;
}

const pictures = (plan: Plan): Markup =>
	html`${diagramNames.map(
		(name) => html`<h3>${diagrams[name].title}</h3>
<p class="quiet">${diagrams[name].says}</p>
<figure>${new Markup(pictureOf(plan, name))}</figure>
`,
	)}`;

function routes(plan: Plan): Markup {
	const dollars = dollarsIn(plan);
	const rows = plan.flows.map((flow) => [
		flow.title,
		routeOf(plan, flow.services),
		String(flow.sources.length),
		titleOf(plan, flow.to),
		flow.cadence,
		duration(flow.estimate.complete),
		dollars(flow.estimate.monthly),
		flow.reasons[0] ?? '',
	]);
	const left = plan.unserved.map(
		({ source, reasons }) => `${titleOf(plan, source)} has no route: ${reasons.join(' ')}`,
	);
	return html`${table(['Flow', 'Route', '#Sources', 'Into', 'Runs', '#History takes', '#A month', 'Why'], rows)}${list(left)}`;
}

function findings(plan: Plan): Markup {
	const order = { high: 0, medium: 1, low: 2 };
	const rows = plan.findings
		.toSorted((a, b) => order[a.severity] - order[b.severity])
		.map(({ severity, title, about, says, remedy }) => {
			const named = about.slice(0, 12).map((id) => titleOf(plan, id));
			const more = about.length > named.length ? [`${about.length - named.length} more`] : [];
			const grave = html`<span class="${severity}">${severity}</span>`;
			return [grave, title, [...named, ...more].join(', '), says, remedy];
		});
	return table(['Severity', 'Finding', 'About', 'Why', 'Remedy'], rows);
}

function costs(plan: Plan): Markup {
	const { lines, excluded, region, asOf } = plan.costs;
	const dollars = dollarsIn(plan);
	const paid = [creditsText(plan.costs, plan.workload), currencyText(plan.workload)].filter(Boolean).join(' ');
	const rows = lines.map((line) => [
		titleOf(plan, line.for),
		line.title,
		`${Number(line.quantity.toPrecision(4))} ${line.unit}`,
		dollars(line.dollars),
		`${line.per === 'once' ? 'once' : 'a month'}${line.sure ? '' : ', price not confirmed'}`,
	]);
	return html`<p>At the prices of ${region} as of ${asOf}. ${paid}</p>
${table(['For', 'What', '#Quantity', '#Amount', 'Paid'], rows)}${list(excluded.map(({ for: about, why }) => `Not priced, ${titleOf(plan, about)}: ${why}`))}`;
}

function waves(plan: Plan): Markup {
	const dollars = dollarsIn(plan);
	return html`${(plan.waves ?? []).map(
		({ number, title, yields, ready, once, monthly, members }) => html`<h3>${number}. ${title}</h3>
<p>${yields} There after: ${duration(ready)}. ${dollars(monthly)} a month and ${dollars(once)} once.</p>
${table(
	['Sources', '#Worth', 'Why here'],
	members.map((member) => [namesIn(plan, member), String(member.worth), member.reason]),
)}`,
	)}`;
}

function open(plan: Plan): Markup {
	const assumed = plan.assumptions.map(({ title, about, says }) => {
		const named = about.slice(0, 6).map((id) => titleOf(plan, id));
		const more = about.length > named.length ? [`${about.length - named.length} more`] : [];
		return [title, [...named, ...more].join(', ') || 'the workload', says];
	});
	const gaps = plan.gaps.map(({ about, why, cure }) => `Not read, ${about}: ${why} ${cure}`);
	return html`${table(['Assumed', 'About', 'Value'], assumed)}${list([...plan.questions.map(({ asks }) => asks), ...gaps])}`;
}

const steps = (plan: Plan): Markup =>
	table(
		['#', 'Step', 'Owner', '#Takes', 'For wave', 'After'],
		plan.steps.map(({ number, says, owner, lead, wave, after, request }) => [
			...[String(number), request === undefined ? says : `${says} (${request})`, owner, duration(lead)],
			wave === undefined ? 'all' : String(wave),
			after.join(', '),
		]),
	);

/** What a reader looks up; every fact that decided stands in the decision record. */
function sources(plan: Plan): Markup {
	const routes = new Map<string, string[]>();
	for (const { sources: from, services } of plan.flows) {
		for (const id of from) routes.set(id, [...(routes.get(id) ?? []), routeOf(plan, services)]);
	}
	const fact = (source: PlannedSource, key: string) => {
		const known = knownOf(plan, source, key);
		return known === undefined ? '–' : `${factValue(key, known.value)}${known.from === 'assumed' ? ' (assumed)' : ''}`;
	};
	const rows = plan.sources.map((source) => [
		...[source.title, source.kind, titleOf(plan, source.place)],
		...['sensitivity', 'volume', 'change', 'freshness'].map((key) => fact(source, key)),
		[...new Set(routes.get(source.id))].join('; ') || 'no route',
	]);
	return table(['Source', 'Kind', 'Place', 'Content', '#Volume', '#New data', '#May be old', 'Route'], rows);
}

/** The report as a file. */
export const reportExporter: Exporter = {
	title: 'Report (HTML)',
	files: (plan) => new Map([['report.html', report(plan)]]),
};
