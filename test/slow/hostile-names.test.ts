import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findChromium } from '../../source/app/chromium.ts';
import { exportPlan } from '../../source/app/exporting/export-plan.ts';
import { exportFiles } from '../../source/app/exporting/files.ts';
import { noAnswers } from '../../source/estate/answers.ts';
import { parseAnswers } from '../../source/estate/parse-answers.ts';
import { printAnswers } from '../../source/estate/print-answers.ts';
import { athenaSql } from '../../source/export/athena-sql.ts';
import { diagramNames } from '../../source/export/drawing/diagrams.ts';
import { mermaidText } from '../../source/export/mermaid.ts';
import type { Plan } from '../../source/plan/plan.ts';
import { parseCsv } from '../peers/csv.ts';
import { hostileNames } from '../peers/hostile-names.ts';
import { hostilePlan } from '../peers/hostile-plan.ts';
import { meant, ordered, understood } from '../peers/mermaid-model.ts';
import { run } from '../peers/program.ts';

// HEADWATER_HOSTILE_NAMES=1000 before a release.
const count = Number(process.env.HEADWATER_HOSTILE_NAMES ?? 120);
const names = hostileNames(count);
const size = 40;
const batches = Array.from({ length: Math.ceil(count / size) }, (_, at) => names.slice(at * size, (at + 1) * size));
const home = new URL('../../', import.meta.url);
const text = (content: string | Uint8Array | undefined) => Buffer.from(content ?? '').toString('utf8');

/** As every text of a document shows a name: on one line, without what nobody can see. */
const seen = (name: string) =>
	name
		.normalize('NFC')
		.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\ufffe\uffff]/gu, ' ')
		.replace(/\s+/gu, ' ')
		.trim();

/** The plans of every batch, once with the names as titles and once as ids too. */
let plans: readonly Plan[];
beforeAll(async () => {
	plans = await Promise.all(batches.flatMap((batch) => [hostilePlan(batch, 'ours'), hostilePlan(batch, 'names')]));
});

test('Mermaid reads of every diagram the nodes, edges, layers and titles that were meant', async () => {
	for (const plan of plans) {
		for (const name of diagramNames) {
			expect(ordered(await understood(mermaidText(plan, name)))).toEqual(ordered(meant(plan, name)));
		}
	}
});

test('every file of the export lies below the folder, JSON gives the plan back, CSV its rows and titles', async () => {
	for (const plan of plans) {
		const files = await exportFiles({ plan, home, only: [] });
		expect(JSON.parse(text(files.get('cdk/plan.json')))).toEqual(plan);
		const [head = [], ...rows] = parseCsv(text(files.get('inventory.csv')));
		expect(rows.map((row) => seen((row[head.indexOf('title')] ?? '').replace(/^'/, '')))).toEqual(
			plan.sources.map(({ title }) => seen(title.replace(/^'/, ''))),
		);
		for (const name of ['inventory.csv', 'costs.csv', 'permissions.csv']) {
			const cells = parseCsv(text(files.get(name)));
			expect(new Set(cells.map((row) => row.length)).size).toBe(1);
			// Negative numbers are numbers; nothing else begins like a formula.
			expect(cells.flat().filter((cell) => /^\s*[=+\-@＝＋－＠]/u.test(cell) && Number.isNaN(Number(cell)))).toEqual(
				[],
			);
		}
	}
});

/** SQL as Athena splits it: what is left of names, strings and comments is one mark each. */
const tokens = (sql: string) =>
	sql
		.replace(/--[^\n]*|"(?:[^"]|"")*"|'(?:[^']|'')*'/g, (token) =>
			token.startsWith('--') ? '' : token.startsWith('"') ? 'N' : 'S',
		)
		.replace(/\s+/g, ' ');

test('SQL keeps its statements whatever the sources are called', async () => {
	for (const [at, batch] of batches.entries()) {
		for (const ids of ['ours', 'names'] as const) {
			const federated = (plan: Plan): Plan => ({
				...plan,
				flows: plan.flows.map((flow) => ({ ...flow, services: ['athena-federation'] })),
			});
			const plain = await hostilePlan(
				batch.map((_, index) => `source ${index}`),
				ids,
			);
			const hostile = plans[at * 2 + (ids === 'ours' ? 0 : 1)] as Plan;
			const served = (plan: Plan) => new Set(plan.flows.flatMap(({ sources }) => sources)).size;
			if (served(plain) !== served(hostile)) continue;
			expect(tokens(athenaSql(federated(hostile)) ?? '')).toBe(tokens(athenaSql(federated(plain)) ?? ''));
		}
	}
});

test('answers about sources and places of such names come back from YAML as they were', () => {
	const keyed = <T>(value: T) => Object.fromEntries(names.filter((name) => name !== '').map((name) => [name, value]));
	const answers = {
		...noAnswers,
		workload: { 'model.predicts': names[5] ?? '' },
		sources: keyed({ sensitivity: 'internal' }),
		choices: { routes: keyed('dms') },
	};
	const read = parseAnswers(printAnswers(answers), 'answers.yaml');
	expect(Object.keys(read.choices.routes).length).toBe(Object.keys(answers.choices.routes).length);
	expect(read).toEqual(answers);
});

const chromium = await findChromium(process.env).catch(() => undefined);
if (!chromium && process.env.CI) throw new Error('Chromium is missing, and in CI nothing is skipped. See .ci/run');
const inBrowser = chromium ? test : test.skip;

let browser: Browser | undefined;
let place: string;
beforeAll(async () => {
	place = await mkdtemp(join(tmpdir(), 'headwater-hostile-'));
	if (chromium) browser = await puppeteer.launch({ executablePath: chromium, args: ['--no-sandbox'] });
});
afterAll(async () => {
	await browser?.close();
	await rm(place, { recursive: true, force: true });
});

/** A page that counts what runs in it; our own policy is switched off, so that the markup alone has to hold. */
async function openPage(): Promise<{ page: Page; fired: () => number }> {
	if (!browser) throw new Error('There is no browser.');
	const page = await browser.newPage();
	let count = 0;
	await page.setBypassCSP(true);
	await page.exposeFunction('fired', () => {
		count += 1;
	});
	page.on('dialog', (dialog) => {
		count += 1;
		void dialog.dismiss();
	});
	return { page, fired: () => count };
}

/** Calls a function, given as its text, in the page. */
const inPage = async <T>(page: Page, script: string, ...given: readonly string[]): Promise<T> =>
	(await page.evaluate(`(${script})(...${JSON.stringify(given)})`)) as T;

/** Tags of a report's elements, and the titles of its sources. */
const readReport = `() => ({
	tags: [...new Set([...document.querySelectorAll('*')].map((one) => one.tagName.toLowerCase()))],
	cells: [...document.querySelectorAll('#sources ~ .scroll tbody tr')].map((row) => row.children[0].textContent),
})`;
const plainTags = new Set(
	(
		'html head meta title style body h1 h2 h3 p dl div dt dd nav a section strong ul li table thead tbody tr th td ' +
		'span figure svg defs marker path g rect text tspan'
	).split(' '),
);

/** Shows a picture, and counts what has no business in it: as XML, and as a part of a page. */
const showPicture = `(xml) => {
	const parsed = new DOMParser().parseFromString(xml, 'image/svg+xml');
	document.body.innerHTML = xml;
	const odd = 'parsererror, script, a, image, img, foreignObject, iframe';
	return parsed.querySelectorAll(odd).length + document.body.querySelectorAll(odd).length;
}`;

/** Draws a diagram as a host does, clicks every node, and counts what could run. */
const drawDiagram = `async (text, securityLevel, id) => {
	mermaid.initialize({ startOnLoad: false, securityLevel });
	const { svg, bindFunctions } = await mermaid.render(id, text);
	document.body.innerHTML = svg;
	bindFunctions?.(document.body);
	for (const node of document.querySelectorAll('.node')) node.dispatchEvent(new MouseEvent('click', { bubbles: true }));
	return document.body.querySelectorAll('script, a, img, iframe, [onerror], [onload]').length;
}`;

inBrowser(
	'nothing runs when the report and the pictures are opened, and their markup is that of plain names',
	async () => {
		const { page, fired } = await openPage();
		const requests: string[] = [];
		page.on('request', (request) => void requests.push(request.url()));
		for (const plan of plans) {
			const files = await exportFiles({ plan, home, only: ['report', 'pictures'] });
			await writeFile(join(place, 'report.html'), text(files.get('report.html')));
			await page.goto(`file://${place}/report.html`);
			const { tags, cells } = await inPage<{ tags: string[]; cells: string[] }>(page, readReport);
			expect(tags.filter((tag) => !plainTags.has(tag))).toEqual([]);
			expect(cells).toEqual(plan.sources.map(({ title }) => seen(title)));
			for (const name of diagramNames) {
				expect(await inPage(page, showPicture, text(files.get(`diagrams/${name}.svg`)))).toBe(0);
			}
		}
		expect(requests.filter((url) => !url.startsWith(`file://${place}/`))).toEqual([]);
		expect(fired()).toBe(0);
		await page.close();
	},
);

inBrowser('nothing runs when Mermaid draws the diagrams, at its strict level and at its loose one', async () => {
	const { page, fired } = await openPage();
	const script = createRequire(import.meta.url).resolve('mermaid/dist/mermaid.min.js');
	await page.setContent('<!doctype html><body></body>');
	await page.addScriptTag({ path: script });
	let drawn = 0;
	for (const plan of plans) {
		for (const name of diagramNames) {
			for (const securityLevel of ['strict', 'loose']) {
				const result = await inPage(page, drawDiagram, mermaidText(plan, name), securityLevel, `d${drawn}`);
				expect(result).toBe(0);
				drawn += 1;
			}
		}
	}
	process.stdout.write(`drawn by Mermaid: ${drawn}, scripts that ran: ${fired()}\n`);
	expect(fired()).toBe(0);
	await page.close();
});

/** Synthesises plans given as JSON and prints every template, or what was refused. */
const synthesise = `
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { App } from 'aws-cdk-lib';
import { buildApp } from './lib/build-app.ts';
import { readEnvironment } from './lib/environment.ts';
import { checkPlan } from './lib/read-plan.ts';
const environment = readEnvironment(pathToFileURL('environment.json'), 'default');
const read = (name) => JSON.parse(readFileSync(name, 'utf8'));
for (const plan of read(process.argv[1])) {
	try {
		const assembly = buildApp(new App({ context: { ...read('./cdk.json').context, '@aws-cdk/core:validateTemplates': false } }), checkPlan(plan), environment).synth();
		console.log(JSON.stringify({ templates: Object.fromEntries(assembly.stacks.map(({ stackName, template }) => [stackName, template])) }));
	} catch (error) {
		console.log(JSON.stringify({ refused: String(error.message) }));
	}
}
`;

/** Whether a text is what was wanted, cut where CloudFormation limits it, with a mark where a service takes not every letter. */
const carries = (text: string, wanted: string): boolean =>
	text === wanted ||
	(text.length >= 128 && wanted.startsWith(text.slice(0, 128))) ||
	(wanted.length >= text.length &&
		text.split('').every((letter, at) => letter === wanted[at] || ' _-.'.includes(letter)));

const expanded = /\$\{Token\[|#\{Token\[|\{\{\s*resolve\s*:/i;

test('synthesis gives every name back as data, or refuses it with a sentence', async () => {
	await exportPlan({
		plan: plans[0] as Plan,
		folder: join(place, 'app'),
		home,
		only: ['cdk'],
		dryRun: false,
		force: false,
	});
	const app = join(place, 'app/cdk');
	expect(await run('npm', ['ci'], { cwd: app })).toMatchObject({ status: 0 });
	const plain = await hostilePlan(
		Array.from({ length: size }, (_, at) => `Marker ${at} x`),
		'ours',
	);
	const marked = /Marker (\d+) x/g;
	const naming = (value: unknown, batch: readonly string[]): unknown => {
		if (typeof value === 'string')
			return value.replace(marked, (_all, at: string) => batch[Number(at) % batch.length] ?? '');
		if (Array.isArray(value)) return value.map((member) => naming(member, batch));
		if (typeof value !== 'object' || value === null) return value;
		return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, naming(inner, batch)]));
	};
	// What the plan cleans before it stands in a file, and what the app refuses: each refused name for itself below.
	const shown = names.map((name) => seen(name)).filter((name) => name !== '');
	const allowed = shown.filter((name) => !expanded.test(name));
	const groups = Array.from({ length: Math.ceil(allowed.length / size) }, (_, at) =>
		allowed.slice(at * size, (at + 1) * size),
	);
	const refused = shown.filter((name) => expanded.test(name));
	const given = [
		plain,
		...groups.map((group) => naming(plain, group)),
		...refused.map((name) => naming(plain, [name])),
	];
	await writeFile(join(place, 'plans.json'), JSON.stringify(given));
	const ended = await run(process.execPath, ['--input-type=module', '-e', synthesise, join(place, 'plans.json')], {
		cwd: app,
	});
	const [reference, ...results] = ended.stdout
		.split('\n')
		.filter((line) => line.startsWith('{'))
		.map((line) => JSON.parse(line));
	expect(ended.stderr).not.toMatch(/^\s*at /m);
	expect(results.length).toBe(given.length - 1);
	let strings = 0;
	/** The reference with names in place of its markers must be what came out, cut where CloudFormation limits a text. */
	const same = (one: unknown, other: unknown, group: readonly string[], at: string): void => {
		if (typeof one === 'string' && typeof other === 'string') {
			const wanted = String(naming(one, group));
			if (wanted === one) return;
			strings += 1;
			if (!carries(other, wanted)) expect(`${at}: ${other}`).toBe(`${at}: ${wanted}`);
			return;
		}
		if (typeof one !== 'object' || one === null) return;
		for (const [key, inner] of Object.entries(one))
			same(inner, (other as Record<string, unknown> | undefined)?.[key], group, `${at}.${key}`);
	};
	for (const [at, group] of groups.entries()) {
		expect(results[at].refused).toBeUndefined();
		expect(Object.keys(results[at].templates)).toEqual(Object.keys(reference.templates));
		same(reference.templates, results[at].templates, group, 'templates');
	}
	for (const result of results.slice(groups.length)) {
		expect(result.refused).toMatch(
			/^plan\.json cannot be built:\n {2}.* holds text that CDK or CloudFormation would expand/,
		);
	}
	process.stdout.write(`synthesised: ${allowed.length} names in ${strings} texts as data, ${refused.length} refused\n`);
	expect(strings).toBeGreaterThan(0);
}, 600_000);
