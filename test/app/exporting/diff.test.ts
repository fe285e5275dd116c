import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineDiff } from '../../../source/app/exporting/diff.ts';

/** Applies a unified diff as `patch` does; a line that does not match is an error. */
function patched(text: string, diff: readonly string[]): string {
	const lines = text === '' ? [] : text.replace(/\n$/, '').split('\n');
	const out: string[] = [];
	let at = 0;
	for (const line of diff) {
		const head = /^@@ -(\d+),(\d+) \+(\d+),(\d+) @@$/.exec(line);
		if (head) {
			const from = Number(head[1]) - (Number(head[2]) > 0 ? 1 : 0);
			out.push(...lines.slice(at, from));
			at = from;
			continue;
		}
		if (line[0] !== '+' && lines[at] !== line.slice(1)) throw new Error(`line ${at} is not ${line}`);
		if (line[0] !== '-') out.push(line.slice(1));
		if (line[0] !== '+') at += 1;
	}
	return [...out, ...lines.slice(at)].map((line) => `${line}\n`).join('');
}

const text = fc
	.array(fc.constantFrom('a', 'b', 'c', '{', '}', ''), { maxLength: 40 })
	.map((lines) => lines.map((line) => `${line}\n`).join(''));

test('a diff turns the one text into the other', () => {
	fc.assert(
		fc.property(text, text, (before, after) => {
			expect(patched(before, lineDiff(before, after))).toBe(after);
		}),
		{ numRuns: 500 },
	);
});

test('only what changed is told, with three lines around it', () => {
	const lines = Array.from({ length: 40 }, (_, at) => `line ${at}`);
	const after = lines.with(20, 'other');
	expect(lineDiff(lines.join('\n'), after.join('\n'))).toEqual([
		'@@ -18,7 +18,7 @@',
		...[' line 17', ' line 18', ' line 19', '-line 20', '+other', ' line 21', ' line 22', ' line 23'],
	]);
	expect(lineDiff('same\n', 'same\n')).toEqual([]);
});

test('texts that have little in common are told as such, soon', () => {
	const many = (name: string) => Array.from({ length: 5000 }, (_, at) => `${name} ${at}`).join('\n');
	expect(lineDiff(many('a'), many('b'))).toEqual(['@@ 5000 lines become 5000; more than 600 differ @@']);
});
