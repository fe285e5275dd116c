import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findChromium } from '../../source/app/chromium.ts';
import { drawPlan } from '../../source/app/draw-plan.ts';
import { diagrams } from '../../source/export/drawing/diagrams.ts';
import type { Plan } from '../../source/plan/plan.ts';
import { examplePlan } from '../peers/example-plan.ts';

const found = await findChromium(process.env).catch(() => undefined);
if (!found && process.env.CI) throw new Error('Chromium is missing, and in CI nothing is skipped. See .ci/run');
const drawn = found ? test : test.skip;

let cwd: string;
beforeAll(async () => {
	cwd = await mkdtemp(join(tmpdir(), 'headwater-browser-'));
});
afterAll(() => rm(cwd, { recursive: true }));

async function draw(plan: Plan, format: 'svg' | 'png'): Promise<Buffer> {
	const output = `plan.${format}`;
	await drawPlan(
		plan,
		{ of: 'data-flow', format, output },
		{ cwd, env: process.env, columns: 80, print: () => {}, note: () => {} },
	);
	return readFile(join(cwd, output));
}

/** Texts of an SVG, without its styles, blanks made one. */
const textOf = (svg: string): string =>
	svg
		.replace(/<style>[\s\S]*?<\/style>/g, '')
		.replace(/<[^>]+>/g, '\n')
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&quot;', '"')
		.replaceAll('&nbsp;', ' ')
		.replaceAll('&amp;', '&')
		.replace(/\s+/gu, ' ');

drawn('a plan is drawn as SVG with the titles of all its nodes', async () => {
	const svg = (await draw(examplePlan(), 'svg')).toString('utf8');
	expect(svg).toMatch(/^<svg/);
	const text = textOf(svg);
	const titles = diagrams['data-flow']
		.draw(examplePlan())
		.lanes.flatMap(({ title, nodes }) => [title, ...nodes.map((node) => node.title)]);
	expect(titles.filter((title) => !text.includes(title))).toEqual([]);
});

drawn('a plan is drawn as PNG, large enough to be read', async () => {
	const png = await draw(examplePlan(), 'png');
	expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
	expect(png.readUInt32BE(16)).toBeGreaterThan(1000);
});

const hostile = [
	'<img src=x onerror=alert(1)>',
	'</style><script>alert(1)</script>',
	'a"] --> b["c',
	'%%{init: {"theme":"dark"}}%%',
	'`**bold**` $$x^2$$ fa:fa-ban',
	'#35; &lt; \\n end; click N0 href "javascript:alert(1)"',
];

drawn('hostile titles are drawn letter by letter, and nothing of them becomes markup', async () => {
	const plan = examplePlan();
	const svg = (
		await draw(
			{ ...plan, sources: plan.sources.map((source, index) => ({ ...source, title: hostile[index] ?? '' })) },
			'svg',
		)
	).toString('utf8');
	const text = textOf(svg);
	expect(hostile.filter((title) => !text.includes(title))).toEqual([]);
	expect(svg).not.toMatch(/<script|<img|onerror=(?!alert\(1\)&gt;)|href="javascript/i);
});
