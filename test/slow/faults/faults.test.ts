import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exportPlan } from '../../../source/app/exporting/export-plan.ts';
import { examplePlan } from '../../peers/example-plan.ts';
import { run } from '../../peers/program.ts';
import { codeFaults } from './in-code.ts';
import { templateFaults } from './in-templates.ts';

const home = new URL('../../../', import.meta.url);
/** The app whose packages are used: `npm ci` is run there before the slow suites. */
const packages = fileURLToPath(new URL('templates/cdk/node_modules', home));
let folder: string;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'headwater-faults-'));
	const sound = join(folder, 'sound');
	await exportPlan({ plan: examplePlan(), folder: sound, home, only: [], dryRun: false, force: false });
	await symlink(packages, join(sound, 'cdk/node_modules'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('each fault in a template is seen by the part of the gate that is there for it, and a sound one by none', async () => {
	const app = join(folder, 'sound/cdk');
	await writeFile(join(app, 'faults.json'), JSON.stringify(templateFaults));
	await writeFile(join(app, 'faults.ts'), withFaults);
	const ended = await run('node', ['--import', 'tsx', 'faults.ts'], { cwd: app });
	expect(ended.stderr).toBe('');
	const caught = JSON.parse(ended.stdout) as Readonly<Record<string, readonly string[]>>;
	expect(caught['nothing is wrong']).toEqual([]);
	expect(templateFaults.filter(({ says, caughtBy }) => !caught[says]?.includes(caughtBy))).toEqual([]);
});

test.each(codeFaults)('the gate sees $says', async ({ caughtBy, file, from, to }) => {
	const own = await mkdtemp(join(folder, 'fault-'));
	await cp(join(folder, 'sound'), own, { recursive: true, verbatimSymlinks: true });
	const path = join(own, file);
	const sound = await readFile(path, 'utf8');
	expect(sound).toContain(from);
	await writeFile(path, sound.replace(from, to));
	await writeFile(join(own, 'cdk/jobs.ts'), onlyJobs);
	const { status, stdout } = await run('node', programs[caughtBy] ?? inside, { cwd: join(own, 'cdk') });
	expect(status).not.toBe(0);
	expect(stdout).toMatch(caughtBy === 'types' ? /error TS/ : new RegExp(`^${caughtBy} `, 'm'));
});

const inside = ['--import', 'tsx', 'check/run.ts', '--inside'];
const programs: Readonly<Record<string, readonly string[]>> = {
	types: ['node_modules/.bin/tsc'],
	jobs: ['--import', 'tsx', 'jobs.ts'],
};
const onlyJobs = `
import { lineOf } from './check/finding.ts';
import { checkJobs } from './check/jobs.ts';
const found = checkJobs();
for (const one of found) console.log(lineOf(one));
process.exitCode = found.length;
`;

/**
Runs in the app: puts each fault alone into a sound template, asks every part that looks at templates, and prints by fault which
of them said something that they do not say of the sound ones.
*/
const withFaults = `
import { readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { checksOf } from './lib/checks.ts';
import { checkActions } from './check/iam.ts';
import { cfnLint, checkov } from './check/linters.ts';
import { synthesise } from './check/synthesis.ts';
import { everyService } from './test/plans.ts';
const faults = JSON.parse(readFileSync('faults.json', 'utf8'));
const plan = everyService();
const { templates, findings } = synthesise('sound', plan, 'out/sound', { name: 'pipeline' });
const [rules] = checksOf(plan);
const put = (at, path, value) => {
	const keys = /DefaultArguments/.test(path) ? ['Properties', 'DefaultArguments', path.split('Arguments.')[1]] : path.split('.');
	const last = keys.pop();
	const home = keys.reduce((one, key) => (one[key] ??= {}), at);
	if (value === null) delete home[last]; else home[last] = value;
};
const wrong = faults.map(({ says, stack, type, put: changes }, number) => {
	const sound = templates.find(({ name }) => name === 'sound/' + stack);
	const body = structuredClone(sound.body);
	const id = type === undefined ? 'fault' : Object.keys(body.Resources).find((one) => body.Resources[one].Type === type);
	if (id === undefined) throw new Error('no ' + type + ' in ' + stack);
	body.Resources[id] ??= {};
	for (const [path, value] of Object.entries(changes)) put(body.Resources[id], path, value);
	mkdirSync('out/faults/' + number, { recursive: true });
	const file = join(process.cwd(), 'out/faults', String(number), stack + '.template.json');
	writeFileSync(file, JSON.stringify(body, null, 1));
	return { name: says, file, body };
});
const all = [...templates.map((one) => ({ ...one, name: 'nothing is wrong' })), ...wrong];
const seen = new Map(all.map(({ name }) => [name, new Set()]));
for (const { file, name } of all) {
	const { violations } = rules.validate({ templatePaths: [file], stackTemplates: [{ stackConstructPath: 'x', templatePath: file }], appConstruct: undefined });
	if (violations.some(({ severity }) => severity !== 'info')) seen.get(name).add('template');
}
// The programs are slow to start and look at what is theirs alone, and at one sound template.
const slow = (program) => all.filter(({ file, name }) => file.endsWith('sound/streams.template.json') || faults.some(({ says, caughtBy }) => says === name && caughtBy === program));
const [linted, secured] = [slow('cfn-lint'), slow('checkov')];
const forCheckov = secured.map(({ name, file }, number) => {
	const copy = join(process.cwd(), 'out/secured', number + '.template.json');
	mkdirSync('out/secured', { recursive: true });
	writeFileSync(copy, readFileSync(file));
	return { name, file: copy };
});
const told = [...findings, ...(await checkActions(all)), ...cfnLint(linted), ...checkov(join(process.cwd(), 'out/secured'), forCheckov)];
for (const { stage, where } of told) for (const [name, stages] of seen) if (where.startsWith(name)) stages.add(stage);
console.log(JSON.stringify(Object.fromEntries([...seen].map(([name, stages]) => [name, [...stages]]))));
`;
