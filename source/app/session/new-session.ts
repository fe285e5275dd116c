import { noAnswers } from '../../estate/answers.ts';
import { emptyEstate } from '../../estate/estate.ts';
import type { Scope, Session } from './session.ts';

/** A new session in a folder of its own, which is its id. */
export function newSession(folder: string, title: string, scope: Scope, at: string): Session {
	return {
		version: 1,
		id: folder,
		title,
		createdAt: at,
		savedAt: at,
		stage: 'welcome',
		scope,
		estate: emptyEstate,
		answers: noAnswers,
		past: [],
		future: [],
	};
}
