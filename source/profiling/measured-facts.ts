import type { Estate, Facts, Known, Source } from '../estate/estate.ts';
import type { FactValue } from '../facts/fact.ts';
import type { FactKey } from '../facts/index.ts';
import { criticalRules } from './judging/quality-rules.ts';
import type { SourceReport, TableReport } from './judging/report.ts';

/** Rules of one source that a job is told; more do not fit its arguments. */
const mostRules = 60;

/** How structured each format is; others are not told. */
const structures: Readonly<Record<string, 'structured' | 'semi-structured' | 'unstructured'>> = {
	csv: 'structured',
	tsv: 'structured',
	parquet: 'structured',
	rows: 'structured',
	json: 'semi-structured',
	ndjson: 'semi-structured',
	items: 'semi-structured',
	log: 'semi-structured',
	text: 'unstructured',
	image: 'unstructured',
	audio: 'unstructured',
	video: 'unstructured',
	document: 'unstructured',
	binary: 'unstructured',
};

const weight = { personal: 1, health: 2, card: 3 } as const;

/** The estate with what the profile measured of its sources. */
export function withReadiness(estate: Estate, reports: readonly SourceReport[]): Estate {
	const found = new Map(reports.map((report) => [report.source, report]));
	const sources = estate.sources.map((source): Source => {
		const report = found.get(source.id);
		return report === undefined ? source : { ...source, facts: { ...source.facts, ...factsOf(report, source) } };
	});
	return { ...estate, sources };
}

/** The facts that a report shows; what it does not show is left as it was. */
function factsOf({ tables, at }: SourceReport, source: Source): Facts {
	const facts: Record<string, Known> = {};
	const rows = tables.reduce((sum, { figures }) => sum + figures.rows, 0);
	const basis = `a profile of ${rows} row${rows === 1 ? '' : 's'}`;
	const state = (
		fact: FactKey,
		value: FactValue | undefined,
		evidence = basis,
		between?: readonly [number, number],
	): void => {
		if (value === undefined) return;
		facts[fact] = { value, from: 'measured', evidence, at, ...(between === undefined ? {} : { between }) };
	};
	const formats = [...new Set(tables.map(({ figures }) => figures.format))];
	const [format] = formats;
	if (format !== undefined) {
		const value =
			formats.length === 1 ? format : formats.every((one) => one === 'json' || one === 'ndjson') ? 'ndjson' : 'mixed';
		// A table of a database stays rows, whoever reads it.
		if (source.facts.format?.value !== value) state('format', value);
		if (structures[value] !== undefined) state('structure', structures[value]);
	}
	const withRows = tables.filter(({ figures }) => figures.rows > 0 && isTable(figures.format));
	if (withRows.length > 0) {
		const keyed = withRows.filter(({ roles }) => roles.keys.length > 0 || roles.together !== undefined);
		const first = keyed[0];
		state(
			'keys.known',
			keyed.length === withRows.length,
			first === undefined
				? basis
				: first.roles.together === undefined
					? `${first.roles.keys[0]} of ${first.figures.name} has no repeats in ${first.figures.rows} rows`
					: `${first.roles.together.join(' and ')} of ${first.figures.name} have no repeats together in ${first.figures.together?.[0]?.rows ?? first.figures.rows} rows`,
		);
		const timed = withRows.filter(({ roles }) => roles.eventTime !== undefined);
		state(
			'event.time',
			timed.length === withRows.length,
			timed[0] === undefined ? basis : `${timed[0].roles.eventTime} of ${timed[0].figures.name}`,
		);
		if (withRows.some(({ roles }) => roles.changed !== undefined)) {
			state(
				'updates',
				'update',
				`${withRows.find(({ roles }) => roles.changed !== undefined)?.roles.changed} tells when a row was changed`,
			);
		}
		const rules = withRows.flatMap(criticalRules);
		if (rules.length > 0) state('quality.rules', JSON.stringify(rules.slice(0, mostRules)));
		state('rows', sumOf(withRows));
	}
	const findings = tables.flatMap((table) =>
		table.columns.flatMap(({ column, personal }) => personal.map((one) => ({ ...one, column: column.name }))),
	);
	const gravest = findings.toSorted((a, b) => weight[b.says] - weight[a.says])[0];
	if (gravest !== undefined) state('sensitivity', gravest.says, `${gravest.column} looks like: ${gravest.class}`);
	const files = tables[0]?.figures.files;
	if (files !== undefined && source.facts.objects === undefined) {
		state('objects', files.count, 'file sizes');
		state('volume', files.volume, 'file sizes');
		state('object.largest', files.sizes.at(-1), 'file sizes');
	}
	return facts;
}

const isTable = (format: string): boolean => structures[format] !== 'unstructured' && format !== 'log';

function sumOf(tables: readonly TableReport[]): number | undefined {
	let rows = 0;
	for (const { figures } of tables) {
		if (figures.population === undefined) return undefined;
		rows += figures.population;
	}
	return rows;
}
