import { factTitle, factValue } from '../facts/fact-text.ts';
import { regimeTitle } from '../facts/regimes.ts';
import { decidedBy } from '../plan/decided-by.ts';
import type { Plan } from '../plan/plan.ts';
import { costs, findings, openPoints, steps, textbook } from './decision-consequences.ts';
import { flowSections, left, places } from './decision-options.ts';
import { whoAnswered } from './decision-tellers.ts';
import { waves } from './decision-waves.ts';
import { type DiagramName, diagrams } from './drawing/diagrams.ts';
import type { Exporter } from './exporter.ts';
import { markdownTable, markdownText } from './languages/markdown.ts';
import { mermaidText } from './mermaid.ts';
import { headingOf } from './summary.ts';
import { titleOf, toldFact } from './titles.ts';

/**
A plan as an architecture decision record in Markdown: what is wanted, what was chosen and why, what was not and why, what
follows from it, what is assumed. Whatever comes from outside is shown letter by letter and never read as markup.
*/
export function decisionRecord(plan: Plan): string {
	const lines = [
		`# ${markdownText(headingOf(plan))}`,
		'',
		`Decided as of ${markdownText(plan.asOf)}, made by ${markdownText(plan.madeBy)}.`,
		'',
		...section('Context', context(plan)),
		...section('Who answered', whoAnswered(plan)),
		...section('Decision', decision(plan)),
		...section('Options by flow', flowSections(plan)),
		...section('Places and lines', places(plan)),
		...section('Not served', left(plan)),
		...section('Waves', waves(plan)),
		...section('Consequences', consequences(plan)),
		...section('Findings', findings(plan)),
		...section('Costs', costs(plan)),
		...section('Assumptions and open questions', openPoints(plan)),
		...section('Steps', steps(plan)),
		...section('Textbook and today', textbook(plan)),
		...section('Diagrams', plan.sources.length > 0 ? pictures(plan) : []),
	];
	return `${lines
		.join('\n')
		.replace(/\n{3,}/g, '\n\n')
		.trimEnd()}\n`;
}

const section = (title: string, lines: readonly string[]): readonly string[] =>
	lines.length === 0 ? [] : [`## ${title}`, '', ...lines.join('\n').trimEnd().split('\n'), ''];

/** More would hide the decision; the plan holds them all. */
const mostSources = 200;

function context(plan: Plan): readonly string[] {
	const workload = Object.entries(plan.workload).map(([fact, { value, from, evidence }]) => [
		markdownText(factTitle(fact)),
		markdownText(factValue(fact, value)),
		from,
		markdownText(evidence),
	]);
	const sources = plan.sources
		.slice(0, mostSources)
		.map((source) => [
			markdownText(source.title),
			markdownText(source.kind),
			markdownText(titleOf(plan, source.place)),
			markdownText(Object.entries(decidedBy(plan, source)).map(toldFact).join('; ')),
		]);
	return [
		...markdownTable(['Workload', 'Value', 'From', 'Evidence'], workload),
		...markdownTable(['Source', 'Kind', 'Place', 'Decided by'], sources),
		...(plan.sources.length > mostSources
			? [`And ${plan.sources.length - mostSources} more sources, in the plan.`, '']
			: []),
	];
}

function decision(plan: Plan): readonly string[] {
	const { id, reasons, rejected } = plan.strategy;
	return [
		`**${markdownText(titleOf(plan, id))}**`,
		'',
		...reasons.map((reason) => `- ${markdownText(reason)}`),
		...rejected.map((other) => `- Not ${markdownText(titleOf(plan, other.id))}: ${markdownText(other.reason)}`),
		'',
		...drawn(plan, 'overview'),
	];
}

const drawn = (plan: Plan, name: DiagramName): readonly string[] => [
	'```mermaid',
	mermaidText(plan, name).trimEnd(),
	'```',
	'',
];

const pictures = (plan: Plan): readonly string[] =>
	(['data-flow', 'network', 'security'] as const).flatMap((name) => [
		`### ${diagrams[name].title}`,
		'',
		diagrams[name].says,
		'',
		...drawn(plan, name),
	]);

function consequences(plan: Plan): readonly string[] {
	const stores = plan.stores.map(({ title, zone, kind, region, encrypted, archiveAfterDays, deleteAfterDays }) => [
		markdownText(title),
		zone,
		markdownText(kind),
		markdownText(region ?? 'not said'),
		encrypted ? 'yes' : 'no',
		archiveAfterDays === undefined ? 'never' : `after ${archiveAfterDays} days`,
		deleteAfterDays === undefined ? 'never' : `after ${deleteAfterDays} days`,
	]);
	const jobs = plan.jobs.map(({ title, from, to, cadence, because, engine }) => [
		markdownText(title),
		markdownText(`${titleOf(plan, from)} → ${titleOf(plan, to)}`),
		markdownText(cadence),
		markdownText(because),
		markdownText(engine ? `${titleOf(plan, engine.id)}. ${engine.reasons.join(' ')}` : '–'),
		markdownText(engine?.rejected.map(({ id, reason }) => `${titleOf(plan, id)}: ${reason}`).join(' ') || '–'),
	]);
	const controls = plan.controls.map(({ title, because, practice, regimes }) => [
		markdownText(title),
		markdownText(because),
		markdownText([...regimes.map(regimeTitle), practice ?? ''].filter(Boolean).join(', ') || 'every plan'),
	]);
	const { region, private: isolated } = plan.network;
	return [
		`Models train in ${markdownText(region || 'a region nobody has named')}, ${isolated ? 'without a route to the internet' : 'with a route to the internet'}.`,
		'',
		...markdownTable(['Store', 'Zone', 'Kind', 'Region', 'Encrypted', 'Archived', 'Deleted'], stores),
		...markdownTable(['Job', 'From → to', 'Runs', 'Because', 'By', 'Not by'], jobs),
		...markdownTable(['Control', 'Because', 'Asked by'], controls),
	];
}

/** The decision record as a file. */
export const decisionRecordExporter: Exporter = {
	title: 'Decision record (Markdown)',
	files: (plan) => new Map([['decision-record.md', decisionRecord(plan)]]),
};
