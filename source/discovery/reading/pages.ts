import { HeadwaterError } from '../../errors.ts';

/** Lists may have empty pages between full ones; one that goes on and on with nothing in it is no list. */
const mostEmpty = 200;

/**
The pages of a list, until AWS gives no further token; while one is read the next is on its way. An empty page with a token goes on. A list that would never end is
refused with a HeadwaterError: a token or a page that came before, or nothing for too long.
*/
export async function* pages<Page>(
	fetch: (token: string | undefined) => Promise<Page>,
	next: (page: Page) => string | undefined,
): AsyncGenerator<Page, void, undefined> {
	const given = new Set<string>();
	const seen = new Set<string>();
	let empty = 0;
	const follows = (page: Page, looks: string | undefined): Promise<Page> | undefined => {
		const token = next(page) || undefined;
		if (token === undefined) return undefined;
		if (given.has(token)) throw endless('came back to a page that had been read already');
		given.add(token);
		if (looks !== undefined) seen.add(looks);
		empty = looks === undefined ? empty + 1 : 0;
		if (empty > mostEmpty) throw endless(`gave ${empty} empty pages in a row`);
		return fetch(token);
	};
	let coming: Promise<Page> | undefined = fetch(undefined);
	while (coming !== undefined) {
		const page: Page = await coming;
		const looks = looksOf(page);
		if (looks !== undefined && seen.has(looks)) throw endless('came back to a page that had been read already');
		const following = settled(() => follows(page, looks));
		yield page;
		coming = following();
	}
}

/** Begins a task; what it throws is told when its result is asked for, and nowhere if nobody asks. */
function settled<T>(begin: () => Promise<T> | undefined): () => Promise<T> | undefined {
	try {
		const begun = begin();
		begun?.catch(() => undefined);
		return () => begun;
	} catch (error) {
		return () => {
			throw error;
		};
	}
}

/** What tells a page from others: how many things its lists hold, the first and the last of them; undefined for an empty one. */
function looksOf(page: unknown): string | undefined {
	if (typeof page !== 'object' || page === null) return undefined;
	const lists = Object.values(page).filter((value) => Array.isArray(value) && value.length > 0);
	if (lists.length === 0) return undefined;
	return JSON.stringify(lists.map((list: readonly unknown[]) => [list.length, list[0], list.at(-1)]));
}

const endless = (did: string): HeadwaterError =>
	new HeadwaterError('repeated-page', {
		message: `A list ${did}, so it would never end.`,
		wayOut: 'Run the discovery again; if it persists, look at the endpoint that answers.',
		blame: 'aws',
	});
