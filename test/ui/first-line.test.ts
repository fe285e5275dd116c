import { expect, test } from 'vitest';
import { takeScreen } from '../../source/ui/first-line.ts';
import type { Signals } from '../../source/ui/signals.ts';

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

test('the first line stands on the alternate screen, no wider than the window, with the cursor at home for the first frame', () => {
	const [first = ''] = surroundings(20).done;
	expect(first).toBe('\u001b[?1049h\u001b[?25l\u001b[H headwater  plans h\u001b[H');
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
