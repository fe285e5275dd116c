import type { Knowledge } from './derive.ts';

/** What is known in a session, by its folder; without one, what comes with the program. */
type KnowledgeOf = (folder: string | undefined) => Promise<Knowledge>;

/** Reads what is known in each session once. A file that is wrong is told again whenever it is asked for. */
export function knowledgeBySession(version: string, now: () => Date): KnowledgeOf {
	const read = new Map<string, Promise<Knowledge>>();
	return (folder = '') => {
		const known = read.get(folder);
		if (known) return known;
		const found = import('../knowledge/knowledge.ts').then(({ knowledgeIn }) => knowledgeIn(folder, version, now()));
		read.set(folder, found);
		found.catch(() => read.delete(folder));
		return found;
	};
}
