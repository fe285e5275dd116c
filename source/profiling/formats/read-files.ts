import { HeadwaterError } from '../../errors.ts';
import { noteTrouble } from '../gathering.ts';
import type { FileList, ListedFile, Reading, ReadSource } from '../reader.ts';
import type { OpenBytes } from './local-file.ts';
import { readFile } from './read-file.ts';

interface Ways {
	/** Bytes of one part, when not all of a file may be read, and how many parts there are at least, where that gives 4 KB each. */
	readonly each: number;
	readonly parts: number;
	readonly mostOfOne: number;
	readonly open: (file: ListedFile) => Promise<OpenBytes>;
}

const reasons: Readonly<Record<string, string>> = {
	EACCES: 'reading it is not permitted',
	EPERM: 'reading it is not permitted',
	ENOENT: 'it is not there any more',
	ELOOP: 'it is a link now',
	EISDIR: 'it is a folder now',
};

/** Reads the chosen files one after the other; each gets its part of what may be read in all. */
export async function readFiles(list: FileList, reading: Reading, ways: Ways): Promise<ReadSource> {
	const { budget, gathering, signal } = reading;
	let opened = 0;
	let whole = list.chosen.length === list.count;
	for (const [index, file] of list.chosen.entries()) {
		if (signal.aborted || budget.ended() !== undefined) {
			whole = false;
			break;
		}
		if (file.size === 0) continue;
		const waiting = list.chosen.length - index;
		const left = budget.left('bytes');
		// Small files leave the large ones what they do not need.
		const rest = list.chosen.slice(index).reduce((sum, { size }) => sum + size, 0);
		const share = rest <= left ? file.size : Math.max(left / waiting, (left * file.size) / rest);
		let bytes: OpenBytes | undefined;
		try {
			bytes = await ways.open(file);
			const allowed = Math.floor(Math.min(share, left, ways.mostOfOne));
			const each = Math.min(ways.each, Math.max(4096, Math.floor(allowed / ways.parts)));
			const table = await readFile(bytes, { ...reading, allowed, each });
			opened += 1;
			if (table === undefined) {
				gathering.unread(`${file.path} holds no rows that could be read.`);
				continue;
			}
			if (await bytes.changed()) {
				noteTrouble(table, 'changed while it was read', file.path);
				table.whole = false;
			}
			whole &&= table.whole;
		} catch (error) {
			whole = false;
			gathering.unread(`${file.path} could not be read: ${reasonOf(error)}.`);
		} finally {
			await bytes?.close().catch(() => undefined);
		}
	}
	const { count, volume, sizes, histogram } = list;
	return { whole, files: { count, volume, read: opened, sizes, histogram } };
}

/** Why a file could not be read, without a word of what is in it: messages of parsers quote their input. */
function reasonOf(error: unknown): string {
	if (error instanceof HeadwaterError) return error.message.replace(/\.$/, '');
	const code = error instanceof Error && 'code' in error ? String(error.code) : '';
	if (code !== '') return reasons[code] ?? `the system says ${code.replace(/[^\w.]/g, '')}`;
	const name = error instanceof Error && /^[A-Za-z]+$/.test(error.name) ? error.name : '';
	return name !== '' && name !== 'Error' && !/^(?:Range|Type|Syntax)Error$/.test(name)
		? `the answer was ${name}`
		: 'its content is not what its format says, or it is cut off';
}
