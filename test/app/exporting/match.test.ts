import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { exportPlan } from '../../../source/app/exporting/export-plan.ts';
import { matchExport, matchText } from '../../../source/app/exporting/match.ts';
import { examplePlan } from '../../peers/example-plan.ts';

const home = new URL('../../../', import.meta.url);
let folder: string;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'headwater-match-'));
	await exportPlan({ plan: examplePlan(), folder, home, only: ['cdk'], dryRun: false, force: false });
});
afterEach(() => rm(folder, { recursive: true }));

test('an export of some formats matches its plan, and a file edited by hand does not part them', async () => {
	await writeFile(join(folder, 'cdk/README.md'), 'ours');
	const match = await matchExport(examplePlan(), folder, home);
	expect(match).toEqual({ matches: true, behind: [], missing: [], edited: ['cdk/README.md'] });
	expect(matchText(match, 'pipeline')).toBe(
		'The export in pipeline is that of the plan.\nEdited by hand:\n  cdk/README.md\n',
	);
});

test('another plan, and a file that is gone, are told by their paths', async () => {
	await rm(join(folder, 'cdk/bin/app.ts'));
	const match = await matchExport({ ...examplePlan(), asOf: '2027-01-01' }, folder, home);
	expect(match).toEqual({ matches: false, behind: ['cdk/plan.json'], missing: ['cdk/bin/app.ts'], edited: [] });
	expect(matchText(match, 'pipeline')).toMatch(
		/no longer that of the plan\.\n.*otherwise:\n {2}cdk\/plan\.json\nGone:\n {2}cdk\/bin\/app\.ts\n$/,
	);
});

test('a folder without an export is refused', async () => {
	await expect(matchExport(examplePlan(), home.pathname, home)).rejects.toMatchObject({ code: 'no-export' });
});
