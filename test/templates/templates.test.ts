import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { exportFiles } from '../../source/app/exporting/files.ts';
import { parsePlan } from '../../source/plan/parse-plan.ts';
import { examplePlan } from '../peers/example-plan.ts';
import { run } from '../peers/program.ts';
import { needs, python } from './needs.ts';

const home = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, home), 'utf8');

test("the exported app carries the plan's types, and how it is asked what decided, word for word", () => {
	expect(read('templates/cdk/lib/plan.ts')).toBe(read('source/plan/plan.ts'));
	expect(read('templates/cdk/lib/decided-by.ts')).toBe(read('source/plan/decided-by.ts'));
});

test('the plan that lies in the template is one that this program reads', () => {
	expect(parsePlan(read('templates/cdk/plan.json'), 'plan.json').version).toBe(2);
});

test('the template pins what it is built with, and its lock names no host', () => {
	const { dependencies, devDependencies } = JSON.parse(read('templates/cdk/package.json'));
	expect({ ...dependencies, ...devDependencies }).toMatchObject({
		'aws-cdk': '2.1148.1',
		'aws-cdk-lib': '2.276.0',
		constructs: '10.8.1',
		'cdk-nag': '3.0.2',
	});
	expect(Object.values({ ...dependencies, ...devDependencies }).filter((one) => !/^\d/.test(String(one)))).toEqual([]);
	expect(read('templates/cdk/package-lock.json')).not.toContain('"resolved"');
});

test('an export holds the app with its dotted files, its jobs, the diagram and the record', async () => {
	const files = [...(await exportFiles({ plan: examplePlan(), home, only: [] })).keys()];
	for (const wanted of [
		...['cdk/.gitignore', 'cdk/.npmrc', 'cdk/package-lock.json', 'cdk/bin/app.ts', 'cdk/plan.json', 'cdk/README.md'],
		...[
			'glue/jobs/curate.py',
			'glue/lake/lake_steps.py',
			'glue/test/test_lake.py',
			'diagrams/overview.mmd',
			'decision-record.md',
		],
	])
		expect(files).toContain(wanted);
	expect(files.filter((path) => /node_modules|cdk\.out|__pycache__|\/(?:gitignore|npmrc)$/.test(path))).toEqual([]);
});

test('the app alone brings the scripts that its jobs run, and the one that counts a table for a profile', async () => {
	const files = [...(await exportFiles({ plan: examplePlan(), home, only: ['cdk'] })).keys()];
	expect(files.filter((path) => path.startsWith('glue/'))).toEqual([
		'glue/jobs/curate.py',
		'glue/jobs/extract.py',
		'glue/jobs/read.py',
		'glue/jobs/readiness.py',
		'glue/lake/lake_features.py',
		'glue/lake/lake_names.py',
		'glue/lake/lake_options.py',
		'glue/lake/lake_profile.py',
		'glue/lake/lake_quality.py',
		'glue/lake/lake_read.py',
		'glue/lake/lake_shape.py',
		'glue/lake/lake_steps.py',
	]);
});

needs(
	'Python 3',
	python,
	'-c',
	'import unittest',
)('the jobs hold what they promise without Spark', async () => {
	const cwd = fileURLToPath(new URL('templates/glue/', home));
	const ended = await run(python, ['-B', '-m', 'unittest', 'discover', '-s', 'test'], { cwd });
	expect(ended).toMatchObject({ status: 0, stderr: expect.stringMatching(/Ran \d+ tests[\s\S]*OK/) });
});
