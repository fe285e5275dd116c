import { expect, test } from 'vitest';
import { takeScreen } from '../../source/ui/first-line.ts';
import type { Signals } from '../../source/ui/signals.ts';
import { memoryHost } from './memory-host.ts';
import { openScreen } from './screen.tsx';

/** A terminal that notes what is done to it, and signals that are sent by hand. */
function surroundings(columns = 100) {
	const done: string[] = [];
	const listening = new Map<string, (cause: unknown) => void>();
	const signals: Signals = {
		on(happening, listener) {
			listening.set(happening, listener);
			return () => listening.delete(happening);
		},
		raise: () => undefined,
	};
	const stdout = { columns, write: (text: string) => done.push(text) } as never;
	const stdin = { setRawMode: (isRaw: boolean) => done.push(isRaw ? 'raw' : 'cooked') } as never;
	const exit = (code: number) => done.push(`exit ${code}`);
	return { done, listening, taken: takeScreen({ stdin, stdout, signals, exit }) };
}

test('the first line is what every header begins with, no wider than the window, with the cursor at home for the first frame', () => {
	const [first = ''] = surroundings(8).done;
	expect(first).toBe('\u001b[?1049h\u001b[?25l\u001b[H headwa\u001b[H');
});

test('a signal that comes while the screens are being loaded gives the terminal back', () => {
	const { done, listening } = surroundings();
	listening.get('SIGTERM')?.(undefined);
	expect(done.slice(-3)).toEqual(['cooked', '\u001b[?25h\u001b[?1049l', 'exit 143']);
	expect([...listening]).toEqual([]);
});

test('once it is handed over it is not given back a second time', () => {
	const { done, listening, taken } = surroundings();
	const before = done.length;
	taken.handOver();
	taken.giveBack();
	expect(done.length).toBe(before);
	expect([...listening]).toEqual([]);
});

test.each([
	[40, 10],
	[100, 30],
])('at %i by %i the header of the first frame draws over all of the first line', async (columns, rows) => {
	const [first = ''] = surroundings(columns).done;
	const screen = openScreen(memoryHost(), { columns, rows });
	const said = first.slice(first.indexOf('\u001b[H') + 3, first.lastIndexOf('\u001b[H'));
	expect(said).not.toBe('');
	expect((await screen.shows('headwater')).slice(0, said.length)).toBe(said);
	screen.close();
});
