import { fileURLToPath } from 'node:url';
import { HeadwaterError } from '../../errors.ts';
import { textDiagram } from '../../export/text-diagram.ts';
import { parsePlan } from '../../plan/parse-plan.ts';
import type { Plan } from '../../plan/plan.ts';
import { writeIfMissing } from '../workspace/writing.ts';
import { readText } from '../workspace.ts';
import { type ExportReport, exportPlan } from './export-plan.ts';

/** Projects to begin with, each a folder of `templates/starters/`: declared sources, answers, and the plan that follows from them. */
const starters = {
	'data-lake': 'Files, a database and a table, copied or read in place, tidied into Iceberg tables for training.',
	lakehouse: 'Databases kept minutes old in a warehouse that people query, unloaded for training.',
	federation: 'Databases queried where they stand, without a copy.',
	streaming: 'Streams whose windows are computed as events arrive, served within seconds, kept for training.',
	hybrid: 'A plant with a database and files over a line, and streams in the cloud, in one lake.',
	regulated: 'Health and card data of European patients: masked, under a key of their own, in a private network.',
} as const;

/** The starters with what each is for and its picture as text. */
export async function listStarters(home: URL, columns: number): Promise<string> {
	const told = Object.entries(starters).map(async ([name, says]) => {
		const { plan } = await readStarter(name, home);
		const picture = textDiagram(plan, Math.max(42, columns) - 2, 'overview');
		return `${name}: ${says}\n\n${picture.replace(/^(?=.)/gm, '  ')}`;
	});
	return `${(await Promise.all(told)).join('\n')}`;
}

/**
Writes a starter into a folder: the export of its plan, and beside it the declared sources and the answers from which the plan
follows, which are the user's from then on and never written over.
*/
export async function startProject(name: string, folder: string, home: URL): Promise<ExportReport> {
	const { plan, documents } = await readStarter(name, home);
	const report = await exportPlan({ plan, folder, home, only: [], dryRun: false, force: false });
	for (const [file, text] of documents) await writeIfMissing(`${folder}/${file}`, text);
	return report;
}

const files = ['declared.yaml', 'answers.yaml'] as const;

async function readStarter(name: string, home: URL): Promise<{ plan: Plan; documents: ReadonlyMap<string, string> }> {
	if (!Object.hasOwn(starters, name)) {
		throw new HeadwaterError('unknown-template', {
			message: `There is no template "${name}".`,
			wayOut: `Name one of ${Object.keys(starters).join(', ')}; headwater init --list draws them.`,
		});
	}
	const folder = fileURLToPath(new URL(`templates/starters/${name}/`, home));
	const texts = await Promise.all(files.map((file) => readText(file, folder, 'template')));
	const plan = parsePlan(await readText('plan.json', folder, 'template'), `${folder}plan.json`);
	return { plan, documents: new Map(files.map((file, at) => [file, texts[at] ?? ''])) };
}
