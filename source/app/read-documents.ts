import { dirname, join, resolve, sep } from 'node:path';
import { HeadwaterError } from '../errors.ts';
import { type Answers, noAnswers } from '../estate/answers.ts';
import type { Vocabulary } from '../facts/fact.ts';
import type { Plan } from '../plan/plan.ts';
import { type Invocation, several, single } from './command.ts';
import type { Documents } from './session/derive.ts';
import { readText } from './workspace.ts';

/**
The estate and the answers that a command was given, in the words of a vocabulary: `--demo`, or `--estate FILE` with any `--answers FILE`: YAML or filled-in forms.
A missing, cut-off or broken file is a HeadwaterError that names the file and the way out.
*/
export async function readDocuments(invocation: Invocation, vocabulary: Vocabulary): Promise<Documents> {
	const [estate, answers] = await Promise.all([
		readEstate(invocation, vocabulary),
		readAnswers(several(invocation, 'answers'), invocation.cwd, vocabulary),
	]);
	return { estate, answers };
}

async function readEstate(invocation: Invocation, vocabulary: Vocabulary) {
	const file = single(invocation, 'estate');
	if (invocation.values.demo === true) {
		if (file !== undefined) {
			throw new HeadwaterError('demo-and-estate', {
				message: '--demo and --estate exclude one another.',
				wayOut: 'Leave one of them out.',
			});
		}
		const { demoEstate } = await import('../discovery/demo/index.ts');
		return demoEstate();
	}
	if (file === undefined) {
		throw new HeadwaterError('no-estate', {
			message: 'No estate was given.',
			wayOut: 'Make one with `headwater discover -o estate.json` and pass it with --estate, or use --demo.',
		});
	}
	const { parseEstate } = await import('../estate/parse-estate.ts');
	return parseEstate(await readText(file, invocation.cwd, 'estate'), file, vocabulary);
}

/** The answers of files, YAML or filled-in forms, as one; what cannot be read is a HeadwaterError with file and line. */
export async function readAnswers(files: readonly string[], cwd: string, vocabulary: Vocabulary): Promise<Answers> {
	if (files.length === 0) return noAnswers;
	const [{ parseAnswers }, { readForm }, { formSign }, { mergeAnswers }] = await Promise.all([
		import('../estate/parse-answers.ts'),
		import('./forms/read-form.ts'),
		import('./forms/marks.ts'),
		import('../estate/merge-answers.ts'),
	]);
	const texts = await Promise.all(files.map((file) => readText(file, cwd, 'answers')));
	const read = texts.map((text, index) => {
		const file = files[index] ?? '';
		const isForm = /\.(?:md|markdown)$/i.test(file) || text.includes(formSign);
		return (isForm ? readForm : parseAnswers)(text, file, vocabulary);
	});
	return mergeAnswers(read);
}

/** A plan from its file; what is wrong with it is a HeadwaterError. That of an exported app is read once its export has been ended, if it was cut off. */
export async function readPlan(file: string, cwd: string): Promise<Plan> {
	const path = resolve(cwd, file);
	if (path.endsWith(join(sep, 'cdk', 'plan.json'))) {
		const { completeChanges } = await import('./workspace/committing.ts');
		await completeChanges(dirname(dirname(path)));
	}
	const { parsePlan } = await import('../plan/parse-plan.ts');
	return parsePlan(await readText(file, cwd, 'plan'), file);
}

/** The day the plan is made for: `--as-of DATE`, else today (UTC). */
export function dayOf(invocation: Invocation): string {
	const asked = single(invocation, 'as-of');
	if (asked === undefined) return invocation.now().toISOString().slice(0, 10);
	if (/^\d{4}-\d{2}-\d{2}$/.test(asked) && !Number.isNaN(Date.parse(asked))) return asked;
	throw new HeadwaterError('wrong-date', {
		message: `--as-of "${asked}" is not a date.`,
		wayOut: 'Write it as YYYY-MM-DD, for example --as-of 2026-11-24.',
	});
}
