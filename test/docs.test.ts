import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { pages } from '../docs/pages.ts';

const below = (name: string) => new URL(`../${name}`, import.meta.url);
const read = (name: string) => readFileSync(below(name), 'utf8');

test.each(Object.entries(pages()))('docs/%s says what the registries say; `npm run docs` writes it', (name, text) => {
	expect(read(`docs/${name}`)).toBe(text);
});

test.each(['README.md', 'CONTRIBUTING.md', 'docs/architecture.md', 'docs/packs.md'])(
	'every link of %s leads somewhere',
	(name) => {
		const folder = name.includes('/') ? 'docs/' : '';
		const links = [...read(name).matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, link]) => `${folder}${link}`);
		expect(links.length).toBeGreaterThan(0);
		expect(links.filter((link) => !existsSync(below(link)))).toEqual([]);
	},
);

test('the README names the two commands, each on a line of its own', () => {
	const lines = read('README.md').split('\n');
	expect(lines).toContain('npm ci && npm start');
	expect(lines).toContain('npm ci && npm test');
});
