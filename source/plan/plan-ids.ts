/** Ids in their order. Those of advice are so already, and are not sorted again. */
export function inIdOrder(ids: readonly string[]): readonly string[] {
	for (let index = 1; index < ids.length; index++)
		if ((ids[index] as string) < (ids[index - 1] as string)) return ids.toSorted();
	return ids;
}

/** What an id of a flow, store or job looks like; exporters use it as a name in code. */
export const idPattern = /^[a-z][a-z0-9-]{0,39}$/;
const longest = 40;

/** A name as part of an id: small letters, digits and hyphens, no hyphen at either end; may be empty. */
function slug(name: string): string {
	return name
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-+|-+$/g, '');
}

/** What a name keeps of an id, however long the endings are. */
const leastName = 14;

/**
An id of at most 40 characters: the name, then the endings. What is too long is cut, the name down to 14 characters, then the
first ending; the last ones stay whole.
*/
export function idOf(name: string, ...endings: readonly string[]): string {
	const [first = '', ...rest] = endings.filter((ending) => ending !== '');
	const own = slug(name) || 'x';
	const start = /^[a-z]/.test(own) ? own : `x-${own}`;
	const tail = rest.reduce((sum, ending) => sum + ending.length + 1, 0);
	const room = longest - tail;
	const begin = shortened(
		start,
		Math.max(Math.min(leastName, start.length), room - (first === '' ? 0 : first.length + 1)),
	);
	const middle = first === '' ? '' : shortened(first, Math.max(1, room - begin.length - 1));
	return [begin, middle, ...rest].filter(Boolean).join('-').slice(0, longest).replace(/-+$/, '');
}

/** Cut at a hyphen where one stands in the second half, so that words stay whole. */
function shortened(text: string, room: number): string {
	if (text.length <= room) return text;
	const cut = text.slice(0, Math.max(1, room));
	const hyphen = text[room] === '-' ? room : cut.lastIndexOf('-');
	return cut.slice(0, hyphen > room / 2 ? hyphen : room).replace(/-+$/, '');
}

/** Six letters and digits that follow from a text alone. */
function fingerprint(text: string): string {
	let hash = 0x811c9dc5;
	for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) as number), 0x01000193) >>> 0;
	return hash.toString(36).padStart(7, '0').slice(-6);
}

export interface Wanted {
	readonly name: string;
	/** As slugs; the first may be shortened. */
	readonly endings: readonly string[];
	/** What tells it from others of the same name, whatever order they come in; nearly all have a name of their own. */
	readonly key: string | (() => string);
}

/**
An id each, unique among them and among `taken`. Whoever shares a name gets a fingerprint of its key, so that an id follows
from its own name and key and not from the order.
*/
export function uniqueIds(wanted: readonly Wanted[], taken: ReadonlySet<string>): readonly string[] {
	const plain = wanted.map(({ name, endings }) => idOf(name, ...endings));
	const often = new Map<string, number>();
	for (const id of plain) often.set(id, (often.get(id) ?? 0) + 1);
	const used = new Set(taken);
	return wanted.map((one, index) => {
		const { name, endings } = one;
		const own = plain[index] as string;
		let id = often.get(own) === 1 && !taken.has(own) ? own : undefined;
		for (let salt = 0; id === undefined || used.has(id); salt += 1) {
			const key = typeof one.key === 'string' ? one.key : one.key();
			const mark = fingerprint(salt === 0 ? key : `${key}#${salt}`);
			id = idOf(name, ...(endings.length > 0 ? endings : ['']), mark);
		}
		used.add(id);
		return id;
	});
}
