import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diagramNames, diagrams } from '../../../source/export/drawing/diagrams.ts';
import { lanes } from '../../../source/export/drawing/lanes.ts';
import { edgeLabel } from '../../../source/export/drawing/picture.ts';
import type { Flow, Job, Plan, PlannedSource, Store } from '../../../source/plan/plan.ts';
import { examplePlan } from '../../peers/example-plan.ts';
import { manySources } from '../many-sources.ts';

const count = (plan: Plan) => {
	const { lanes: layers, edges } = lanes(plan);
	return { nodes: layers.flatMap(({ nodes }) => nodes).length, edges: edges.length };
};

test('the layers are those of the textbook figure, each node stands in one', () => {
	const { lanes: layers } = lanes(examplePlan());
	expect(layers.map(({ id, title, nodes }) => [id, title, nodes.map((node) => node.title)])).toEqual([
		[
			'G0',
			'Data Sources Layer',
			['Web clickstream', 'Customer profiles', 'Machine telemetry', 'orders', 'returns', 'Plant historian'],
		],
		[
			'G1',
			'Storage & Cataloging Layer',
			['shop-clickstream, read in place', 'Landing zone', 'Raw zone', 'Stage zone', 'Feature zone', 'Data Catalog'],
		],
		['G2', 'Processing Layer', ['ML Data Access', 'ML Training & Inference']],
	]);
});

test('an edge tells the services in order of travel and how much goes there', () => {
	const { edges } = lanes(examplePlan());
	expect(edges.slice(0, 6).map(edgeLabel)).toEqual([
		'Amazon S3 read in place · 3 TB, then 10 GB/day',
		'Amazon DynamoDB export to Amazon S3 · 180 GB, then 1 GB/day',
		'Kinesis Data Streams delivery to Amazon S3 · 34.6 GB/day',
		'Amazon RDS snapshot export · 600 GB',
		'Amazon RDS snapshot export · 120 GB',
		'AWS Site-to-Site VPN → AWS Database Migration Service · 2 TB, then 20 GB/day',
	]);
});

test('a control decides how models reach the catalogue', () => {
	const plan = examplePlan();
	const control = { id: 'lake-formation', title: '', summary: '', regimes: [], because: '' };
	const access = (of: Plan) => lanes(of).edges.slice(-2).map(edgeLabel);
	expect(access(plan)).toEqual(['IAM', 'SageMaker in a private VPC']);
	expect(access({ ...plan, controls: [control], network: { ...plan.network, private: false } })).toEqual([
		'Lake Formation',
		'SageMaker',
	]);
});

test('300 tables of one flow are a few nodes and one that counts the rest, with all their volume', () => {
	const plan = manySources(300);
	const titles = lanes(plan).lanes[0]?.nodes.map(({ title }) => title) ?? [];
	expect(count(plan).nodes).toBe(60);
	expect(titles.filter((title) => /more/.test(title))).toEqual(['255 more tables']);
	// 180 GB each.
	expect(lanes(plan).edges.map(edgeLabel)).toContain('Amazon DynamoDB export to Amazon S3 · 45.9 TB, then 255 GB/day');
});

test('the amount of a flow whose parts are not all known is a lower bound, and none is told when nobody knows', () => {
	const plan = manySources(300);
	const without = (keep: number): Plan => ({
		...plan,
		sources: plan.sources.map((source, index) => (index < keep ? source : { ...source, decidedBy: {} })),
	});
	const last = (of: Plan) =>
		edgeLabel(
			lanes(of)
				.edges.filter(({ via }) => via[0]?.includes('DynamoDB'))
				.at(-1) as never,
		);
	expect(last(without(200))).toMatch(/· at least 2\d\.\d TB, then at least/);
	expect(last(without(2))).toBe('Amazon DynamoDB export to Amazon S3');
});

test('a source without a route says so, and a plan without stores has no processing', () => {
	const plan = examplePlan();
	expect(lanes({ ...plan, flows: [], stores: [], jobs: [] })).toEqual({
		lanes: [
			{
				id: 'G0',
				title: 'Data Sources Layer',
				nodes: plan.sources.map(({ title }, index) => ({
					id: `N${index}`,
					title: `${title} (no route)`,
					look: 'source',
				})),
			},
		],
		edges: [],
	});
});

const source = examplePlan().sources[0] as PlannedSource;
const flow = examplePlan().flows[0] as Flow;
const store = examplePlan().stores[0] as Store;
const small = fc.integer({ min: 0, max: 40 });
const anyPlan = fc
	.record({
		sources: fc.array(fc.tuple(fc.constantFrom('object', 'relational', 'odd'), small, small), { maxLength: 150 }),
		flows: fc.array(fc.record({ from: fc.array(small, { maxLength: 60 }), to: small, by: small }), { maxLength: 80 }),
		stores: fc.array(fc.constantFrom('in place', 'object store', 'online store'), { maxLength: 40 }),
		jobs: fc.array(fc.tuple(small, small), { maxLength: 80 }),
		places: small,
		findings: fc.array(small, { maxLength: 40 }),
		isolated: fc.boolean(),
	})
	.map((drawn): Plan => {
		const plan = examplePlan();
		return {
			...plan,
			origins: { content: { from: 'answered', evidence: '', at: '' } },
			sources: drawn.sources.map(([family, place, content], index) => ({
				...{ ...source, family, id: `s${index}`, place: `p${place}` },
				decidedBy: { content: { sensitivity: `content ${content}` } },
			})),
			flows: drawn.flows.map(({ from, to, by }, index) => ({
				...flow,
				id: `f${index}`,
				sources: [...new Set(from)].map((at) => `s${at}`),
				services: [`service ${by}`],
				to: `t${to}`,
			})),
			stores: drawn.stores.map((kind, index) => ({ ...store, kind, id: `t${index}` })),
			jobs: drawn.jobs.map(([from, to]) => ({ ...(plan.jobs[2] as Job), from: `t${from}`, to: `t${to}` })),
			places: Array.from({ length: drawn.places }, (_, index) => ({
				...(plan.places[index % plan.places.length] as Plan['places'][number]),
				id: `p${index}`,
			})),
			findings: drawn.findings.map((at, index) => ({
				...(plan.findings[0] as Plan['findings'][number]),
				...{ id: `x${index}`, about: [`s${at}`, `f${at}`, `p${at}`] },
			})),
			network: { ...plan.network, private: drawn.isolated },
		};
	});

test.each(['lanes', ...diagramNames] as const)(
	'whatever a plan holds, its %s is drawn in at most 60 nodes and fewer than 500 edges whose ends exist',
	(name) => {
		const draw = name === 'lanes' ? lanes : diagrams[name].draw;
		fc.assert(
			fc.property(anyPlan, (plan) => {
				const picture = draw(plan);
				const ids = picture.lanes.flatMap(({ nodes }) => nodes.map(({ id }) => id));
				expect(ids.length).toBeLessThanOrEqual(60);
				expect(new Set(ids).size).toBe(ids.length);
				expect(picture.edges.length).toBeLessThan(500);
				expect(picture.edges.filter(({ from, to }) => !ids.includes(from) || !ids.includes(to))).toEqual([]);
			}),
			{ numRuns: 100 },
		);
	},
);
