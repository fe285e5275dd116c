import { expect, test } from 'vitest';
import { bindingsIn, keymap } from '../../source/ui/keymap.ts';
import { type Mode, modes, typingModes } from '../../source/ui/mode.ts';

const all = Object.keys(modes) as readonly Mode[];

test.each(all)('in the mode "%s" no key means two things', (mode) => {
	const keys = bindingsIn(mode).flatMap((binding) => binding.keys);
	expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
});

test('where text is typed, no character is a command', () => {
	for (const mode of typingModes) {
		expect(bindingsIn(mode).flatMap(({ keys }) => keys.filter((key) => key.length === 1 || key === 'space'))).toEqual(
			[],
		);
	}
});

test('every mode but the start can be left backwards, and has a help', () => {
	const leaving = ['back', 'cancel', 'leave', 'close'];
	for (const mode of all.filter((one) => one !== 'welcome')) {
		const back = bindingsIn(mode).filter(({ action, keys }) => leaving.includes(action) && keys.includes('escape'));
		expect([mode, back.length]).toEqual([mode, 1]);
	}
	const helpless = all.filter((mode) => mode !== 'help' && !bindingsIn(mode).some(({ action }) => action === 'help'));
	expect(helpless).toEqual([]);
});

test('arrows have their vim keys beside them wherever no text is typed', () => {
	const pairs = [
		['up', 'k'],
		['down', 'j'],
		['left', 'h'],
		['right', 'l'],
	] as const;
	const alone = keymap.filter(
		({ keys, in: where }) =>
			pairs.some(
				([arrow, letter]) =>
					(keys as readonly string[]).includes(arrow) && !(keys as readonly string[]).includes(letter),
			) && where.some((mode) => !typingModes.has(mode)),
	);
	expect(alone).toEqual([]);
});
