import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exportPlan } from '../../source/app/export-plan.ts';
import type { Plan } from '../../source/plan/plan.ts';
import { examplePlan } from '../peers/example-plan.ts';
import { run } from '../peers/program.ts';
import { scenarioPlans } from '../templates/scenario-plans.ts';

const home = new URL('../../', import.meta.url);
let folder: string;
let app: string;
// Outside of this project: there npx would take the tools of this one.
const inApp = (program: string, ...args: readonly string[]) => run(program, args, { cwd: app });
const exported = (plan: Plan) => exportPlan({ plan, folder, home, only: [], dryRun: false, force: false });

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'headwater-synth-'));
	app = join(folder, 'cdk');
	await exported(examplePlan());
	expect(await inApp('npm', 'ci')).toMatchObject({ status: 0 });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('the exported app has no type error', async () => {
	expect(await inApp('npx', 'tsc', '--noEmit')).toEqual({ status: 0, stdout: '', stderr: '' });
});

test('the exported app synthesises strictly: no warning, no finding of the checks', async () => {
	const ended = await inApp('npx', 'cdk', 'synth', '--strict', '--quiet');
	expect(ended).toMatchObject({ status: 0 });
	expect(`${ended.stdout}${ended.stderr}`).not.toMatch(/^(?:WARNING|ERROR)/m);
});

test('the exported app passes its own tests, among them 200 sources in stacks of 40', async () => {
	const ended = await inApp('npm', 'test');
	expect(ended).toMatchObject({ status: 0, stdout: expect.stringMatching(/# fail 0|ℹ fail 0/) });
});

test('what CDK or CloudFormation would expand never reaches a template', async () => {
	const file = join(app, 'plan.json');
	const sound = await readFile(file, 'utf8');
	// biome-ignore lint/suspicious/noTemplateCurlyInString: such texts are what is tested
	for (const text of ['${Token[TOKEN.12]}', '{{resolve:ssm-secure:root-password}}']) {
		await writeFile(file, sound.replaceAll('Plant historian', text));
		const ended = await inApp('npx', 'cdk', 'synth', '--strict', '--quiet');
		expect(ended.status).not.toBe(0);
		expect(ended.stderr).toContain('holds text that CDK or CloudFormation would expand');
	}
	await writeFile(file, sound);
});

test('the plan of every scenario, and that of the demo, builds without a warning', async () => {
	const plans = await scenarioPlans();
	await writeFile(join(app, 'plans.json'), JSON.stringify(plans));
	await writeFile(join(app, 'build-all.ts'), buildAll);
	const ended = await inApp('node', '--import', 'tsx', 'build-all.ts');
	expect(ended.stdout.split('\n').filter((line) => line.startsWith('built '))).toEqual(
		Object.keys(plans).map((name) => `built ${name}`),
	);
	expect(ended).toMatchObject({ status: 0 });
});

/** Synthesis in one process; it throws when the validation of CloudFormation or a check finds anything. */
const buildAll = `
import { readFileSync } from 'node:fs';
import { App } from 'aws-cdk-lib';
import { buildApp } from './lib/build-app.ts';
import { checkPlan } from './lib/read-plan.ts';
const read = (name: string) => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));
for (const [name, plan] of Object.entries(read('./plans.json'))) {
	buildApp(new App({ context: read('./cdk.json').context }), checkPlan(plan)).synth();
	console.log('built ' + name);
}
`;
