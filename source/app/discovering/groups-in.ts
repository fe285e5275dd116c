import { resolve } from 'node:path';
import { HeadwaterError } from '../../errors.ts';
import { type Group, type GroupBy, grouping, groupings } from '../../estate/groups.ts';
import { sourceLines } from '../../estate/source-lines.ts';
import { clean } from '../../facts/clean.ts';
import type { Invocation } from '../command.ts';
import { eachLine } from '../workspace/lines.ts';
import { counted, written } from '../written.ts';

/** The groups of the sources in an estate.json, which is read as a stream. */
export async function groupsIn(file: string, cwd: string, by: GroupBy): Promise<readonly Group[]> {
	const lines = sourceLines(file);
	const together = grouping(by);
	let read = 0;
	await eachLine(resolve(cwd, file), (line) => {
		read += 1;
		const source = lines.take(line.toString('utf8'));
		if (source !== undefined) together.add(source);
		return true;
	});
	if (read === 0) {
		throw new HeadwaterError('unreadable-file', {
			message: `The estate ${file} could not be read: there is no such file, or nothing in it.`,
			wayOut: 'Check the path.',
		});
	}
	lines.end();
	return together.groups();
}

/** Groups that are told one by one. */
const most = 40;

/** Groups as lines, the largest first. */
export function groupLines(groups: readonly Group[]): string {
	const told = groups.slice(0, most).map(({ name, count, volume, measured }) => {
		const bytes =
			measured === 0 ? '' : `  ${written('bytes', volume)}${measured < count ? ` in ${measured} of them` : ''}`;
		return `${String(count).padStart(9)}  ${clean(name)}${bytes}`;
	});
	const left = groups.slice(most);
	const sources = left.reduce((sum, { count }) => sum + count, 0);
	const more = left.length === 0 ? [] : [`${String(sources).padStart(9)}  in ${counted(left.length, 'more group')}`];
	return [...told, ...more, ''].join('\n');
}

/** Prints the groups of the estate that is named; something that sources cannot be put together by is a HeadwaterError. */
export async function printGroups(by: string, { positionals, cwd, values, print }: Invocation): Promise<void> {
	if (!Object.hasOwn(groupings, by)) {
		throw new HeadwaterError('unknown-grouping', {
			message: `Sources cannot be put together by "${by}".`,
			wayOut: `Name one of ${Object.keys(groupings).join(', ')}.`,
		});
	}
	const found = await groupsIn(positionals[0] ?? '', cwd, by as GroupBy);
	print(values.json ? `${JSON.stringify(found, undefined, '\t')}\n` : groupLines(found));
}
