import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { commands } from '../source/app/commands/index.ts';
import { stageIds } from '../source/app/stages.ts';
import { controls } from '../source/catalog/controls/index.ts';
import { engines } from '../source/catalog/engines/index.ts';
import { preparations } from '../source/catalog/preparations/index.ts';
import { services } from '../source/catalog/services/index.ts';
import { strategies } from '../source/catalog/strategies/index.ts';
import { collectors } from '../source/discovery/collectors/index.ts';
import { readers } from '../source/profiling/readers/index.ts';

const filesIn = (folder: string) =>
	readdirSync(fileURLToPath(new URL(`../source/${folder}`, import.meta.url)))
		.filter((name) => /\.tsx?$/.test(name) && name !== 'index.ts')
		.map((name) => name.replace(/\.tsx?$/, ''))
		.toSorted();

test.each([
	['app/commands', Object.keys(commands), []],
	['catalog/services', Object.keys(services), []],
	['catalog/strategies', Object.keys(strategies), []],
	['catalog/controls', Object.keys(controls), []],
	['catalog/engines', Object.keys(engines), []],
	['catalog/preparations', Object.keys(preparations), []],
	['discovery/collectors', Object.keys(collectors), ['collector']],
	['profiling/readers', Object.keys(readers), []],
	['ui/screens', stageIds, []],
] as const)('every file of %s stands in its registry, and nothing else does', (folder, listed, beside) => {
	expect(filesIn(folder).filter((name) => !(beside as readonly string[]).includes(name))).toEqual(listed.toSorted());
});
