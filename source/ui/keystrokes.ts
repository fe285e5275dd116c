import type { Key } from 'ink';
import { charactersOf } from './rows.ts';

/** A key as the keymap names it: one character, or `up`, `enter`, `shift+tab`, `ctrl+c`. */
export type Keystroke = string;

const named = [
	['upArrow', 'up'],
	['downArrow', 'down'],
	['leftArrow', 'left'],
	['rightArrow', 'right'],
	['pageUp', 'page up'],
	['pageDown', 'page down'],
	['home', 'home'],
	['end', 'end'],
	['return', 'enter'],
	['escape', 'escape'],
	['backspace', 'backspace'],
	['delete', 'delete'],
] as const satisfies readonly (readonly [keyof Key, string])[];

const control: Readonly<Record<string, Keystroke>> = {
	'\r': 'enter',
	'\n': 'enter',
	'\t': 'tab',
	'\u001b': 'escape',
	'\u007f': 'backspace',
	'\b': 'backspace',
	'\u0003': 'ctrl+c',
	' ': 'space',
};

/** The keystrokes of one event. Keys that arrive in one chunk come as one event with all their characters. */
export function keystrokesOf(input: string, key: Partial<Key>): readonly Keystroke[] {
	const name = named.find(([flag]) => key[flag])?.[1];
	if (name) return [name];
	if (key.tab) return [key.shift ? 'shift+tab' : 'tab'];
	if (key.ctrl) return input === '' ? [] : [`ctrl+${input === ' ' ? 'space' : input.toLowerCase()}`];
	if (key.meta) return [];
	return charactersOf(input.replaceAll('\r\n', '\r')).flatMap((character) => {
		const known = control[character];
		if (known) return [known];
		const code = character.codePointAt(0) ?? 0;
		// Ctrl with a letter, in the middle of other keys.
		return code < 27 ? [`ctrl+${String.fromCodePoint(code + 96)}`] : [character];
	});
}

/** The character that a key types; undefined for keys that type none. */
export function characterOf(key: Keystroke): string | undefined {
	if (key === 'space') return ' ';
	return charactersOf(key).length === 1 ? key : undefined;
}
