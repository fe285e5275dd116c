import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { textDiagram } from '../../source/export/text-diagram.ts';
import type { Plan } from '../../source/plan/plan.ts';
import { examplePlan } from '../peers/example-plan.ts';
import { manySources } from './many-sources.ts';

const titled = (title: string): Plan => {
	const plan = examplePlan();
	return { ...plan, sources: plan.sources.map((source) => ({ ...source, title })) };
};

test('the picture is a band for each layer and a row for each edge', async () => {
	await expect(textDiagram(examplePlan(), 100)).toMatchFileSnapshot('./golden/example-100-columns.txt');
});

test('no line is wider than the terminal, at any width from 38, and wide letters count as two', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 38, max: 200 }),
			fc.string({
				unit: fc.constantFrom('a', '数', '👩‍🌾', 'é', '\u001b[31m', '\n', '\u202e', '…', 'ｶ'),
				maxLength: 80,
			}),
			(columns, title) => {
				const lines = textDiagram(titled(title), columns).trimEnd().split('\n');
				expect(Math.max(...lines.map((line) => stringWidth(line)))).toBeLessThanOrEqual(columns);
				// biome-ignore lint/suspicious/noControlCharactersInRegex: none may be left
				expect(lines.filter((line) => /[\u0000-\u001f\u202e]/.test(line))).toEqual([]);
			},
		),
		{ numRuns: 100 },
	);
});

test('arrows stand below each other whatever letters the titles have', () => {
	const plan = examplePlan();
	const titles = ['数据湖', 'orders', 'données', '👩‍🌾 farm', 'x', 'ｶﾀｶﾅ'];
	const text = textDiagram(
		{ ...plan, sources: plan.sources.map((source, index) => ({ ...source, title: titles[index] ?? '' })) },
		100,
	);
	const arrows = text
		.split('\n')
		.flatMap((line) => (line.includes('▶') ? [stringWidth(line.split('▶')[0] ?? '')] : []));
	expect(arrows.length).toBe(15);
	expect(new Set(arrows).size).toBe(1);
});

test('a narrower terminal than 38 cells gets 38', () => {
	expect(textDiagram(examplePlan(), 10)).toBe(textDiagram(examplePlan(), 38));
});

test('hundreds of sources are folded like every picture', () => {
	expect(textDiagram(manySources(400), 100).split('\n').length).toBeLessThan(150);
});
