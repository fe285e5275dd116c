import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exportPlan } from '../../source/app/exporting/export-plan.ts';
import type { Plan } from '../../source/plan/plan.ts';
import { examplePlan } from '../peers/example-plan.ts';
import { run } from '../peers/program.ts';
import { randomPlans } from '../templates/random-plans.ts';
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

const gate = (...args: readonly string[]) => inApp('node', '--import', 'tsx', 'check/run.ts', ...args);

test('the exported app passes its own gate: types, synthesis, checks, actions, linters and jobs', async () => {
	expect(await inApp('npm', 'run', '--silent', 'check')).toEqual({
		status: 0,
		stdout: expect.stringMatching(/^0 findings in \d+ templates of 1 plans\n$/),
		stderr: '',
	});
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

test('the plan of every scenario, and that of the demo, pass the gate', async () => {
	const plans = await scenarioPlans();
	await writeFile(join(app, 'plans.json'), JSON.stringify(plans));
	expect(await gate('plans.json')).toEqual({
		status: 0,
		stdout: expect.stringMatching(`^0 findings in \\d+ templates of ${Object.keys(plans).length} plans\n$`),
		stderr: '',
	});
});

/** 100 and more before a release. */
const count = Number(process.env.HEADWATER_RANDOM_PLANS ?? 60);
const seed = Number(process.env.HEADWATER_RANDOM_SEED ?? 1);

test(`${count} random plans pass all of the gate that runs in one process`, async () => {
	await writeFile(join(app, 'random.json'), JSON.stringify(await randomPlans(count, seed)));
	expect(await gate('random.json', '--inside')).toEqual({
		status: 0,
		stdout: expect.stringMatching(`^0 findings in \\d+ templates of ${count} plans\n$`),
		stderr: '',
	});
});
