import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { advise } from '../../../source/advice/advise.ts';
import { catalog } from '../../../source/catalog/index.ts';
import { noAnswers } from '../../../source/estate/answers.ts';
import type { Estate } from '../../../source/estate/estate.ts';
import { printEstate } from '../../../source/estate/print-estate.ts';
import { facts } from '../../../source/facts/index.ts';
import { largeEstate } from '../../peers/large-account.ts';
import { headwater } from '../../peers/program.ts';

const cwd = mkdtempSync(join(tmpdir(), 'headwater-routes-'));
afterAll(() => rmSync(cwd, { recursive: true }));

const estate: Estate = {
	...largeEstate(300, 3),
	gaps: [{ about: 'somewhere', why: 'Reading was denied.', cure: 'Allow it.' }],
};
const text = printEstate(estate);
const write = (name: string, content: string): string => {
	writeFileSync(join(cwd, name), content);
	return name;
};
const planned = (file: string, ...more: readonly string[]) =>
	headwater(['plan', '--estate', file, '--routes', '--as-of', '2026-11-24', ...more], { cwd });

interface Flow {
	readonly place: string;
	readonly route: unknown;
	readonly count: number;
	readonly largest: string;
	readonly reasons: readonly string[];
	readonly sources: readonly string[];
}

test('an estate read source by source gets the routes that it gets as a whole, each with its reasons', async () => {
	const file = write('estate.json', text);
	const { status, stderr } = await planned(file, '-o', 'routes.json');
	expect([status, stderr]).toEqual([0, 'The routes are in routes.json.\n']);
	const routes: { readonly sources: number; readonly flows: readonly Flow[]; readonly unserved: readonly unknown[] } =
		JSON.parse(readFileSync(join(cwd, 'routes.json'), 'utf8'));
	const { flows } = advise({ estate, answers: noAnswers, vocabulary: facts, catalog, today: '2026-11-24' });
	const inOrder = (told: readonly (readonly unknown[])[]) => told.map((one) => JSON.stringify(one)).toSorted();
	expect(routes.sources).toBe(300);
	expect(inOrder(routes.flows.map(({ place, route, sources }) => [place, route, sources]))).toEqual(
		inOrder(flows.map(({ place, winner, sources }) => [place, winner.route, sources])),
	);
	expect(
		routes.flows.every(({ count, sources, largest }) => count === sources.length && sources.includes(largest)),
	).toBe(true);
	expect(routes.flows.filter(({ reasons }) => reasons.length === 0).length).toBeLessThan(routes.flows.length / 10);
	const again = await planned(file, '--json');
	expect(again.stdout).toBe(readFileSync(join(cwd, 'routes.json'), 'utf8'));
});

test('as text the flows with the most sources are told by place, with what all come to', async () => {
	const { status, stdout } = await planned(write('estate.json', text));
	expect(status).toBe(0);
	expect(stdout).toMatch(/^300 sources, of which \d+ have no route: /);
	expect(stdout).toMatch(/\n\d+ sources by .*, the history/);
	expect(stdout.split('\n').every((line) => line.length <= 100)).toBe(true);
});

test('what is wrong with a source is told with its line', async () => {
	const [first, second] = estate.sources;
	const line = 1 + text.split('\n').findIndex((one) => one.includes(`"id":${JSON.stringify(second?.id)}`));
	const broken = async (change: (text: string) => string) => {
		const { status, stderr } = await planned(write('broken.json', change(text)));
		expect(status).toBe(2);
		return stderr;
	};
	const lines = text.split('\n');
	const swapped = lines.with(line - 2, lines[line - 1] ?? '').with(line - 1, lines[line - 2] ?? '');
	expect(await broken(() => swapped.join('\n'))).toContain(
		`broken.json, line ${line}: "${first?.id}" stands behind "${second?.id}"; ids must ascend.`,
	);
	const nowhere = lines.with(line - 1, (lines[line - 1] ?? '').replace(`"place":"${second?.place}"`, '"place":"moon"'));
	expect(await broken(() => nowhere.join('\n'))).toContain(`line ${line}: no place has the id "moon".`);
	expect(await broken((whole) => whole.slice(0, whole.length / 2))).toMatch(/cut off|no source stands/);
	expect(await broken((whole) => whole.replace('"from":"measured"', '"from":"heard"'))).toContain(
		'"from" must be one of',
	);
	// Behind many lines on which the same statements were sound.
	const [late = ''] = lines.filter((one) => one.includes('"volume":{"value":')).slice(-1);
	const negative = late.replace('"volume":{"value":', '"volume":{"value":-');
	expect(await broken((whole) => whole.replace(late, negative))).toMatch(
		/line \d+: "volume": -[\d.e+]+ is not plausible/,
	);
	const odd = late.replace(/"volume":\{"value":[^,]+/, '"volume":{"value":0x10');
	expect(await broken((whole) => whole.replace(late, odd))).toContain('no source stands on this line alone');
	const { status, stderr } = await planned('missing.json');
	expect([status, stderr]).toEqual([2, expect.stringContaining('there is no such file')]);
});
