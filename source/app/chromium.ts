// The only file that starts a program of somebody else.
import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { userInfo } from 'node:os';
import { delimiter, isAbsolute, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser } from 'puppeteer';
import { HeadwaterError } from '../errors.ts';

/** Variables that name a browser, and the names under which systems install one. */
const variables = ['CHROMIUM_PATH', 'PUPPETEER_EXECUTABLE_PATH'];
const programs = [
	'chromium',
	'chromium-browser',
	'google-chrome',
	'google-chrome-stable',
	'microsoft-edge',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const wayOut =
	'Install Chromium (apt install chromium, brew install --cask chromium) or name one in CHROMIUM_PATH. Without it: --format mermaid, which mermaid.live, GitHub and GitLab draw.';

/**
The full path of a Chromium that runs on this machine: the one named in CHROMIUM_PATH or PUPPETEER_EXECUTABLE_PATH, else the first installed.
None, or a named one that does not run, is a HeadwaterError that says what to install.
*/
export async function findChromium(
	env: Readonly<Record<string, string | undefined>>,
	names: readonly string[] = programs,
): Promise<string> {
	for (const variable of variables) {
		const named = env[variable];
		if (named === undefined || named === '') continue;
		const found = await firstRunning(named, env);
		if (found !== undefined) return found;
		throw new HeadwaterError('no-chromium', { message: `${variable} names ${named}, which does not run.`, wayOut });
	}
	for (const name of names) {
		const found = await firstRunning(name, env);
		if (found !== undefined) return found;
	}
	throw new HeadwaterError('no-chromium', {
		message: 'SVG and PNG are drawn by Chromium, and none was found.',
		wayOut,
	});
}

/** The full path under which a program tells its version: the path itself, or the first on PATH. */
async function firstRunning(
	name: string,
	env: Readonly<Record<string, string | undefined>>,
): Promise<string | undefined> {
	const folders = (env.PATH ?? '').split(delimiter).filter(isAbsolute);
	const paths = isAbsolute(name) ? [name] : folders.map((folder) => join(folder, name));
	for (const path of paths) if (await runs(path, env)) return path;
	return undefined;
}

const runs = (program: string, env: Readonly<Record<string, string | undefined>>): Promise<boolean> =>
	new Promise((resolve) => {
		execFile(program, ['--version'], { timeout: 10_000, env: { ...env } }, (error) => resolve(error === null));
	});

/**
Draws a Mermaid text in a Chromium as SVG or PNG bytes. Only our own text is drawn and nothing is fetched. A missing
@mermaid-js/mermaid-cli and a browser that fails are HeadwaterErrors.
*/
export async function drawInChromium(text: string, format: 'svg' | 'png', program: string): Promise<Uint8Array> {
	const { cli, puppeteer } = await loadCli();
	const browser = await openBrowser(puppeteer, program);
	try {
		const { data } = await cli.renderMermaid(browser, text, format, {
			backgroundColor: 'white',
			viewport: { width: 1600, height: 1200, deviceScaleFactor: 2 },
			mermaidConfig: { securityLevel: 'strict' },
		});
		return data;
	} catch (cause) {
		throw failed(program, cause);
	} finally {
		await browser.close().catch(() => undefined);
	}
}

const failed = (program: string, cause: unknown): HeadwaterError =>
	new HeadwaterError('chromium-failed', {
		message: `${program} could not draw the diagram: ${cause instanceof Error ? cause.message.split('\n')[0] : String(cause)}`,
		wayOut: 'Try another browser with CHROMIUM_PATH, or take --format mermaid.',
		cause,
	});

type Puppeteer = typeof import('puppeteer');

/** mermaid-cli where it is installed, and the puppeteer that it finds itself: both are optional for whoever installs the package. */
async function loadCli(): Promise<{ cli: typeof import('@mermaid-js/mermaid-cli'); puppeteer: Puppeteer }> {
	try {
		const cli = await import('@mermaid-js/mermaid-cli');
		const near = createRequire(import.meta.resolve('@mermaid-js/mermaid-cli'));
		const puppeteer: Puppeteer = await import(pathToFileURL(near.resolve('puppeteer')).href);
		return { cli, puppeteer };
	} catch (cause) {
		throw new HeadwaterError('no-mermaid-cli', {
			message: 'SVG and PNG are drawn by @mermaid-js/mermaid-cli, which is not installed.',
			wayOut: `Run npm install @mermaid-js/mermaid-cli puppeteer in ${fileURLToPath(new URL('..', import.meta.url))}, or take --format mermaid.`,
			cause,
		});
	}
}

/** A browser that renders without a window. Chromium refuses its sandbox to root and in many containers; then it goes without. */
async function openBrowser(puppeteer: Puppeteer, executablePath: string): Promise<Browser> {
	const open = (args: string[]) => puppeteer.launch({ executablePath, args });
	const bare = ['--no-sandbox'];
	const first = userInfo().uid === 0 ? bare : [];
	return open(first)
		.catch(() => open(bare))
		.catch((cause: unknown) => {
			throw failed(executablePath, cause);
		});
}
