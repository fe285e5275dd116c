import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect } from 'vitest';
import { type Emulator, emulated, openEmulator } from '../../peers/emulator.ts';
import { run } from '../../peers/program.ts';
import { python } from '../../templates/needs.ts';

const test = emulated();
const app = fileURLToPath(new URL('../../../templates/cdk/', import.meta.url));
const deploy = fileURLToPath(new URL('deploy.py', import.meta.url));
let emulator: Emulator;
let folder: string;

beforeAll(async () => {
	emulator = await openEmulator();
	folder = await mkdtemp(join(tmpdir(), 'headwater-deploy-'));
});
afterAll(async () => {
	await emulator?.close();
	await rm(folder, { recursive: true, force: true });
});

/** Templates by the name of their stack, in the order of deployment. */
const synthesis = (target: string) => `
import { writeFileSync } from 'node:fs';
import { synthesise } from './check/synthesis.ts';
import { everyService } from './test/plans.ts';
const { templates } = synthesise('every', everyService(), ${JSON.stringify(join(target, 'out'))}, { name: 'pipeline' });
const named = templates.map(({ name, body }) => ['pipeline-' + name.split('/')[1], body]);
writeFileSync(${JSON.stringify(join(target, 'templates.json'))}, JSON.stringify(Object.fromEntries(named)));
`;

test('an app with every service is deployed stack by stack, and what is read back is what the templates say', async () => {
	const templates = join(folder, 'templates.json');
	const built = await run('node', ['--import', 'tsx', '--input-type=module', '--eval', synthesis(folder)], {
		cwd: app,
	});
	expect(built).toMatchObject({ status: 0, stderr: '' });
	const ended = await run(python, ['-B', deploy, emulator.url, templates]);
	expect(ended).toMatchObject({ status: 0 });
	const { states, compared, differences, waysOut, unknown } = JSON.parse(ended.stdout);
	const stacks = JSON.parse(await readFile(templates, 'utf8')) as Readonly<
		Record<string, { Resources: Readonly<Record<string, { Type: string }>> }>
	>;
	expect(states).toEqual(Object.fromEntries(Object.keys(stacks).map((name) => [name, 'CREATE_COMPLETE'])));
	expect(differences).toEqual([]);
	expect(waysOut).toBe(0);
	const all = Object.values(stacks).flatMap(({ Resources }) => Object.values(Resources));
	const counts = Map.groupBy(all, ({ Type }) => Type);
	for (const [type, count] of Object.entries(compared)) expect(counts.get(type)).toHaveLength(Number(count));
	expect(Object.keys(compared).toSorted()).toEqual([
		'AWS::DynamoDB::Table',
		'AWS::EC2::FlowLog',
		'AWS::EC2::Subnet',
		'AWS::EC2::VPC',
		'AWS::EC2::VPCEndpoint',
		'AWS::IAM::Role',
		'AWS::KMS::Key',
		'AWS::Kinesis::Stream',
		'AWS::Lambda::Function',
		'AWS::Logs::LogGroup',
		'AWS::S3::Bucket',
		'AWS::SQS::Queue',
		'AWS::StepFunctions::StateMachine',
	]);
	// Whoever teaches the emulator one of these learns here that it can be compared, too.
	expect(unknown).toContain('AWS::Glue::Job');
});
