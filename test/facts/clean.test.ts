import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clean, coded } from '../../source/facts/clean.ts';

test.each([
	['a colour', '\u001b[31mred\u001b[0m', 'red'],
	['a title of the window', 'a\u001b]0;owned\u0007b', 'ab'],
	['a link', '\u001b]8;;https://example.org\u001b\\here\u001b]8;;\u001b\\', 'here'],
	['a sequence that never ends', 'orders\u001b[', 'orders'],
	['a sequence in eight bits', 'a\u009b2Jb', 'ab'],
	['text that turns its direction', 'a\u202egnp.exe', 'agnp.exe'],
	['a line feed', 'first\nsecond', 'first second'],
	['letters of all scripts', '  Größe 価格 🙂', '  Größe 価格 🙂'],
])('%s', (_, text, shown) => {
	expect(clean(text)).toBe(shown);
});

test('nothing that steers a terminal is left of any text, and cleaning twice changes nothing', () => {
	const text = fc.array(
		fc.oneof(
			fc.string({ unit: 'binary' }),
			fc.constantFrom('\u001b', '\u001b[', '\u001b]', '\u009b', '\u0007', '\u202e', '\u2028', '\ud800'),
		),
	);
	fc.assert(
		fc.property(text, (parts) => {
			const shown = clean(parts.join(''));
			expect(shown).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
			expect(clean(shown)).toBe(shown);
		}),
	);
});

test('a coded name holds no control character, and differs where names differ', () => {
	expect(coded('orders\n\u001b[2J%0A')).toBe('orders%0A%1B[2J%0A');
	expect(coded('Bestände 2026')).toBe('Bestände 2026');
});
