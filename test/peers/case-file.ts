import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse, stringify } from 'yaml';
import { type Derived, type Documents, derive, ownKnowledge } from '../../source/app/session/derive.ts';
import { readDeclared } from '../../source/discovery/importers/declared.ts';
import { noAnswers } from '../../source/estate/answers.ts';
import { parseAnswers } from '../../source/estate/parse-answers.ts';
import { facts } from '../../source/facts/index.ts';
import { type Expected, missing } from './expected.ts';

/** A situation with its right answer, written as a user would declare it. */
export interface Case {
	readonly says: string;
	/** ISO date the answer holds for. */
	readonly today: string;
	/** The answer of the textbook, where it differs. */
	readonly textbook?: string;
	readonly declared: Readonly<Record<string, unknown>>;
	readonly answers?: Readonly<Record<string, unknown>>;
	readonly expect: Expected;
}

/** Reads a case; its path is relative to this file's folder's parent (`cases/T-07.yaml`). */
export function readCase(path: string): Case {
	return parse(readFileSync(fileURLToPath(new URL(`../${path}`, import.meta.url)), 'utf8')) as Case;
}

/** What holds in every situation that does not say otherwise. */
const usual = { 'training.region': 'us-east-1', 'customer.enterprise': true };

/** The documents of a situation. */
export function situationOf(found: Case, path: string): Documents {
	const workload = { ...usual, ...(found.declared.workload as object | undefined) };
	const declared = stringify({ version: 1, ...found.declared, workload });
	const estate = readDeclared(declared, path, facts, `${found.today}T00:00:00.000Z`);
	const answers = found.answers ? parseAnswers(stringify({ version: 1, ...found.answers }), path) : noAnswers;
	return { estate, answers };
}

/** What headwater derives from the situation. */
export async function deriveCase(found: Case, path: string): Promise<Derived> {
	return derive(situationOf(found, path), await ownKnowledge('case'), found.today);
}

/** What is not as expected, as sentences; empty when the plan holds. */
export const misses = (found: Case, { plan }: Derived): readonly string[] => missing(found.expect, plan);
