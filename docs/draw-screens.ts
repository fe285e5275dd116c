// Draws the pictures of the README from the real program in a terminal: `npm run pictures` (after a build). Each is an SVG made of the
// terminal's own cells, so that it says what the screen says; the walk of the demo is the same screens one after the other.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keys, openTerminal } from '../test/peers/terminal.ts';
import { animated, type Screen, still } from './svg-of-screen.ts';

const home = mkdtempSync(join(tmpdir(), 'headwater-pictures-'));
const at = openTerminal(['--demo'], {
	columns: 100,
	rows: 30,
	cwd: home,
	env: { HOME: home, XDG_STATE_HOME: join(home, 'state'), COLORTERM: '' },
});

const taken: Screen[] = [];
const take = async (name: string, wanted: string | RegExp): Promise<void> => {
	await at.waitFor(wanted);
	// A frame may still be under way.
	await new Promise((resolve) => setTimeout(resolve, 300));
	taken.push({ name, cells: at.cells() });
};

try {
	await take('start', '❯ The demo account');
	at.press(keys.enter);
	await take('discovery', /Done .*\d+ sources/);
	at.press('2');
	await take('sources', 'Format and structure');
	at.press('3');
	await at.waitFor(/0 answered/);
	at.press(keys.tab);
	await at.waitFor(/❯ \[ \] gdpr/);
	at.press(keys.space);
	await take('question', /becomes|stays the same/);
	at.press(keys.enough);
	await at.waitFor('[4 Routes]');
	at.press(keys.down, keys.down);
	await take('routes', 'Why');
	at.press('6');
	await take('diagram', 'Data Sources Layer');
	at.press('7');
	await take('cost', /Each month \$/);
	at.press('8');
	await take('findings', /\d+ findings/);
	at.press('9');
	await take('export', /Enter writes/);
} finally {
	at.kill();
	await at.ended;
	rmSync(home, { recursive: true });
}

const file = (name: string): URL => new URL(`pictures/${name}.svg`, import.meta.url);
for (const name of ['question', 'routes']) {
	const screen = taken.find((one) => one.name === name);
	if (screen) writeFileSync(file(name), still(screen));
}
writeFileSync(file('walk'), animated(taken));
