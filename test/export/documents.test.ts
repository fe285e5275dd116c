import { expect, test } from 'vitest';
import { athenaSql, datasetOf } from '../../source/export/athena-sql.ts';
import { diagramNames, diagrams } from '../../source/export/drawing/diagrams.ts';
import { report } from '../../source/export/report.ts';
import { summaryPage } from '../../source/export/summary.ts';
import type { Plan } from '../../source/plan/plan.ts';
import { datasetOf as inTheApp } from '../../templates/cdk/lib/names.ts';
import { examplePlan } from '../peers/example-plan.ts';
import { manySources } from './many-sources.ts';

test('the summary is one page with the figures, routes, findings and steps that come first', () => {
	for (const plan of [examplePlan(), manySources(5000)]) {
		const page = summaryPage(plan);
		expect(page.split('\n').length).toBeLessThan(60);
		expect(page).toMatch(/\| A month \| \\\$626 \|/);
		expect(page).toMatch(/^## How data gets there$/m);
		expect(page).toMatch(/^- \w+: .+$/m);
	}
	expect(summaryPage(examplePlan())).toContain('AWS Site-to-Site VPN → AWS Database Migration Service: 1 source\n');
});

test('the report has every section and every diagram, no script, and loads nothing', () => {
	const page = report(examplePlan());
	for (const name of diagramNames) expect(page).toContain(`<h3>${diagrams[name].title}</h3>`);
	expect(page.match(/<svg /g)?.length).toBe(diagramNames.length);
	expect(page).not.toMatch(/<script|<link|<iframe|<img|\bon\w+=|url\((?!#)|@import|javascript:/i);
	expect([...page.matchAll(/(?:href|src)="([^"]*)"/g)].filter(([, to]) => !to?.startsWith('#'))).toEqual([]);
	expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
	const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
	expect(new Set(ids).size).toBe(ids.length);
});

test('a report of thousands of sources stays a page that opens', () => {
	const page = report(manySources(5000));
	expect(page.length).toBeLessThan(400_000);
	expect(page).toMatch(/And 4806 more\./);
});

test('a report of a plan of nothing is a page', () => {
	const plan = examplePlan();
	const none = { workload: {}, sources: [], flows: [], places: [], stores: [], jobs: [], controls: [], findings: [] };
	expect(report({ ...plan, ...none, steps: [], questions: [], gaps: [], assumptions: [], unserved: [] })).toMatch(
		/<\/html>\n$/,
	);
});

const federated = (id: string, title = 'Orders'): Plan => {
	const plan = examplePlan();
	const [source, flow] = [plan.sources[3], plan.flows[0]] as [Plan['sources'][number], Plan['flows'][number]];
	return {
		...plan,
		sources: [{ ...source, id, title }],
		flows: [{ ...flow, services: ['athena-federation'], sources: [id] }],
	};
};

test('a federated source has a view and a copy, under the names of the exported app', () => {
	const table = 'arn:aws:dynamodb:eu-central-1:111122223333:table/Customer-Profiles';
	const name = inTheApp({ id: table } as never);
	const sql = athenaSql(federated(table)) ?? '';
	expect(sql).toContain(
		`CREATE OR REPLACE VIEW "pipeline_analytics"."${name}" AS\nSELECT * FROM "${name}"."default"."customer-profiles";`,
	);
	expect(sql).toContain(`CREATE TABLE "pipeline_analytics"."${name}_copy"\nWITH (table_type = 'ICEBERG'`);
	expect(athenaSql(federated('plant/orders'))).toContain('"SCHEMA_NAME"."TABLE_NAME"');
	expect(athenaSql(examplePlan())).toBeUndefined();
});

test('a name of data is that of the app for any id', () => {
	for (const id of [
		'',
		'x',
		'9lives',
		'plant/a b',
		'arn:aws:rds:eu-central-1:1:db:orders',
		'数据',
		'a'.repeat(300),
		'__a__/',
	]) {
		expect(datasetOf({ id })).toBe(inTheApp({ id } as never));
		expect(datasetOf({ id })).toMatch(/^[a-z][a-z0-9_]*$/);
	}
});

test('a title stays in its comment', () => {
	const sql = athenaSql(federated('plant/orders', "x\nDROP TABLE a; --\u2028'")) ?? '';
	const bare = sql.replace(/^-- .*$/gm, '');
	expect(bare).not.toMatch(/DROP|\u2028/);
	expect((bare.match(/'/g)?.length ?? 0) % 2).toBe(0);
});
