import { join } from 'node:path';
import { HeadwaterError } from '../../errors.ts';
import { noAnswers } from '../../estate/answers.ts';
import { emptyEstate } from '../../estate/estate.ts';
import { parseAnswers } from '../../estate/parse-answers.ts';
import { parseEstate } from '../../estate/parse-estate.ts';
import { printAnswers } from '../../estate/print-answers.ts';
import { estateText } from '../../estate/print-estate.ts';
import { stableJson } from '../../export/languages/json.ts';
import type { Vocabulary } from '../../facts/fact.ts';
import { parseReadiness } from '../readiness/parse-readiness.ts';
import { writeWhole } from '../workspace/writing.ts';
import { readIfThere, removeFile } from '../workspace.ts';
import type { Session } from './session.ts';
import { headerFor, headerOf, sessionFile } from './sessions.ts';

/** The documents of a session folder, which the commands read as well. */
const estateFile = 'estate.json';
const answersFile = 'answers.yaml';
const readinessFile = 'readiness.json';

/** Reads a session. A damaged part is a HeadwaterError that names the file; nothing is changed on the disk. */
export async function openSession(folder: string, vocabulary: Vocabulary): Promise<Session> {
	const [header, estate, answers, readiness] = await Promise.all(
		[sessionFile, estateFile, answersFile, readinessFile].map((name) => readIfThere(join(folder, name))),
	);
	const head = header === undefined ? undefined : headerOf(header);
	if (!head) {
		throw new HeadwaterError('session-damaged', {
			message: `${join(folder, sessionFile)} ${header === undefined ? 'is missing' : 'cannot be read as a session of this program'}.`,
			wayOut: `Start a new session. The estate and the answers in ${folder} can still be used: headwater plan --estate FILE --answers FILE`,
		});
	}
	const { sources: _sources, answers: _answers, ...kept } = head;
	return {
		...kept,
		id: folder,
		estate: estate === undefined ? emptyEstate : parseEstate(estate, join(folder, estateFile), vocabulary),
		answers: answers === undefined ? noAnswers : parseAnswers(answers, join(folder, answersFile), vocabulary),
		...(readiness === undefined ? {} : { readiness: parseReadiness(readiness, join(folder, readinessFile)) }),
		past: [],
		future: [],
	};
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
	await writeWhole(join(session.id, sessionFile), `${JSON.stringify(headerFor(session), undefined, '\t')}\n`);
}
