import { noAnswers } from '../../estate/answers.ts';
import { emptyEstate } from '../../estate/estate.ts';
import type { Session } from './session.ts';
import { headerOf } from './sessions.ts';

/** What can be shown of a large session before it has been read. It must not be saved. */
export interface Glimpse {
	readonly folder: string;
	/** The session with its first sources only, and without its answers. */
	readonly session: Session;
	/** How many sources it has. */
	readonly sources: number;
}

/** A glimpse of a session from the text of its header; undefined where it is read in no time, or where the header is damaged. */
export function glimpseOf(folder: string, text: string): Glimpse | undefined {
	const header = headerOf(text);
	if (!header?.first) return undefined;
	const { first, sources = first.length, answers: _, ...kept } = header;
	const estate = { ...emptyEstate, sources: first };
	return { folder, sources, session: { ...kept, id: folder, estate, answers: noAnswers, past: [], future: [] } };
}
