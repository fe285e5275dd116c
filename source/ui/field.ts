import { clean } from '../facts/clean.ts';
import { characterOf, type Keystroke } from './keystrokes.ts';
import { charactersOf } from './rows.ts';

/** A line of text that is being typed. `at` counts characters as a person sees them. */
export interface Field {
	readonly text: string;
	readonly at: number;
}

const longest = 2000;

/** A field with a text in it and the cursor behind it. */
export const fieldOf = (text: string): Field => ({ text, at: charactersOf(text).length });

/** The field after a key, with the line keys of a shell; undefined for keys that mean nothing in a line of text. */
export function typed(field: Field, key: Keystroke): Field | undefined {
	const all = charactersOf(field.text);
	const [before, after] = [all.slice(0, field.at), all.slice(field.at)];
	const of = (left: readonly string[], right: readonly string[]): Field => ({
		text: [...left, ...right].join(''),
		at: left.length,
	});
	switch (key) {
		case 'left':
		case 'ctrl+b':
			return { ...field, at: Math.max(0, field.at - 1) };
		case 'right':
		case 'ctrl+f':
			return { ...field, at: Math.min(all.length, field.at + 1) };
		case 'home':
		case 'ctrl+a':
			return { ...field, at: 0 };
		case 'end':
		case 'ctrl+e':
			return { ...field, at: all.length };
		case 'backspace':
			return of(before.slice(0, -1), after);
		case 'delete':
		case 'ctrl+d':
			return of(before, after.slice(1));
		case 'ctrl+u':
			return of([], after);
		case 'ctrl+k':
			return of(before, []);
		case 'ctrl+w':
			return of(charactersOf(before.join('').replace(/\S+\s*$/u, '')), after);
		default: {
			const character = characterOf(key);
			return character === undefined ? undefined : inserted(field, character);
		}
	}
}

/** The field with a text put in at the cursor: line ends become blanks, control characters go, what is far too long is cut. */
export function inserted(field: Field, text: string): Field {
	const all = charactersOf(field.text);
	const put = charactersOf(clean(text)).slice(0, longest - all.length);
	return { text: [...all.slice(0, field.at), ...put, ...all.slice(field.at)].join(''), at: field.at + put.length };
}

/** What somebody put in: a key, or a text that was pasted. */
export type Input = { readonly key: Keystroke } | { readonly paste: string };

/** The field after something was put in; undefined where that means nothing in a line of text. */
export const entered = (field: Field, input: Input): Field | undefined =>
	'key' in input ? typed(field, input.key) : inserted(field, input.paste);
