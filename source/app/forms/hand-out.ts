import { resolve } from 'node:path';
import { HeadwaterError } from '../../errors.ts';
import type { Estate } from '../../estate/estate.ts';
import { matchesGlob } from '../../estate/glob.ts';
import { clean } from '../../facts/clean.ts';
import type { Question } from '../../questions/question.ts';
import { type Invocation, several, single } from '../command.ts';
import { writeWhole } from '../workspace/writing.ts';
import { formText } from './form-text.ts';

/** Writes open questions as a form for the person of `--for`, or prints it where no file was named. */
export async function handOut(
	invocation: Invocation,
	open: readonly Question[],
	about: { readonly estate: Estate; readonly asOf: string },
): Promise<void> {
	const person = clean(single(invocation, 'for') ?? '').trim();
	if (person === '') {
		throw new HeadwaterError('no-person', {
			message: 'Nobody was named whom the form is for.',
			wayOut: 'Say whom: headwater questions --demo --for "Ann Smith" -o form.md',
		});
	}
	const text = formText(chosen(open, several(invocation, 'only')), { person, ...about });
	const file = single(invocation, 'output');
	if (file === undefined) return invocation.print(text);
	await writeWhole(resolve(invocation.cwd, file), text);
	invocation.note(`The form is in ${file}. When it is filled in, pass it with --answers.\n`);
}

function chosen(open: readonly Question[], only: readonly string[]): readonly Question[] {
	const found = open.filter(({ fact }) => only.length === 0 || only.some((glob) => matchesGlob(glob, fact)));
	if (found.length > 0) return found;
	const asked = [...new Set(open.map(({ fact }) => fact))];
	throw new HeadwaterError('nothing-to-ask', {
		message: 'No open question is left for the form.',
		wayOut: asked.length === 0 ? 'Everything that would change the plan is said.' : `Open are ${asked.join(', ')}.`,
	});
}
