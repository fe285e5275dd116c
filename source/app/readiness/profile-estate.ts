import { HeadwaterError } from '../../errors.ts';
import type { Estate, Source } from '../../estate/estate.ts';
import { matchesGlob } from '../../estate/glob.ts';
import { readAmount } from '../../facts/amount-text.ts';
import { clean } from '../../facts/clean.ts';
import type { Unit } from '../../facts/fact.ts';
import type { SourceFigures } from '../../profiling/figures.ts';
import type { Readiness } from '../../profiling/judging/report.ts';
import { type Limits, usualLimits } from '../../profiling/limits.ts';
import { type Invocation, several, single } from '../command.ts';
import { readText } from '../workspace.ts';
import { consentFor, consentText } from './consent-text.ts';

interface Profiled {
	readonly readiness: Readiness;
	/** With what was measured. */
	readonly estate: Estate;
}

/** Announces, asks, reads samples and judges them. Without a yes it is a HeadwaterError, and nothing was read. */
export async function profileEstate(invocation: Invocation): Promise<Profiled> {
	const file = single(invocation, 'estate');
	if (file === undefined) {
		throw new HeadwaterError('no-estate', {
			message: 'No estate was given.',
			wayOut: 'Make one with `headwater discover -o estate.json` and pass it with --estate.',
		});
	}
	const [{ parseEstate }, { announced }, text] = await Promise.all([
		import('../../estate/parse-estate.ts'),
		import('../../profiling/profile.ts'),
		readText(file, invocation.cwd, 'estate'),
	]);
	const estate = parseEstate(text, file);
	const imported = several(invocation, 'import');
	if (imported.length > 0) return importFigures(estate, imported, invocation);
	const { readerOf } = await import('../../profiling/readers/index.ts');
	const sources = chosenSources(estate, invocation.positionals, (source) => {
		const reader = readerOf(source.kind);
		return reader === undefined ? 'no' : reader.onlyByName ? 'by name' : 'yes';
	});
	const limits = limitsOf(invocation);
	invocation.note(consentText(consentFor(announced(sources, limits), limits)));
	await consent(invocation);
	return readSamples(invocation, { estate, sources, limits });
}

/** The report of figures, and the estate with what they measured. */
async function measuredWith(estate: Estate, figures: readonly SourceFigures[], version: string): Promise<Profiled> {
	const [{ judgedOf }, { withReadiness }] = await Promise.all([
		import('./judge.ts'),
		import('../../profiling/measured-facts.ts'),
	]);
	const readiness = judgedOf(estate, figures, version);
	return { readiness, estate: withReadiness(estate, readiness.sources) };
}

async function readSamples(
	invocation: Invocation,
	{ estate, sources, limits }: { estate: Estate; sources: readonly Source[]; limits: Limits },
): Promise<Profiled> {
	const [{ profileSources }, { readingAround }] = await Promise.all([
		import('../../profiling/profile.ts'),
		import('./reading-around.ts'),
	]);
	const target = single(invocation, 'target');
	const figures = await profileSources({
		sources,
		limits,
		...(target === undefined ? {} : { target }),
		clock: () => performance.now(),
		around: await readingAround(estate, {
			...invocation,
			databases: several(invocation, 'database'),
			profiles: several(invocation, 'profile'),
		}),
		onSource: ({ title }, done, of) => invocation.note(`${done + 1}/${of}  ${clean(title)}\n`),
	});
	return measuredWith(estate, figures, invocation.version);
}

/** Figures that were counted elsewhere; nothing is read but their files, so nobody is asked. */
async function importFigures(estate: Estate, files: readonly string[], invocation: Invocation): Promise<Profiled> {
	const { importedFigures } = await import('../../profiling/imported-figures.ts');
	const at = invocation.now().toISOString();
	const texts = await Promise.all(files.map((file) => readText(file, invocation.cwd, 'figures')));
	const found = texts.flatMap((text, index) => importedFigures(text, files[index] ?? '', at));
	const figures = found.map((one) => {
		const source = estate.sources.find(({ id, title }) => id === one.source || title === one.source);
		if (source !== undefined) return { ...one, source: source.id, title: source.title };
		throw new HeadwaterError('unknown-source', {
			message: `The figures are of "${clean(one.source)}", and the estate has no such source.`,
			wayOut: 'Name the source of the estate when the job or query is made: its id or its title.',
		});
	});
	return measuredWith(estate, figures, invocation.version);
}

/** The sources somebody named, by id, title or pattern; else all that can be read without being asked for by name. */
function chosenSources(
	{ sources }: Estate,
	wanted: readonly string[],
	readable: (source: Source) => 'yes' | 'no' | 'by name',
): readonly Source[] {
	if (wanted.length === 0) {
		const all = sources.filter((source) => readable(source) === 'yes');
		if (all.length > 0) return all;
		throw new HeadwaterError('nothing-to-profile', {
			message: 'No source of this estate can be read in samples.',
			wayOut: 'Files of folders, S3 buckets, DynamoDB tables and databases can: find some with `headwater discover`.',
		});
	}
	const chosen = new Set<Source>();
	for (const name of wanted) {
		const found = sources.filter(
			({ id, title }) => id === name || title === name || matchesGlob(name, id) || matchesGlob(name, title),
		);
		if (found.length === 0) {
			throw new HeadwaterError('unknown-source', {
				message: `The estate has no source "${clean(name)}".`,
				wayOut: `Name one by its id or title, or by a pattern such as "orders*". There are ${sources.length} sources in it.`,
			});
		}
		const able = found.filter((source) => readable(source) !== 'no');
		if (able.length === 0) {
			throw new HeadwaterError('no-reader', {
				message: `Samples of "${clean(name)}" (${clean(found[0]?.kind ?? '')}) cannot be read.`,
				wayOut: 'Export it to files and profile those, or run the exported profile where it lies.',
			});
		}
		for (const source of able) chosen.add(source);
	}
	return [...chosen];
}

function limitsOf(invocation: Invocation): Limits {
	const given = (name: string, unit: Unit): number | undefined => {
		const text = single(invocation, name);
		if (text === undefined) return undefined;
		const amount = readAmount(unit, text);
		if (amount !== undefined && amount > 0) return amount;
		throw new HeadwaterError('wrong-limit', {
			message: `--${name} "${clean(text)}" is no amount above nothing.`,
			wayOut: 'Write it as people do: --bytes "200 MB" --rows 50000 --time "30 s"',
		});
	};
	const [bytes, rows, seconds] = [given('bytes', 'bytes'), given('rows', 'count'), given('time', 'seconds')];
	return {
		...usualLimits,
		...(bytes === undefined ? {} : { bytes }),
		...(rows === undefined ? {} : { rows }),
		...(seconds === undefined ? {} : { seconds }),
	};
}

async function consent({ values, interactive, ask }: Invocation): Promise<void> {
	if (values.yes === true) return;
	const refusal = (message: string) =>
		new HeadwaterError('no-consent', {
			message: `${message} Nothing was read.`,
			wayOut: 'Agree to it with --yes, or name fewer sources.',
		});
	if (!interactive) throw refusal('Nobody said yes to reading these samples.');
	const answer = await ask('Read this? [y/N] ');
	if (!/^\s*y(?:es)?\s*$/i.test(answer)) throw refusal('The reading was declined.');
}
