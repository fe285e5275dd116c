import { HeadwaterError } from '../../errors.ts';

/**
The pages of a list, until AWS gives no further token. An empty page with a token goes on; a token that was given before is
refused with a HeadwaterError, since it would never end.
*/
export async function* pages<Page>(
	fetch: (token: string | undefined) => Promise<Page>,
	next: (page: Page) => string | undefined,
): AsyncGenerator<Page, void, undefined> {
	const given = new Set<string>();
	let token: string | undefined;
	do {
		const page = await fetch(token);
		yield page;
		token = next(page) || undefined;
		if (token === undefined) return;
		if (given.has(token)) {
			throw new HeadwaterError('repeated-page', {
				message: 'A list came back to a page that had been read already, so it would never end.',
				wayOut: 'Run the discovery again; if it persists, look at the endpoint that answers.',
				blame: 'aws',
			});
		}
		given.add(token);
	} while (true);
}
