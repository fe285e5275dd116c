// The pages that are written from the registries, so that they cannot differ from the program.

import { commands } from '../source/app/commands/index.ts';
import { commandHelp } from '../source/app/help.ts';
import { catalog } from '../source/catalog/index.ts';
import type { Availability, EngineRecord, ServiceRecord } from '../source/catalog/record.ts';
import type { Collector } from '../source/discovery/collectors/collector.ts';
import { collectors } from '../source/discovery/collectors/index.ts';
import { accountsCall, actionsFor, identityCall, regionsCall } from '../source/discovery/policy.ts';
import type { Fact } from '../source/facts/fact.ts';
import { derivedKeys, facts } from '../source/facts/index.ts';
import { printValue } from '../source/facts/quantity-text.ts';
import { regimeTitle } from '../source/facts/regimes.ts';
import { manPages } from './man-pages.ts';

const note = 'Written by `npm run docs` from the registries; do not edit.';
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
	[heads, heads.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');
const page = (title: string, ...parts: readonly string[]): string => `${[`# ${title}`, note, ...parts].join('\n\n')}\n`;

/** Every page by its file name below `docs/`. */
export const pages = (): Readonly<Record<string, string>> => ({
	'facts.md': factsPage(),
	'sources.md': sourcesPage(),
	'services.md': servicesPage(),
	'controls.md': controlsPage(),
	'preparations.md': preparationsPage(),
	'commands.md': commandsPage(),
	...manPages(),
});

function factsPage(): string {
	const known: readonly (readonly [string, Fact])[] = Object.entries(facts);
	const rows = known
		.filter(([key]) => !derivedKeys.has(key))
		.map(([key, fact]) => [`\`${key}\``, fact.title, fact.about, formOf(fact), assumed(fact), fact.question ?? '']);
	return page(
		'Facts',
		'What can be measured, declared or answered. The nearest statement wins: source, then place, then workload.',
		table(['key', 'title', 'widest scope', 'written as', 'assumed', 'asked as'], rows),
	);
}

function formOf(fact: Fact): string {
	if (fact.type === 'choice') return fact.values.join(', ');
	if (fact.type === 'choices') return `any of ${fact.values.join(', ')}`;
	return fact.type === 'quantity' ? fact.unit : fact.type;
}

function assumed(fact: Fact): string {
	return 'assume' in fact && fact.assume !== undefined ? printValue(fact, fact.assume) : '';
}

function sourcesPage(): string {
	const parts = Object.entries(collectors).map(([kind, collector]: readonly [string, Collector]) => {
		const calls = collector.calls.map(({ service, operation, action, rate, why }) => [
			`${service}:${operation}`,
			`\`${action}\``,
			`${rate}/s`,
			why,
		]);
		const metrics = (collector.metrics ?? []).map(({ namespace, name, statistic, days, why }) => [
			`${namespace} ${name}, ${statistic.toLowerCase()} of a day`,
			'`cloudwatch:GetMetricData`',
			`${days} days`,
			why,
		]);
		return `## ${collector.title}\n\nKind \`${kind}\`, family ${collector.family}, listed per ${collector.scope === 'global' ? 'account' : 'region'}.\n\n${table(['read', 'IAM action', 'at most', 'why'], [...calls, ...metrics])}`;
	});
	const scope = [identityCall, regionsCall, accountsCall].map(({ service, operation, action, why }) => [
		`${service}:${operation}`,
		`\`${action}\``,
		why,
	]);
	const kinds = Object.entries(collectors).map(([kind, { title, family, scope: per, calls }]) => [
		title,
		`\`${kind}\``,
		family,
		per === 'global' ? 'account' : 'region',
		`\`${calls[0].action}\``,
	]);
	return page(
		'Source kinds',
		`What discovery reads of ${kinds.length} kinds, and the permissions it takes: ${actionsFor().length} actions, all of which list, describe or get metadata. Metrics are daily points of CloudWatch, read in one call for up to 500; AWS bills $0.01 for each 1,000. \`headwater policy\` prints the actions as a policy.`,
		table(['kind', 'id', 'family', 'listed per', 'listed by'], kinds),
		`## Before anything is read\n\n${table(['read', 'IAM action', 'why'], scope)}`,
		...parts,
	);
}

function servicesPage(): string {
	const parts = Object.entries(catalog.services).map(([id, record]) => servicePart(id, record));
	return page(
		'Services',
		'What the planner knows about each service. A sentence marked *unverified* never decides alone.',
		...parts,
	);
}

function servicePart(id: string, record: ServiceRecord): string {
	const requirements = [
		...record.requires,
		...Object.values(record.modes).flatMap(({ requires = [] }) => requires),
	].map(({ because, source, checked, sure }) => [because, source, checked, sure ? '' : 'unverified']);
	const former = record.formerly?.length ? ` Formerly ${record.formerly.join(', ')}.` : '';
	const lines = [
		`## ${record.title}`,
		`\`${id}\`, ${record.slot}. ${record.summary}${former}`,
		availabilityText(record.availability),
		...eligibilityText(record),
		`Modes: ${
			Object.values(record.modes)
				.map(({ title }) => title)
				.join('; ') || 'none'
		}.`,
	];
	if (requirements.length > 0) lines.push(table(['not recommended because', 'source', 'checked', ''], requirements));
	return lines.join('\n\n');
}

function availabilityText(availability: Availability): string {
	if (availability.state === 'open') return `Open (${availability.source}, ${availability.checked}).`;
	const instead = availability.instead.map((other) => catalog.services[other]?.title ?? other).join(', ');
	return `${availability.state[0]?.toUpperCase()}${availability.state.slice(1)} since ${availability.on}${instead ? `; instead: ${instead}` : ''} (${availability.source}, ${availability.checked}).`;
}

function eligibilityText({ eligibility, slot }: ServiceRecord): readonly string[] {
	if (eligibility === 'not of AWS' || slot === 'landing') return [];
	if (eligibility === undefined) return ['On no list of services of a regime that could be read: to be confirmed.'];
	const { regimes, asOf, source } = eligibility;
	return [`Named on the lists of ${asOf} for ${regimes.map(regimeTitle).join(', ')}, to be confirmed (${source}).`];
}

function controlsPage(): string {
	const rows = Object.entries(catalog.controls).map(([id, record]) => [
		`\`${id}\``,
		record.title,
		record.regimes.join(', ') || 'every plan',
		record.severity,
		record.because,
		record.remedy,
		record.practice ?? '',
	]);
	return page('Controls', table(['id', 'control', 'asked by', 'severity', 'why', 'remedy', 'practice'], rows));
}

/** The work between the raw zone and features, and what carries it. */
function preparationsPage(): string {
	const rows = Object.entries(catalog.preparations).map(([id, { title, summary, because, cited }]) => [
		`\`${id}\``,
		title,
		summary,
		because,
		cited.source,
		cited.sure ? '' : 'unverified',
	]);
	return page(
		'Preparations',
		'The work between the raw zone and features. Whatever needs an engine goes to the one that costs least over the months counted, work included; what the exported app does not build counts a quarter dearer while its prices are not confirmed.',
		table(['id', 'work', 'what it does', 'why', 'source', ''], rows),
		...Object.entries(catalog.engines).map(([id, record]) => enginePart(id, record)),
	);
}

function enginePart(
	id: string,
	{ title, summary, availability, never, requires, effort, exported }: EngineRecord,
): string {
	const refusals = [
		...Object.entries(never).map(([does, one]) => [`${does}: ${one.because}`, one] as const),
		...requires.map((one) => [one.because, one] as const),
	].map(([because, { source, checked, sure }]) => [because, source, checked, sure ? '' : 'unverified']);
	const builds = exported
		? 'The exported app builds its jobs.'
		: `Set up by hand: ${effort.once} h of work, and ${effort.monthly} h a month.`;
	return [
		`## ${title}`,
		`\`${id}\`. ${summary}. ${builds}`,
		availabilityText(availability),
		table(['not taken because', 'source', 'checked', ''], refusals),
	].join('\n\n');
}

function commandsPage(): string {
	const parts = Object.entries(commands).map(
		([name, command]) => `## ${name}\n\n\`\`\`\n${commandHelp(name, command).trimEnd()}\n\`\`\``,
	);
	return page('Commands', ...parts);
}
