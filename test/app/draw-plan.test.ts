import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findChromium } from '../../source/app/chromium.ts';
import { type Drawing, drawPlan } from '../../source/app/draw-plan.ts';
import { mermaidText } from '../../source/export/mermaid.ts';
import { textDiagram } from '../../source/export/text-diagram.ts';
import { examplePlan } from '../peers/example-plan.ts';

let cwd: string;
beforeEach(async () => {
	cwd = await mkdtemp(join(tmpdir(), 'headwater-draw-'));
});
afterEach(() => rm(cwd, { recursive: true }));

async function drawn(format: Drawing['format'], output?: string, env: Record<string, string> = {}) {
	const said = { printed: '', noted: '' };
	await drawPlan(
		examplePlan(),
		{ of: 'data-flow', format, output },
		{
			cwd,
			env,
			columns: 90,
			print: (text) => {
				said.printed += text;
			},
			note: (text) => {
				said.noted += text;
			},
		},
	);
	return said;
}

test('text goes to standard output, in the width of the terminal', async () => {
	expect(await drawn('mermaid')).toEqual({ printed: mermaidText(examplePlan(), 'data-flow'), noted: '' });
	expect(await drawn('text')).toEqual({ printed: textDiagram(examplePlan(), 90), noted: '' });
});

test('with a file named it goes there, and standard output stays empty', async () => {
	expect(await drawn('mermaid', 'out/plan.mmd')).toEqual({ printed: '', noted: 'The diagram is in out/plan.mmd.' });
	expect(await readFile(join(cwd, 'out/plan.mmd'), 'utf8')).toBe(mermaidText(examplePlan(), 'data-flow'));
	expect(await readdir(join(cwd, 'out'))).toEqual(['plan.mmd']);
});

test('an image without a file to go to is refused before any browser is looked for', async () => {
	await expect(drawn('png')).rejects.toMatchObject({
		code: 'no-output',
		wayOut: expect.stringContaining('-o plan.png'),
	});
});

test('without a Chromium it says what to install and what does without', async () => {
	const missing = { code: 'no-chromium', wayOut: expect.stringMatching(/Install Chromium.*--format mermaid/) };
	await expect(drawn('svg', 'plan.svg', { PATH: cwd })).rejects.toMatchObject(missing);
	await expect(findChromium({ PATH: cwd }, ['chromium'])).rejects.toMatchObject(missing);
	expect(await readdir(cwd)).toEqual([]);
});

test('a browser that is named is taken, and one that does not run is told by its variable', async () => {
	const works = join(cwd, 'works');
	await writeFile(works, '#!/bin/sh\necho Chromium 150\n', { mode: 0o755 });
	const fails = join(cwd, 'fails');
	await writeFile(fails, '#!/bin/sh\nexit 1\n', { mode: 0o755 });
	const env = { PATH: cwd };
	expect(await findChromium({ ...env, CHROMIUM_PATH: works })).toBe(works);
	expect(await findChromium({ ...env, PUPPETEER_EXECUTABLE_PATH: works })).toBe(works);
	expect(await findChromium(env, ['missing', 'fails', 'works'])).toBe(works);
	await expect(findChromium({ ...env, CHROMIUM_PATH: fails })).rejects.toMatchObject({
		message: `CHROMIUM_PATH names ${fails}, which does not run.`,
	});
});
