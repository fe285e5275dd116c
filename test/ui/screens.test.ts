import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { ownKnowledge } from '../../source/app/session/derive.ts';
import { loadPlanner } from '../../source/app/session/planner.ts';
import { stageIds } from '../../source/app/stages.ts';
import { demoEstate } from '../../source/discovery/demo/index.ts';
import type { Estate } from '../../source/estate/estate.ts';
import { cells } from '../../source/ui/rows.ts';
import { steering } from '../peers/payloads.ts';
import { memoryHost } from './memory-host.ts';
import { keys, openScreen } from './screen.tsx';

const planner = await loadPlanner(await ownKnowledge('0'), '2026-11-24');
const estate = await demoEstate();
const sizes = [
	[40, 10],
	[80, 24],
	[100, 30],
	[200, 60],
] as const;

/** The demo with names that would break a table: wide letters, escapes, and no end. */
const odd = (title: string, index: number): string =>
	index % 2 === 0 ? `日本語のバケット${title}` : `${title} \u001b[2J\u202e${'very-long-name-'.repeat(8)}`;
const hostile: Estate = {
	...estate,
	sources: estate.sources.map((source, index) => ({ ...source, title: odd(source.title, index) })),
};

/** Every screen of the walk, one after the other, as text. */
async function screens(columns: number, rows: number, { of = estate, ascii = false } = {}): Promise<string> {
	const host = memoryHost({ planner: async () => planner, discover: async () => of });
	const screen = openScreen(host, { columns, rows, ascii, demo: true });
	const shown: string[] = [];
	const take = async (wanted: string | RegExp): Promise<void> => {
		const frame = await screen.shows(wanted);
		const lines = frame.split('\n').map((line) => line.trimEnd());
		expect(lines.length).toBeLessThanOrEqual(rows);
		expect(lines.filter((line) => cells(line) > columns)).toEqual([]);
		// The last line says what the keys do.
		expect(lines.at(-1)).toMatch(/enter|esc|\? help|write|open/);
		shown.push(lines.join('\n'));
	};
	await take('The demo account');
	screen.press(keys.enter);
	await take('Done');
	const marks = ['', 'Sources', 'Questions', 'Routes', 'Strategy', 'Diagram', 'Cost', 'Findings', 'Export'];
	for (const [index] of stageIds.slice(2).entries()) {
		screen.press(String(index + 2));
		const title = marks[index + 1] ?? '';
		await screen.shows(new RegExp(`\\[(?:\\d )?${title}\\]|${title} \\d/9`));
		if (title === 'Export') await screen.shows(/writes/);
		await take(new RegExp(`\\[(?:\\d )?${title}\\]|${title} \\d/9`));
		if (title !== 'Questions') continue;
		// A digit would be typed into the answer.
		screen.press(keys.enough);
		await screen.shows(/\[(?:\d )?Routes\]|Routes \d\/9/);
	}
	screen.press('?');
	await take('Keys:');
	screen.close();
	return `${shown.join(`\n${'='.repeat(columns)}\n`)}\n`;
}

/** What stands in the kept file; `vitest -u` writes it anew, and it is read before it is committed. */
async function kept(name: string, now: string): Promise<void> {
	await expect(now).toMatchFileSnapshot(fileURLToPath(new URL(`screens/${name}.txt`, import.meta.url)));
}

test.each(sizes)(
	'every screen of the demo at %i by %i is as it was kept, and keeps to its window',
	async (columns, rows) => {
		await kept(`${columns}x${rows}`, await screens(columns, rows));
	},
);

test.each(sizes)(
	'every screen at %i by %i keeps to its window with wide, hostile and endless names',
	async (columns, rows) => {
		const text = await screens(columns, rows, { of: hostile });
		expect(steering(text)).toEqual([]);
		if (columns === 80) await kept('80x24-hostile', text);
	},
);

test.each(sizes)('every screen at %i by %i is drawn in ASCII where that is asked for', async (columns, rows) => {
	const text = await screens(columns, rows, { ascii: true });
	expect([...new Set(text)].filter((sign) => sign > '~')).toEqual([]);
	if (columns === 80) await kept('80x24-ascii', text);
});
