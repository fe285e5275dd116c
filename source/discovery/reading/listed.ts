import { HeadwaterError } from '../../errors.ts';
import type { DeclaredCall, Reading } from '../collectors/collector.ts';
import { ask } from './ask.ts';
import { pages } from './pages.ts';

/** How a list is asked for, page by page: where the token of the next page stands in an answer, and goes in a question. */
interface Listing<Page> {
	readonly input?: Readonly<Record<string, unknown>>;
	readonly token: string;
	readonly next: (page: Page) => string | undefined;
}

/** The pages of a declared list, in the region that is read. */
export const listed = <Page>(
	reading: Reading,
	call: DeclaredCall,
	{ input = {}, token, next }: Listing<Page>,
): AsyncGenerator<Page, void, undefined> =>
	pages((given) => ask<Page>(reading, call, given === undefined ? input : { ...input, [token]: given }), next);

/** The token of a list that goes on behind the last name of a page. A page that promises more and names nothing is a HeadwaterError. */
export function lastName(more: boolean | undefined, names: readonly string[] = []): string | undefined {
	const last = more === true ? names.at(-1) : undefined;
	if (more !== true || last !== undefined) return last;
	throw new HeadwaterError('empty-page', {
		message: 'A page of a list says that more follows and names nothing to go on from.',
		wayOut: 'Run the discovery again; if it persists, look at the endpoint that answers.',
		blame: 'aws',
	});
}
