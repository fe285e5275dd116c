import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { summary } from '../../source/app/summary.ts';
import type { Plan } from '../../source/plan/plan.ts';
import { examplePlan } from '../peers/example-plan.ts';

const widest = (text: string): number => Math.max(...text.split('\n').map((line) => stringWidth(line)));

test('the plan is told in the order in which people read it', () => {
	const headings = summary(examplePlan(), 100)
		.split('\n')
		.filter((line) => line !== '' && line === line.toUpperCase());
	expect(headings).toEqual([
		'STRATEGY',
		'FROM AWS, FRANKFURT',
		'FROM LEIPZIG PLANT',
		'FROM ARRIVAL TO FEATURES',
		'FINDINGS',
		'COSTS',
		'ASSUMED, SINCE NOBODY SAID OTHERWISE',
		'STILL OPEN, AND COULD CHANGE THIS PLAN',
		'COULD NOT BE READ',
		'THE TEXTBOOK, AND TODAY',
		'WHAT TO DO',
	]);
});

test('a flow says its route, its time, its cost, why, and why not', () => {
	const text = summary(examplePlan(), 100);
	const [, flow = ''] = text.split('\nPlant historian: ');
	expect(flow.split('\n\n')[0]).toBe(
		[
			'2 TB, 20 GB/day new',
			'  Route       AWS Site-to-Site VPN > AWS Database Migration Service > Landing zone',
			'  Runs        continuous, history and changes',
			'  Takes       history there after 4.1 days; kept 1 min old; $299 a month; 40 h of work, then 4 h a',
			'              month',
			'  Why         Rows change and are deleted, and the change log may be read: change capture keeps them',
			'              1 min old.',
			'  Why         2 TB over 200 Mbps are there after 4.1 days of the 60 days allowed.',
			'  Next best   AWS Direct Connect > AWS Database Migration Service: It costs $152.80 a month more and',
			'              takes 42 days to order.',
			'  Why not     AWS Glue zero-ETL: From a self-managed database it reaches Amazon Redshift only, not',
			'              Amazon S3.',
			'  Why not     AWS Snowball Edge: It is closed to new customers since 2025-11-07.',
			'  Careful     It writes files of changes, not tables: a merge job is needed behind it.',
			'  Instead if  volume above 31.2 TB: AWS Direct Connect > AWS Database Migration Service',
			'  Instead if  freshness above 1 day: AWS Site-to-Site VPN > AWS Glue job over JDBC',
		].join('\n'),
	);
});

test('the head says what is predicted, or that nobody has said it', () => {
	const plan = examplePlan();
	const { 'model.predicts': _, ...workload } = plan.workload;
	expect(summary(plan, 100)).toContain('Predicts    which machines fail within a week, and which orders that delays\n');
	expect(summary({ ...plan, workload }, 100)).toContain('Predicts    not said yet\n');
});

test.each([40, 100])('no line is wider than %i cells', (columns) => {
	expect(widest(summary(examplePlan(), columns))).toBeLessThanOrEqual(columns);
});

test('no title, whatever its signs, breaks out of the width or reaches the terminal as a command', () => {
	const sign = fc.constantFrom('a', ' ', '—', '設計', '👩‍🔬', '\u001b[31m', '\u202e', '\n', 'ﬁ', '\u0301', '한');
	const title = fc.array(sign, { maxLength: 60 }).map((signs) => signs.join(''));
	fc.assert(
		fc.property(title, fc.integer({ min: 40, max: 120 }), (name, columns) => {
			const given = examplePlan();
			const plan: Plan = {
				...given,
				names: Object.fromEntries(Object.keys(given.names).map((id) => [id, name])),
				places: given.places.map((place) => ({ ...place, title: name })),
				findings: given.findings.map((finding) => ({ ...finding, title: name, says: name })),
			};
			const text = summary(plan, columns);
			expect(widest(text)).toBeLessThanOrEqual(columns);
			expect(text.replaceAll('\n', '')).not.toMatch(/\p{Cc}|\u202e/u);
		}),
		{ numRuns: 40 },
	);
});

test('a window of no sensible width is taken as the nearest one', () => {
	expect(summary(examplePlan(), 10)).toBe(summary(examplePlan(), 40));
	expect(summary(examplePlan(), 500)).toBe(summary(examplePlan(), 120));
});

test('a plan in which nothing was found is told without empty headings', () => {
	const plan: Plan = {
		...examplePlan(),
		places: [],
		sources: [],
		flows: [],
		stores: [],
		jobs: [],
		findings: [],
		grants: [],
		assumptions: [],
		questions: [],
		gaps: [],
		textbook: [],
		steps: [],
		costs: { ...examplePlan().costs, oneOff: 0, monthly: 0, workOnce: 0, workMonthly: 0, lines: [], excluded: [] },
	};
	expect(summary(plan, 100)).toBe(
		[
			'Plan as of 2026-11-24, made by headwater 0.1.0',
			'',
			'Predicts    which machines fail within a week, and which orders that delays',
			'Model       one prediction per machine; scored in batches; runs can be repeated (assumed); in',
			'            eu-central-1',
			'Comes to    0 sources by 0 flows. $0 a month and $0 once; 0 h of work, then 0 h a month.',
			'Look at     0 findings; no open question',
			'',
		].join('\n'),
	);
});
