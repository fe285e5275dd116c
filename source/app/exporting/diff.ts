/** More lines of difference than this are not worked out: the two have little in common. */
const mostEdits = 600;
const context = 3;

/**
What turns one text into another, as the hunks of a unified diff with three lines around each change. Empty when they are the
same; one line that says so when they differ in more than 600 lines.
*/
export function lineDiff(before: string, after: string): readonly string[] {
	const [old, now] = [linesOf(before), linesOf(after)];
	const edits = shortest(old, now);
	if (!edits) return [`@@ ${old.length} lines become ${now.length}; more than ${mostEdits} differ @@`];
	return hunks(edits);
}

const linesOf = (text: string): readonly string[] => (text === '' ? [] : text.replace(/\n$/, '').split('\n'));

interface Edit {
	readonly sign: ' ' | '-' | '+';
	readonly line: string;
	/** Line numbers, from 0, in both texts. */
	readonly old: number;
	readonly now: number;
}

/** The shortest way from one to the other (Myers 1986), after what both begin with and end in is set aside. */
function shortest(old: readonly string[], now: readonly string[]): readonly Edit[] | undefined {
	let head = 0;
	while (head < old.length && head < now.length && old[head] === now[head]) head += 1;
	let tail = 0;
	while (tail < old.length - head && tail < now.length - head && old.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
	const [a, b] = [old.slice(head, old.length - tail), now.slice(head, now.length - tail)];
	const middle = ways(a, b);
	if (!middle) return undefined;
	const same = (from: number, line: string, at: number): Edit => ({ sign: ' ', line, old: at, now: from });
	return [
		...old.slice(0, head).map((line, at) => same(at, line, at)),
		...middle.map((edit) => ({ ...edit, old: edit.old + head, now: edit.now + head })),
		...old.slice(old.length - tail).map((line, at) => same(now.length - tail + at, line, old.length - tail + at)),
	];
}

function ways(a: readonly string[], b: readonly string[]): readonly Edit[] | undefined {
	const trace: Map<number, number>[] = [];
	let reach = new Map<number, number>([[1, 0]]);
	for (let depth = 0; depth <= Math.min(a.length + b.length, mostEdits); depth += 1) {
		trace.push(new Map(reach));
		for (let k = -depth; k <= depth; k += 2) {
			let x = isDown(reach, k, depth) ? (reach.get(k + 1) ?? 0) : (reach.get(k - 1) ?? 0) + 1;
			while (x < a.length && x - k < b.length && a[x] === b[x - k]) x += 1;
			reach.set(k, x);
			if (x >= a.length && x - k >= b.length) return walkedBack(a, b, trace, depth);
		}
		reach = new Map(reach);
	}
	return undefined;
}

const isDown = (reach: ReadonlyMap<number, number>, k: number, depth: number): boolean =>
	k === -depth || (k !== depth && (reach.get(k - 1) ?? -1) < (reach.get(k + 1) ?? -1));

function walkedBack(
	a: readonly string[],
	b: readonly string[],
	trace: readonly ReadonlyMap<number, number>[],
	depth: number,
): readonly Edit[] {
	const edits: Edit[] = [];
	let [x, y] = [a.length, b.length];
	for (let at = depth; at >= 0; at -= 1) {
		const reach = trace[at] ?? new Map<number, number>();
		const k = x - y;
		const from = isDown(reach, k, at) ? k + 1 : k - 1;
		const fromX = at === 0 ? 0 : (reach.get(from) ?? 0);
		const fromY = at === 0 ? 0 : fromX - from;
		while (x > fromX && y > fromY) {
			x -= 1;
			y -= 1;
			edits.push({ sign: ' ', line: a[x] ?? '', old: x, now: y });
		}
		if (at === 0) break;
		if (x === fromX) edits.push({ sign: '+', line: b[fromY] ?? '', old: x, now: fromY });
		else edits.push({ sign: '-', line: a[fromX] ?? '', old: fromX, now: y });
		[x, y] = [fromX, fromY];
	}
	return edits.toReversed();
}

function hunks(edits: readonly Edit[]): readonly string[] {
	const changed = edits.flatMap(({ sign }, at) => (sign === ' ' ? [] : [at]));
	const ranges: [from: number, to: number][] = [];
	for (const at of changed) {
		const last = ranges.at(-1);
		if (last && at - context <= last[1] + 1) last[1] = Math.min(edits.length - 1, at + context);
		else ranges.push([Math.max(0, at - context), Math.min(edits.length - 1, at + context)]);
	}
	return ranges.flatMap(([from, to]) => {
		const part = edits.slice(from, to + 1);
		const count = (other: '+' | '-') => part.filter(({ sign }) => sign !== other).length;
		const [first] = part;
		const begins = (line: number | undefined, lines: number) => `${(line ?? 0) + (lines > 0 ? 1 : 0)},${lines}`;
		const head = `@@ -${begins(first?.old, count('+'))} +${begins(first?.now, count('-'))} @@`;
		return [head, ...part.map(({ sign, line }) => `${sign}${line}`)];
	});
}
