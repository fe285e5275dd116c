import { HeadwaterError } from '../../errors.ts';
import type { Readiness } from '../../profiling/judging/report.ts';
import { writeWhole } from '../workspace/writing.ts';
import { readIfThere } from '../workspace.ts';
import { reportAs } from './report-as.ts';

/** What stands in every report that this program wrote, whatever its format. */
const ours = /Made by headwater|"madeBy": ?"headwater/;
const endings = ['.md', '.html', '.json'] as const;

/**
Writes the report as a file of this name; without one of its endings as three: Markdown, HTML and JSON. Gives the files. What stands there
and is no report is not written over: HeadwaterError `no-report-there`.
*/
export async function writeReport(readiness: Readiness, name: string): Promise<readonly string[]> {
	const files = /\.(?:md|markdown|html?|json)$/i.test(name) ? [name] : endings.map((ending) => `${name}${ending}`);
	for (const file of files) {
		const there = await readIfThere(file);
		if (there === undefined || there === '' || ours.test(there)) continue;
		throw new HeadwaterError('no-report-there', {
			message: `${file} exists and is no report of this program.`,
			wayOut: 'Name another file.',
		});
	}
	for (const file of files) await writeWhole(file, await reportAs(readiness, file), 0o644);
	return files;
}
