import { beforeAll, expect, test } from 'vitest';
import { explanation } from '../../../source/app/explaining/explanation.ts';
import { derive, ownKnowledge } from '../../../source/app/session/derive.ts';
import { demoEstate } from '../../../source/discovery/demo/estate.ts';
import { noAnswers } from '../../../source/estate/answers.ts';
import type { Plan } from '../../../source/plan/plan.ts';

const knowledge = await ownKnowledge('test');
let plan: Plan;
beforeAll(async () => {
	const today = '2026-11-28';
	plan = derive({ estate: await demoEstate(), answers: noAnswers }, knowledge, today).plan;
}, 30_000);

/** The part that people read first: routes, reasons, rejections, what would change them, the wave. */
const readFirst = (text: string): string => text.split('\nWHAT IS KNOWN')[0] ?? '';

/** Entries as they are labelled, each on one line. */
const entriesOf = (text: string): readonly string[] =>
	text
		.replaceAll(/\n {10,}(?=\S)/g, ' ')
		.split('\n')
		.filter((line) => /^ {2}(?:Why|Why not|Or|Careful) {2,}/.test(line));

test('every source of the demo is explained without saying anything twice', () => {
	for (const { id } of plan.sources) {
		const entries = entriesOf(readFirst(explanation(plan, id, knowledge)));
		const twice = entries.filter(
			(entry, index) => entries.indexOf(entry) !== index && !/^ {2}Why {2,}It is (?:in time|fresh)/.test(entry),
		);
		expect(twice, id).toEqual([]);
	}
});

test('every finding about a source or about what carries it is told with the source', () => {
	for (const { id } of plan.sources) {
		const text = explanation(plan, id, knowledge).replaceAll(/\n {10,}(?=\S)/g, ' ');
		const about = new Set([id, ...plan.flows.filter(({ sources }) => sources.includes(id)).map((flow) => flow.id)]);
		const own = plan.findings.filter((finding) => finding.about.some((one) => about.has(one)));
		for (const { title, remedy } of own) {
			expect(text, id).toContain(`  ${title}. `);
			expect(text, id).toContain(`  ${remedy}`);
		}
		expect(text.includes('\nWHAT WAS FOUND OF IT\n'), id).toBe(own.length > 0);
	}
	expect(explanation(plan, 'cards-prod', knowledge)).toContain('Eligible services: 1 to confirm for PCI DSS');
});

test('every source of the demo is told its route, why it, what it takes and its wave', () => {
	for (const { id, title } of plan.sources) {
		const text = explanation(plan, id, knowledge);
		expect(text, id).toMatch(/\n {2}Route {2,}\S/);
		expect(text, id).toMatch(/\n {2}Takes {2,}\S/);
		expect(text, id).toMatch(/\n {2}Why {2,}\S/);
		expect(text, id).toMatch(/\nWAVE \d OF \d/);
		// Names of sources keep their letters.
		expect(text, id).toContain(title);
		expect(text, id).not.toMatch(/NaN|undefined|, wanted |\[object/);
	}
});

test('of a service that cannot be used nothing is told but why', () => {
	for (const { id } of plan.sources) {
		const [, verdicts = ''] = explanation(plan, id, knowledge).split('EVERY SERVICE THAT READS SUCH A SOURCE\n');
		const services = verdicts.split(/\n(?=(?:holds|fails|unknown) )/);
		for (const service of services.filter((one) => one.startsWith('fails'))) {
			expect(
				service.split('\n').filter((line) => /^ {4}holds/.test(line)),
				`${id}: ${service}`,
			).toEqual([]);
		}
	}
});

test('a service that is used is judged in the mode in which the plan uses it', () => {
	const table = plan.sources.find(({ kind }) => kind === 'dynamodb-table')?.id ?? '';
	expect(explanation(plan, table, knowledge)).toMatch(
		/DynamoDB export to S3, used in this plan\n(?: {4}holds.*\n(?: {13}.*\n)*)* {4}as planned: again and again, each time whole\n/,
	);
});

test('a source is told the work behind its routes, what carries it and why nothing else does', () => {
	const work = (id: string) => {
		const [, told = ''] = explanation(plan, id, knowledge).split('\nFROM ARRIVAL TO FEATURES');
		return told.split('\nWHAT IS KNOWN')[0] ?? '';
	};
	const pictures = work('brightmoor-product-images').replaceAll(/\s+/g, ' ');
	expect(pictures).toContain('By Amazon SageMaker Processing. Nothing else does this work.');
	expect(pictures).toContain('Not Amazon Athena CTAS: Pictures, sound and scans are no tables.');
	expect(pictures).not.toContain('Mask sensitive content');
	expect(work('cards-prod')).toContain('Mask sensitive content');
});
