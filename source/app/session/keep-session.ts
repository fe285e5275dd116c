import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { HeadwaterError } from '../../errors.ts';
import { noAnswers } from '../../estate/answers.ts';
import { type Estate, emptyEstate } from '../../estate/estate.ts';
import { estateLines } from '../../estate/estate-lines.ts';
import { parseAnswers } from '../../estate/parse-answers.ts';
import { parseEstate } from '../../estate/parse-estate.ts';
import { printAnswers } from '../../estate/print-answers.ts';
import { estateText } from '../../estate/print-estate.ts';
import { stableJson } from '../../export/languages/json.ts';
import type { Vocabulary } from '../../facts/fact.ts';
import { parseReadiness } from '../readiness/parse-readiness.ts';
import { eachLine } from '../workspace/lines.ts';
import { writeWhole } from '../workspace/writing.ts';
import { readIfThere, removeFile } from '../workspace.ts';
import { parseVariants, printVariants, variantsFile } from './keep-variants.ts';
import type { Session } from './session.ts';
import { headerFor, headerOf, sessionFile } from './sessions.ts';

/** The documents of a session folder, which the commands read as well. */
const estateFile = 'estate.json';
const answersFile = 'answers.yaml';
const readinessFile = 'readiness.json';

/** Reads a session. A damaged part is a HeadwaterError that names the file; nothing is changed on the disk. */
export async function openSession(folder: string, vocabulary: Vocabulary): Promise<Session> {
	const [header, answers, readiness, variants] = await Promise.all(
		[sessionFile, answersFile, readinessFile, variantsFile].map((name) => readIfThere(join(folder, name))),
	);
	const head = header === undefined ? undefined : headerOf(header);
	if (!head) {
		throw new HeadwaterError('session-damaged', {
			message: `${join(folder, sessionFile)} ${header === undefined ? 'is missing' : 'cannot be read as a session of this program'}.`,
			wayOut: `Start a new session. The estate and the answers in ${folder} can still be used: headwater plan --estate FILE --answers FILE`,
		});
	}
	const { sources: _sources, answers: _answers, first: _first, ...kept } = head;
	return {
		...kept,
		id: folder,
		estate: await readEstate(join(folder, estateFile), vocabulary),
		answers: answers === undefined ? noAnswers : parseAnswers(answers, join(folder, answersFile), vocabulary),
		...(readiness === undefined ? {} : { readiness: parseReadiness(readiness, join(folder, readinessFile)) }),
		...(variants === undefined ? {} : { variants: parseVariants(variants, join(folder, variantsFile), vocabulary) }),
		past: [],
		future: [],
	};
}

/** Reads an estate line by line, or as a whole where it is laid out otherwise or something in it is wrong. */
async function readEstate(file: string, vocabulary: Vocabulary): Promise<Estate> {
	const lines = estateLines(vocabulary);
	// Nearly all that is read stays. Room for the young that grows with it would only fill memory with copies: 270 MB in place of 170.
	setFlagsFromString('--semi-space-growth-factor=1');
	await eachLine(file, (line) => lines.take(line.toString('utf8')));
	setFlagsFromString('--semi-space-growth-factor=2');
	const estate = lines.estate();
	if (estate) return estate;
	const text = await readIfThere(file);
	return text === undefined ? emptyEstate : parseEstate(text, file, vocabulary);
}

/**
Saves a session so that it is on the disk when the promise resolves. Answers first, place last: after a crash the newest or
the previous answer is there, never half a file. A document is only written when it is another one than in `before`.
*/
export async function saveSession(
	session: Session,
	before: Session | undefined,
	vocabulary: Vocabulary,
): Promise<void> {
	if (session.estate !== before?.estate) {
		await writeWhole(join(session.id, estateFile), estateText(session.estate));
	}
	if (session.answers !== before?.answers) {
		await writeWhole(join(session.id, answersFile), printAnswers(session.answers, vocabulary));
	}
	if (session.readiness !== before?.readiness) {
		if (session.readiness === undefined) await removeFile(session.id, readinessFile);
		else await writeWhole(join(session.id, readinessFile), stableJson(session.readiness));
	}
	if (session.variants !== before?.variants && session.variants !== undefined) {
		await writeWhole(join(session.id, variantsFile), printVariants(session.variants, vocabulary));
	}
	await writeWhole(join(session.id, sessionFile), `${JSON.stringify(headerFor(session), undefined, '\t')}\n`);
}
