import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { Derived } from '../../source/app/session/derive.ts';
import { mermaidText } from '../../source/export/mermaid.ts';
import { printPlan } from '../../source/plan/print-plan.ts';
import { type Case, deriveCase, misses, readCase } from '../peers/case-file.ts';

// Each story with its expected plan and diagram. `npx vitest run -u` rewrites them; a rewritten golden is read before it is committed.
const names = readdirSync(fileURLToPath(new URL('.', import.meta.url)))
	.filter((name) => name.endsWith('.yaml'))
	.map((name) => name.replace('.yaml', ''));

test.each(names)('%s is planned as it should be, with its plan and its diagram', async (name) => {
	const path = `scenarios/${name}.yaml`;
	const found = readCase(path);
	const derived = await deriveCase(found, path);
	expect(misses(found, derived)).toEqual([]);
	await expect(printPlan(derived.plan)).toMatchFileSnapshot(`./golden/${name}.plan.json`);
	await expect(mermaidText(derived.plan, 'data-flow')).toMatchFileSnapshot(`./golden/${name}.mmd`);
});

/** The textbook's answer beside today's, and what closed in between. */
function answer({ says, textbook, today }: Case, { plan }: Derived): string {
	const titles = (ids: readonly string[]) => ids.map((id) => plan.names[id] ?? id).join(', then ');
	const lines = [
		`# ${says}`,
		...(textbook === undefined ? [] : ['', '## The textbook', '', textbook]),
		'',
		`## As of ${today}`,
		'',
		`${plan.names[plan.strategy.id]}:`,
		'',
		...plan.flows.map(({ title, services }) => `* ${title}: ${titles(services)}`),
		...(plan.textbook.length === 0 ? [] : ['', '## What closed in between', '']),
		...plan.textbook.map(({ says, today, since }) => `* ${says} ${today}${since ? ` (since ${since})` : ''}`),
	];
	return `${lines.join('\n')}\n`;
}

test.each(names)('%s tells the answer of the textbook beside the one of today', async (name) => {
	const path = `scenarios/${name}.yaml`;
	const found = readCase(path);
	const derived = await deriveCase(found, path);
	await expect(answer(found, derived)).toMatchFileSnapshot(`./golden/${name}.md`);
});
