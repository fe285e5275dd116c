import { resolve } from 'node:path';
import { HeadwaterError } from '../../errors.ts';
import { type Invocation, several, single } from '../command.ts';
import { readAnswers } from '../read-documents.ts';
import type { Knowledge } from '../session/derive.ts';
import { writeWhole } from '../workspace/writing.ts';
import { isLarge, largeEstate } from './large-estate.ts';
import { routesOf } from './routes.ts';
import { routesSummary } from './routes-summary.ts';
import { routesText } from './routes-text.ts';

/** Whether only routes are wanted, or no more can be planned because the estate is too large to be read as a whole. */
export async function isAskedForRoutes(invocation: Invocation): Promise<boolean> {
	const file = single(invocation, 'estate');
	if (invocation.values.demo === true || file === undefined) return false;
	return invocation.values.routes === true || isLarge(file, invocation.cwd);
}

/** Plans the routes of an estate of any size, as text for people or as routes.json. */
export async function planRoutes(invocation: Invocation, knowledge: Knowledge, today: string): Promise<0> {
	const { cwd, columns, print, note, values } = invocation;
	const { vocabulary, catalog, madeBy } = knowledge;
	const answers = await readAnswers(several(invocation, 'answers'), cwd, vocabulary);
	const { frame, buckets, each } = await largeEstate(single(invocation, 'estate') ?? '', cwd, vocabulary);
	const routes = await routesOf({ estate: frame, answers, vocabulary, catalog, today }, buckets, each);
	if (routes.sources === 0) {
		throw new HeadwaterError('no-sources', {
			message: 'No source stands in the estate.',
			wayOut: 'Discover more accounts, or declare sources in a file.',
		});
	}
	const made = { asOf: today, madeBy };
	const file = single(invocation, 'output');
	if (file !== undefined) {
		await writeWhole(resolve(cwd, file), routesText(routes, made), 0o644);
		note(`The routes are in ${file}.\n`);
	}
	if (values.json) for (const part of routesText(routes, made)) print(part);
	else if (file === undefined) print(routesSummary(routes, { estate: frame, catalog, columns }));
	return 0;
}
