import { expect, test } from 'vitest';
import { keymap } from '../../source/ui/keymap.ts';
import { cells } from '../../source/ui/rows.ts';
import { exampleEstate, memoryHost } from '../ui/memory-host.ts';
import { handSignals, keys, openScreen } from '../ui/screen.tsx';

/** CI tries 500, a person's own run fewer; HEADWATER_SEQUENCES=10000 repeats what a release is held to; HEADWATER_SEED=n runs one sequence again. */
const sequences = Number(process.env.HEADWATER_SEQUENCES ?? (process.env.CI ? 500 : 100));
const only = process.env.HEADWATER_SEED;
const steps = 50;
/** Steps between two looks at the screen. */
const between = 12;

/** Numbers from 0 up to `below`, always the same from the same seed. */
function dice(seed: number): (below: number) => number {
	let state = seed;
	return (below) => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
	};
}

const sent: Readonly<Record<string, string>> = {
	...keys,
	escape: '\u001b',
	'page up': '\u001b[5~',
	'page down': '\u001b[6~',
	home: '\u001b[H',
	end: '\u001b[F',
	'shift+tab': '\u001b[Z',
	delete: '\u001b[3~',
};
const bound = [...new Set(keymap.flatMap((binding): readonly string[] => binding.keys))]
	// Ending the session is tested elsewhere; here it would only cut sequences short.
	.filter((key) => key !== 'q' && key !== 'ctrl+z')
	.map((key) => {
		const letter = /^ctrl\+(.)$/.exec(key)?.[1];
		return letter ? String.fromCharCode(letter.charCodeAt(0) - 96) : (sent[key] ?? key);
	});
const texts = ['5 TB', 'plenty', '日本語', 'e\u0301', '😀👩‍👩‍👧', 'x'.repeat(3000), 'a\r\nb\tc', '../..', '-1', '*'];
const junk = [
	'\u0000',
	'\u001b[',
	'\u001b[999;999H',
	'\u001bO',
	'\u001b[<0;5;5M',
	'\u001b]11;rgb:0/0/0\u0007',
	'\u0018',
	'\u009b',
	'\u001b\u001b',
	'\u001b[200~',
];

const title = `日本語のバケット \u001b[2J\u202e ${'very-long-name-'.repeat(20)}`;
const estate = {
	...exampleEstate,
	sources: exampleEstate.sources.map((source, index) => (index % 2 === 0 ? { ...source, title } : source)),
};

const isTooLarge = (frame: string, { columns, rows }: { columns: number; rows: number }): boolean => {
	const lines = frame.split('\n');
	return lines.length > rows || lines.some((line) => cells(line) > columns);
};

async function run(seed: number): Promise<void> {
	const roll = dice(seed);
	const pick = <T>(list: readonly T[]): T => list[roll(list.length)] as T;
	const host = memoryHost({ discover: async () => estate, noteFault: async () => undefined });
	const signals = handSignals();
	const screen = openScreen(host, { columns: 80, rows: 24 }, signals);
	let size = { columns: 80, rows: 24 };
	let crash: unknown;
	screen.ended.then((error) => {
		crash = error;
	});
	screen.press(keys.enter);
	await new Promise((resolve) => setImmediate(resolve));
	for (let step = 0; step < steps; step += 1) {
		const what = roll(21);
		if (what < 12) screen.press(pick(bound));
		else if (what < 14) screen.press(pick(texts));
		else if (what < 15) screen.press(`\u001b[200~${pick(texts)}\u001b[201~`);
		else if (what < 16) for (const byte of new TextEncoder().encode(pick(texts))) screen.press(Uint8Array.of(byte));
		else if (what < 17) screen.press(pick(junk));
		else if (what < 18)
			screen.press(Uint8Array.from({ length: 8 }, () => roll(256)).map((byte) => (byte === 3 ? 4 : byte)));
		else if (what < 19) {
			signals.happen('SIGTSTP');
			// What is typed while it stops is the shell's, or ours once it goes on.
			if (roll(2) === 0) screen.press(pick(bound));
			await new Promise((resolve) => setImmediate(resolve));
			signals.happen('SIGCONT');
		} else {
			size = { columns: 1 + roll(roll(12) === 0 ? 500 : 120), rows: 1 + roll(roll(12) === 0 ? 200 : 40) };
			screen.resize(size);
		}
		if (step % between !== 0) continue;
		await new Promise((resolve) => setImmediate(resolve));
		// A frame that was drawn before the window changed is replaced at once; how soon is not what is tested here.
		const until = performance.now() + 5000;
		while (crash === undefined && isTooLarge(screen.frame(), size) && performance.now() < until) {
			await new Promise((resolve) => setTimeout(resolve, 1));
		}
		if (crash === undefined && !isTooLarge(screen.frame(), size)) continue;
		const why = crash ?? 'the frame is larger than the window';
		throw new Error(`Seed ${seed}, step ${step}, ${size.columns}x${size.rows}: ${why}\n${screen.frame()}`);
	}
	screen.close();
	expect(await screen.ended).toBeUndefined();
}

test(`${sequences} random sequences of ${steps} keys, pastes, cut characters, junk, stops and resizes: nothing crashes, and no frame is larger than the window`, async () => {
	const first = Number(only ?? Date.now() % 1_000_000);
	const last = only === undefined ? first + sequences : first + 1;
	console.info(`random keys: seeds ${first} to ${last - 1}`);
	for (let seed = first; seed < last; seed += 1) await run(seed);
}, 3_000_000);
