import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decisionRecord } from '../../source/export/decision-record.ts';
import { markdownTable, markdownText } from '../../source/export/languages/markdown.ts';
import type { Plan } from '../../source/plan/plan.ts';
import { examplePlan } from '../peers/example-plan.ts';

const hostile = fc
	.array(
		fc.constantFrom(
			...['|', '\n', '# x', '- x', '1. x', '```', '<script>', '</td>', '[a](http://b)', '![i](x)', '*b*', '_i_'],
			...['~~s~~', '$x$', '&lt;', '\\', '<!--', 'https://evil.example', 'www.evil.example', '\u2028', 'ledger', '---'],
		),
		{ minLength: 1, maxLength: 6 },
	)
	.map((parts) => parts.join(''));

/** The text that a reader of the Markdown sees. */
const seen = (markdown: string) =>
	markdown
		.replace(/\\([!-/:-@[-`{-~])/g, '$1')
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&amp;', '&');

test('text from outside is shown letter by letter and means nothing', () => {
	fc.assert(
		fc.property(hostile, (text) => {
			const written = markdownText(text);
			expect(seen(written)).toBe(text.replace(/[\s\p{Zl}]+/gu, ' ').trim());
			const bare = written.replace(/\\[!-/:-@[-`{-~]/g, 'x');
			expect(bare).not.toMatch(/[`*_{}[\]<>#|~$!\n]|:\/\/|^[-+=]|^\d+[.)](?: |$)/);
			expect(bare.replace(/&(?:amp|lt|gt);/g, '')).not.toContain('&');
		}),
	);
});

test('a number with a fraction at the start of a sentence is left as it is, a list is not begun', () => {
	expect([markdownText('12.4 Mbps are free.'), markdownText('1. first'), markdownText('2) second')]).toEqual([
		'12.4 Mbps are free.',
		'1\\. first',
		'2\\) second',
	]);
});

test('a table without rows is nothing', () => {
	expect(markdownTable(['a'], [])).toEqual([]);
	expect(markdownTable(['a', 'b'], [['1', '2']])).toEqual(['| a | b |', '| --- | --- |', '| 1 | 2 |', '']);
});

test('the decision record of the example tells context, options, reasons, costs and what follows', async () => {
	await expect(decisionRecord(examplePlan())).toMatchFileSnapshot('./golden/example-decision-record.md');
});

test('the decision record says who gave an answer, when, and for what', () => {
	const plan = examplePlan();
	const by = { by: 'Ann <b>', at: '2026-11-20' };
	const [first, ...others] = plan.sources;
	if (!first) throw new Error('the example has sources');
	const record = decisionRecord({
		...plan,
		workload: { ...plan.workload, scoring: { value: 'batch', from: 'answered', evidence: 'answers', ...by } },
		origins: { ...plan.origins, unsure: { from: 'assumed', evidence: 'not known', ...by } },
		sources: [{ ...first, decidedBy: { unsure: { stateful: false } } }, ...others],
	});
	expect(record).toContain('## Who answered');
	expect(record).toContain('| Ann &lt;b&gt; | 2026-11-20 | Scoring | batch | the workload |');
	expect(record).toContain(`| no (assumed: not sure) | ${markdownText(first.title)} |`);
	expect(decisionRecord(plan)).not.toContain('Who answered');
});

test('hostile titles and sentences leave its headings and tables as they are', () => {
	const skeleton = (plan: Plan) =>
		decisionRecord(plan)
			.replace(/```mermaid[\s\S]*?```/g, '')
			.split('\n')
			.map((line) => `${/^#+ /.exec(line)?.[0] ?? ''}${line.replace(/\\[!-/:-@[-`{-~]/g, '').replace(/[^|]/g, '')}`);
	const naming = (text: string): Plan => {
		const plan = examplePlan();
		return {
			...plan,
			names: Object.fromEntries(Object.keys(plan.names).map((id) => [id, text])),
			sources: plan.sources.map((source) => ({ ...source, title: text, kind: text })),
			flows: plan.flows.map((flow) => ({ ...flow, title: text, reasons: flow.reasons.map(() => text) })),
			findings: plan.findings.map((finding) => ({ ...finding, title: text, remedy: text })),
			steps: plan.steps.map((step) => ({ ...step, says: text })),
		};
	};
	const plain = skeleton(naming('ledger'));
	fc.assert(
		fc.property(hostile, (text) => {
			expect(skeleton(naming(text))).toEqual(plain);
		}),
	);
});

test('a plan of nothing is still a record', () => {
	const plan = examplePlan();
	const empty: Plan = {
		...plan,
		...{
			workload: {},
			sources: [],
			flows: [],
			places: [],
			stores: [],
			jobs: [],
			controls: [],
			findings: [],
			steps: [],
		},
		...{ assumptions: [], questions: [], gaps: [], textbook: [], unserved: [] },
		costs: { ...plan.costs, lines: [], excluded: [] },
	};
	const headings = decisionRecord(empty).match(/^#+ .*$/gm);
	expect(headings).toEqual(['# Data pipeline for machine learning', '## Decision', '## Consequences', '## Costs']);
});
