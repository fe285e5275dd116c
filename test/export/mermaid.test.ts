import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diagramNames } from '../../source/export/drawing/diagrams.ts';
import { mermaidLabel } from '../../source/export/languages/mermaid.ts';
import { mermaidText } from '../../source/export/mermaid.ts';
import type { Plan } from '../../source/plan/plan.ts';
import { examplePlan } from '../peers/example-plan.ts';
import { decoded, meant, ordered, understood } from '../peers/mermaid-model.ts';
import { manySources } from './many-sources.ts';

test.each(diagramNames)(
	'what Mermaid reads of the %s is what the plan draws: nodes, edges, layers, titles',
	async (name) => {
		const plan = examplePlan();
		const text = mermaidText(plan, name);
		expect(text).toMatch(/^flowchart LR$/m);
		expect(ordered(await understood(text))).toEqual(ordered(meant(plan, name)));
	},
);

test.each(diagramNames)('of hundreds of sources the %s is folded and still reads as it was meant', async (name) => {
	const plan = manySources(300);
	const text = mermaidText(plan, name);
	expect(ordered(await understood(text))).toEqual(ordered(meant(plan, name)));
	expect(text.length).toBeLessThan(50_000);
});

test('every node has fill, line and letters of its look, so that it reads on any ground', async () => {
	for (const name of diagramNames) {
		const text = mermaidText(examplePlan(), name);
		const nodes = [...text.matchAll(/^ {8}(N\d+)\[/gm)].map(([, id]) => id);
		const classed = [...text.matchAll(/^ {4}class (N[\d,N]+) (\w+)$/gm)].flatMap(([, ids = '', look]) => {
			expect(text).toMatch(new RegExp(`^ {4}classDef ${look} fill:#\\w{6},stroke:#\\w{6},color:#\\w{6}$`, 'm'));
			return ids.split(',');
		});
		expect(classed.toSorted()).toEqual(nodes.toSorted());
	}
});

const nasty = fc.oneof(
	fc.string({ unit: 'binary', maxLength: 30 }),
	fc
		.array(
			fc.constantFrom(
				...['"]', '#35;', '&lt;', '<b>', '%%{init}%%', '`md`', '$$x$$', 'fa:fa-ban', 'javascript:alert(1)'],
				...['\n', '<br/>', 'end', 'o--o', 'subgraph', '|', '-->', '{{', '@{', '\\', ';', '\u202e', '𝒳', '数据', ' '],
			),
			{ maxLength: 8 },
		)
		.map((parts) => parts.join('')),
);

test('no title of a source, store or service is read as syntax', async () => {
	await fc.assert(
		fc.asyncProperty(nasty, nasty, nasty, async (source, store, service) => {
			const plan = examplePlan();
			const hostile: Plan = {
				...plan,
				names: { ...plan.names, dms: service },
				sources: plan.sources.map((one, index) => (index === 0 ? { ...one, title: source } : one)),
				stores: plan.stores.map((one, index) => (index === 0 ? { ...one, title: store } : one)),
			};
			for (const name of diagramNames) {
				expect(ordered(await understood(mermaidText(hostile, name)))).toEqual(ordered(meant(hostile, name)));
			}
		}),
		{ numRuns: 12 },
	);
});

test('a label keeps every visible letter, has no line, bidi or control character, and is never empty', () => {
	fc.assert(
		fc.property(nasty, (text) => {
			const label = mermaidLabel(text, 400);
			expect(label).toMatch(/^(?:#\d+;|[^"#&<>`%$\\;:\p{Cc}\p{Cf}\p{Zl}\p{Zp}])+$/u);
			expect(decoded(label).trim()).toBe(
				text
					.normalize('NFC')
					.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\s]+/gu, ' ')
					.trim(),
			);
		}),
	);
});
