import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runbook } from '../../source/export/runbook.ts';
import { duties } from '../../source/export/runbook-services.ts';
import { examplePlan } from '../peers/example-plan.ts';

const plan = examplePlan();

test('each flow has its section, with what is looked at, how it is started again, and what becomes of late data', () => {
	const told = runbook(plan);
	for (const { title } of plan.flows) expect(told).toContain(`\n## ${title}\n`);
	expect(told).toContain('To start it again: Resume the replication');
	expect(told).toContain('the zone keeps files for 30 days');
	const shipped = { ...plan, flows: plan.flows.map((flow) => ({ ...flow, services: ['snowball'] })) };
	expect(runbook(shipped)).toContain('is not built by the app');
});

test('steps that no template can do are numbered, with who does them and how long they take', () => {
	const rows = runbook(plan)
		.split('\n')
		.filter((line) => /^\| \d+ \|/.test(line));
	expect(rows).toHaveLength(plan.steps.length);
	expect(rows[0]).toMatch(/^\| 1 \| .+ \| .+ \| (?:\d+ (?:h|days)|not known) \|/);
});

test('what stays and still bills is said, and names from outside stay text', () => {
	expect(runbook(plan)).toContain('What stays, and still bills');
	const hostile = { ...plan, flows: plan.flows.map((flow) => ({ ...flow, title: '# <b>x</b>\n| y |' })) };
	expect(runbook(hostile)).toContain('## \\# &lt;b&gt;x&lt;/b&gt; \\| y \\|');
	expect(runbook({ ...plan, flows: [], jobs: [], steps: [] })).not.toMatch(/^## (?:Jobs|Before)/m);
});

test('whatever the app builds has its duty in the runbook', () => {
	const text = readFileSync(new URL('../../templates/cdk/lib/ingest/index.ts', import.meta.url), 'utf8');
	const [, built = ''] = /export const ingests[^{]*\{([^}]*)\}/.exec(text) ?? [];
	const ids = [...built.matchAll(/^\t'?([a-z0-9-]+)'?[:,]/gm)].map(([, id]) => id);
	expect(ids.length).toBeGreaterThan(25);
	expect(ids.filter((id) => !Object.hasOwn(duties, id ?? ''))).toEqual([]);
});
