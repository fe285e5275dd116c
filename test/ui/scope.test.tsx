import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { policy } from '../../source/app/commands/policy.ts';
import { cells } from '../../source/ui/rows.ts';
import { memoryHost } from './memory-host.ts';
import { keys, openScreen } from './screen.tsx';

let screen: ReturnType<typeof openScreen>;
afterEach(() => screen.close());

/** The form for an account, whose profile is filled in. */
async function scopeForm(size = {}): Promise<void> {
	screen = openScreen(memoryHost({ profiles: { names: ['analytics'], ambient: false } }), size);
	screen.press('k', 'k', 'k', 'k', 'k', keys.enter);
	await screen.shows('analytics');
}

/** What the command prints when nothing is chosen. */
async function printed(): Promise<string> {
	let text = '';
	const print = (part: string): void => {
		text += part;
	};
	await policy.run({ values: {}, print } as unknown as Parameters<typeof policy.run>[0]);
	return text;
}

test.each([
	[40, 10],
	[80, 24],
	[100, 30],
	[200, 60],
])('at %i by %i the form says what will be called and what it costs, and shows the policy', async (columns, rows) => {
	await scopeForm({ columns, rows });
	const form = await screen.shows(/\d+\+? calls[\s\S]*\$0\.01[\s\S]*ctrl\+p policy/);
	screen.press('\u0010');
	const text = await screen.shows('The exact policy');
	const shown = [form, text].map((frame) => frame.split('\n').map((line) => line.trimEnd()));
	for (const lines of shown) {
		expect(lines.length).toBeLessThanOrEqual(rows);
		expect(lines.filter((line) => cells(line) > columns)).toEqual([]);
	}
	const kept = `${shown.map((lines) => lines.join('\n')).join(`\n${'='.repeat(columns)}\n`)}\n`;
	const file = fileURLToPath(new URL(`screens/scope-${columns}x${rows}.txt`, import.meta.url));
	await expect(kept).toMatchFileSnapshot(file);
});

test('more regions and profiles are more calls, and of all regions it is said what each adds', async () => {
	await scopeForm();
	const one = Number(/at least (\d+) calls/.exec(await screen.shows('1 account in the'))?.[1]);
	screen.press(keys.tab, 'eu-central-1, eu-west-1');
	const two = Number(/at least (\d+) calls/.exec(await screen.shows('1 account in 2 regions'))?.[1]);
	expect(two).toBeGreaterThan(one);
	screen.press(keys.clear, 'all');
	await screen.shows(`at least ${one} calls, and ${two - one} more for each region after the first`);
	screen.press(keys.backTab, ', other');
	await screen.shows(`2 accounts in each enabled region: at least ${2 * one} calls, and ${2 * (two - one)} more`);
});

test('the policy is the text that the command prints, scrolled to its end and left again', async () => {
	await scopeForm({ rows: 2000 });
	screen.press('\u0010');
	const frame = await screen.shows('The exact policy');
	const lines = (text: string): readonly string[] => text.split('\n').flatMap((line) => line.trim() || []);
	const wanted = lines(await printed());
	const from = lines(frame).indexOf('{');
	expect(lines(frame).slice(from, from + wanted.length)).toEqual(wanted);
	screen.resize({ columns: 100, rows: 20 });
	screen.press('G', 'j', 'k', 'k');
	await screen.shows(/"\*"[\s\S]*esc close/);
	screen.press(keys.escape);
	await screen.shows('What to look at');
});

test('where no account is asked nothing is called, and there is no policy to show', async () => {
	await scopeForm();
	screen.press(keys.clear, keys.tab, keys.tab, '/data');
	const frame = await screen.shows('No AWS account is asked.');
	expect(frame).not.toContain('ctrl+p');
	screen.press('\u0010');
	await screen.shows('so no policy is needed');
});

test('where the calls cannot be told, the form says why and still begins', async () => {
	const lookAhead = () => Promise.reject(new Error('a part is missing'));
	screen = openScreen(memoryHost({ lookAhead, profiles: { names: ['analytics'], ambient: false } }));
	screen.press('k', 'k', 'k', 'k', 'k', keys.enter);
	await screen.shows('a part is missing');
	screen.press(keys.enter);
	await screen.shows('Done');
});
