const token =
	/[ \t\r\n]*(?:([{}[\],:])|("(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/uy;

/** What may come next: a value, a value or the end of a list, a key, a key or the end, a colon, a comma or the end. */
type Wanted = 'value' | 'item' | 'key' | 'field' | 'colon' | 'more' | 'end';

/**
Where a text stops being JSON: the position of the first character that does not belong, or `end` when it only stops too
early. For a text that JSON.parse refuses; the engine's own message names a position only sometimes.
*/
export function jsonTrouble(text: string): number | 'end' {
	const open: ('{' | '[')[] = [];
	let wanted: Wanted = 'value';
	let at = 0;
	for (;;) {
		token.lastIndex = at;
		const found = token.exec(text);
		if (!found) return stop(text, at);
		const [whole, sign, string] = found;
		const next = follow(wanted, sign ?? (string === undefined ? 'scalar' : 'string'), open);
		if (next === undefined) return at + whole.length - whole.trimStart().length;
		wanted = next;
		at = token.lastIndex;
	}
}

function follow(wanted: Wanted, found: string, open: ('{' | '[')[]): Wanted | undefined {
	const after = (): Wanted => (open.length === 0 ? 'end' : 'more');
	const inside = open.at(-1);
	if (found === '}' || found === ']') {
		const closes = found === '}' ? '{' : '[';
		const may = wanted === 'more' || (found === '}' ? wanted === 'field' : wanted === 'item');
		if (!may || inside !== closes) return undefined;
		open.pop();
		return after();
	}
	if (wanted === 'more') return found === ',' ? (inside === '{' ? 'key' : 'value') : undefined;
	if (wanted === 'colon') return found === ':' ? 'value' : undefined;
	if (wanted === 'key' || wanted === 'field') return found === 'string' ? 'colon' : undefined;
	if (wanted === 'end' || found === ',' || found === ':') return undefined;
	if (found !== '{' && found !== '[') return after();
	open.push(found);
	return found === '{' ? 'field' : 'item';
}

/** Nothing could be read here: the text ends, perhaps within a string or a word, or a wrong character stands here. */
function stop(text: string, at: number): number | 'end' {
	const rest = text.slice(at).trimStart();
	const position = text.length - rest.length;
	const unfinished = /^(?:"(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\.)*\\?$|-?\d*(?:\.\d*)?(?:[eE][+-]?)?$|[a-z]{0,4}$)/u.test(
		rest,
	);
	return unfinished ? 'end' : position;
}
