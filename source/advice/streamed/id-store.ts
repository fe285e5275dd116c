/** Bytes that are asked for at a time. */
const room = 1 << 20;

/** Ids that belong together. */
export interface IdList {
	/** What nearly all of them begin with; that is written once. */
	prefix: string | undefined;
	/** Where each piece begins and how many bytes it has, less than none if the prefix was not left out. */
	readonly spans: number[];
}

/** Holds many lists of ids outside of what is collected, many on a page: a million of them are looked at once, at the end. */
export interface IdStore {
	readonly add: (list: IdList, ids: readonly string[]) => void;
	/** Writes down what was added since the last time: many ids at once. */
	readonly settle: () => void;
	/** All that were added to a list, as JSON without the brackets, in pieces between which a comma is missing. */
	readonly read: (list: IdList) => readonly string[];
}

export const emptyIds = (): IdList => ({ prefix: undefined, spans: [] });

export function idStore(): IdStore {
	const { write, read } = book();
	let waiting = nothingWaiting();
	const settle = (): void => {
		const { groups, endings, isPlain } = waiting;
		waiting = nothingWaiting();
		const json = JSON.stringify(endings).slice(1, -1);
		const letters = groups.reduce((sum, group) => sum + group.letters, -1);
		// JSON has the endings as they are, and each sign is a byte.
		if (isPlain && json.length === letters && Buffer.byteLength(json) === letters) {
			let from = write(json, letters);
			for (const { list, letters: own } of groups) {
				list.spans.push(from, own - 1);
				from += own;
			}
			return;
		}
		for (const { list, ids } of groups) {
			const text = JSON.stringify(ids).slice(1, -1);
			const bytes = Buffer.byteLength(text);
			list.spans.push(write(text, bytes), -bytes);
		}
	};
	return {
		add: (list, ids) => {
			list.prefix ??= prefixOf(ids[0] ?? '');
			const { prefix } = list;
			let letters = 0;
			for (let index = 0; index < ids.length; index++) {
				const id = ids[index] as string;
				if (!id.startsWith(prefix)) waiting.isPlain = false;
				waiting.endings.push(id.slice(prefix.length));
				letters += id.length - prefix.length + 3;
			}
			waiting.groups.push({ list, ids, letters });
		},
		settle,
		read: ({ prefix = '', spans }) => {
			const pieces: string[] = [];
			for (let at = 0; at < spans.length; at += 2) {
				const bytes = spans[at + 1] as number;
				const text = read(spans[at] as number, Math.abs(bytes));
				pieces.push(bytes < 0 ? text : `"${prefix}${text.slice(1, -1).replaceAll('","', `","${prefix}`)}"`);
			}
			return pieces;
		},
	};
}

/** Ids that are not written down yet. */
interface Waiting {
	/** With how many letters they have without their prefix, between quotation marks and with a comma behind each. */
	readonly groups: { readonly list: IdList; readonly ids: readonly string[]; readonly letters: number }[];
	readonly endings: string[];
	/** Whether each begins with the prefix of its list. */
	isPlain: boolean;
}

const nothingWaiting = (): Waiting => ({ groups: [], endings: [], isPlain: true });

/** An id up to the last sign that parts it, if JSON has that as it is. */
function prefixOf(id: string): string {
	const prefix = id.slice(0, 1 + Math.max(id.lastIndexOf(':'), id.lastIndexOf('/')));
	return JSON.stringify(prefix).length === prefix.length + 2 ? prefix : '';
}

/** Pages of text, one behind the other. */
function book() {
	const pages: Buffer[] = [];
	let filled = room;
	return {
		/** Gives where the text begins. */
		write: (text: string, bytes: number): number => {
			if (filled + bytes > room) {
				pages.push(Buffer.allocUnsafeSlow(Math.max(room, bytes)));
				filled = 0;
			}
			const from = (pages.length - 1) * room + filled;
			(pages.at(-1) as Buffer).write(text, filled);
			filled += bytes;
			return from;
		},
		read: (from: number, bytes: number): string => {
			const begin = from % room;
			return (pages[(from - begin) / room] as Buffer).toString('utf8', begin, begin + bytes);
		},
	};
}
