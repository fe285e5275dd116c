import { expect, test } from 'vitest';
import { type Field, fieldOf, inserted, typed } from '../../source/ui/field.ts';
import { keystrokesOf } from '../../source/ui/keystrokes.ts';

const after = (text: string, ...keys: readonly string[]): Field =>
	keys.reduce<Field>((field, key) => typed(field, key) ?? field, fieldOf(text));

test('a field knows the keys of a line in a shell', () => {
	expect(after('2 TB', 'home', 'delete', '5')).toEqual({ text: '5 TB', at: 1 });
	expect(after('20 GB/day', 'ctrl+w', 'ctrl+w')).toEqual({ text: '', at: 0 });
	expect(after('abc def', 'left', 'left', 'left', 'ctrl+u')).toEqual({ text: 'def', at: 0 });
	expect(after('abc', 'ctrl+a', 'right', 'ctrl+k')).toEqual({ text: 'a', at: 1 });
	expect(after('a', 'space', 'b')).toEqual({ text: 'a b', at: 3 });
});

test('what a person sees as one character is one, whatever it is made of', () => {
	expect(after('a😀', 'backspace')).toEqual({ text: 'a', at: 1 });
	expect(after('日本', 'left', 'backspace')).toEqual({ text: '本', at: 0 });
	expect(after('e\u0301', 'backspace')).toEqual({ text: '', at: 0 });
});

test('a pasted text becomes one line without control characters', () => {
	expect(inserted({ text: 'ab', at: 1 }, 'x\r\ny\u001b[2J')).toEqual({ text: 'ax yb', at: 4 });
});

test('a chunk of keys is taken apart, control characters included', () => {
	expect(keystrokesOf('jj\rk\u0003', {})).toEqual(['j', 'j', 'enter', 'k', 'ctrl+c']);
	expect(keystrokesOf('', { tab: true, shift: true })).toEqual(['shift+tab']);
	expect(keystrokesOf('n', { ctrl: true })).toEqual(['ctrl+n']);
	expect(keystrokesOf('', { upArrow: true })).toEqual(['up']);
	expect(keystrokesOf('x', { meta: true })).toEqual([]);
});
