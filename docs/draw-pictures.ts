// Draws the demo for docs/pictures.md: the four diagrams as the export writes them, and the top of the report in Chromium.
// `node docs/draw-pictures.ts`; run it after a change that shows, and look at what it drew.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env } from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer';
import { findChromium } from '../source/app/chromium.ts';
import { derive, ownKnowledge } from '../source/app/session/derive.ts';
import { demoEstate } from '../source/discovery/demo/index.ts';
import { noAnswers } from '../source/estate/answers.ts';
import { diagramNames } from '../source/export/drawing/diagrams.ts';
import { pictureOf } from '../source/export/pictures.ts';
import { report } from '../source/export/report.ts';

const folder = fileURLToPath(new URL('pictures/', import.meta.url));
await mkdir(folder, { recursive: true });
const { plan } = derive(
	{ estate: await demoEstate(), answers: noAnswers },
	await ownKnowledge('of the demo'),
	'2026-11-24',
);
for (const name of diagramNames) await writeFile(join(folder, `${name}.svg`), pictureOf(plan, name));

const scratch = await mkdtemp(join(tmpdir(), 'headwater-pictures-'));
const browser = await puppeteer.launch({ executablePath: await findChromium(env), args: ['--no-sandbox'] });
try {
	await writeFile(join(scratch, 'report.html'), report(plan));
	const page = await browser.newPage();
	await page.setViewport({ width: 1120, height: 900 });
	await page.goto(pathToFileURL(join(scratch, 'report.html')).href);
	await page.screenshot({ path: join(folder, 'report.png') });
} finally {
	await browser.close();
	await rm(scratch, { recursive: true });
}
