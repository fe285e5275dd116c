import { expect, test } from 'vitest';
import { compose } from '../../source/plan/compose.ts';
import { parsePlan } from '../../source/plan/parse-plan.ts';
import { printPlan } from '../../source/plan/print-plan.ts';
import { composition } from './story.ts';

const plan = compose(composition);

test('the same input gives the same bytes, and a file that is read back as the same plan', () => {
	const text = printPlan(compose(composition));
	expect(printPlan(plan)).toBe(text);
	expect(parsePlan(text, 'plan.json')).toEqual(plan);
});

test('the order in which advice names its flows and sources says nothing', () => {
	const { advice } = composition;
	const flows = advice.flows.toReversed().map(({ sources, estimates, ...flow }) => ({
		...flow,
		sources: sources.toReversed(),
		...(estimates && { estimates: estimates.toReversed() }),
	}));
	const turned = compose({ ...composition, advice: { ...advice, flows } });
	expect(printPlan(turned)).toBe(printPlan(plan));
});

test('a flow tells its route in order of travel, with what exporters need and what would change it', () => {
	expect(plan.flows.find(({ id }) => id === 'orders-capture')).toEqual({
		id: 'orders-capture',
		title: 'orders and stock by Change capture over Tunnel',
		sources: ['warehouse/orders', 'warehouse/stock'],
		place: 'warehouse',
		carries: 'both',
		access: 'database connection',
		services: ['tunnel', 'capture'],
		settings: {
			tunnel: { mode: 'new', tunnels: 2 },
			capture: { mode: 'serverless', format: 'parquet', merge: true, units: 2 },
		},
		to: 'landing',
		cadence: 'continuous',
		estimate: {
			lead: 28_800,
			complete: 432_000,
			freshness: 60,
			once: 0,
			monthly: 100,
			effortOnce: 16,
			effortMonthly: 4,
		},
		assuming: ['bandwidth.free', 'changes.readable'],
		reasons: ['Changes are captured, 1 min old.'],
		cautions: [],
		alternatives: [{ services: ['disks'], estimate: {}, reason: 'It costs more.' }],
		rejected: [
			{ service: 'disks', reason: 'It is closed to new customers since 2025-11-07.', source: 'docs/disks.md' },
		],
		changes: [{ fact: 'volume', direction: 'above', at: '38.1 TB', value: 38_120_000_000_000, becomes: ['disks'] }],
	});
});

test('only stores that something goes to are there, with the lifecycle of their zone', () => {
	const made = { kind: 'object store', region: 'eu-central-1', encrypted: true };
	expect(plan.stores.map(({ title: _, ...store }) => store)).toEqual([
		{
			id: 'pictures',
			zone: 'raw',
			kind: 'in place',
			region: 'eu-central-1',
			encrypted: true,
			existing: 'arn:aws:s3:::pictures',
		},
		{ id: 'landing', zone: 'landing', ...made, deleteAfterDays: 30 },
		{ id: 'raw', zone: 'raw', ...made, archiveAfterDays: 365 },
		{ id: 'stage', zone: 'stage', ...made },
		{ id: 'features', zone: 'features', ...made },
	]);
});

test('work follows the data: masked before it rests, merged where it changes, joined at the end', () => {
	expect(plan.jobs.map(({ id, does, after, from, to, cadence }) => [id, does, after, from, to, cadence])).toEqual([
		['mask-landing', 'mask', ['orders-capture'], 'landing', 'raw', 'every 1 h'],
		['tidy-pictures', 'tidy', ['pictures-bucket'], 'pictures', 'stage', 'every 1 day'],
		['merge-raw', 'merge', ['orders-capture'], 'raw', 'stage', 'every 1 h'],
		['join', 'join', ['orders-capture', 'pictures-bucket'], 'stage', 'features', 'every 1 day'],
	]);
	expect(plan.jobs.at(-1)?.settings).toEqual({ key: 'order' });
});

test('sources that go on differently are flows of their own, which together cost and take the same', () => {
	const { advice } = composition;
	const preparations = advice.preparations.map((one) =>
		one.id === 'mask' ? { ...one, sources: ['warehouse/orders'] } : one,
	);
	const parted = compose({ ...composition, advice: { ...advice, preparations } });
	const captured = parted.flows.filter(({ services }) => services.includes('capture'));
	expect(captured.map(({ id, sources, to, estimate }) => [id, sources, to, estimate])).toEqual([
		[
			'orders-capture',
			['warehouse/orders'],
			'landing',
			{ lead: 28_800, complete: 432_000, freshness: 60, once: 0, monthly: 60, effortOnce: 8, effortMonthly: 2 },
		],
		[
			'stock-capture',
			['warehouse/stock'],
			'landing',
			{ lead: 28_800, complete: 3600, freshness: 60, once: 0, monthly: 40, effortOnce: 8, effortMonthly: 2 },
		],
	]);
	expect(parted.jobs.filter(({ does }) => does === 'mask').map(({ after }) => after)).toEqual([['orders-capture']]);
	const { monthly, oneOff, workOnce, workMonthly } = plan.costs;
	expect(parted.costs).toMatchObject({ monthly, oneOff, workOnce, workMonthly });
	expect(parted.findings.map(({ id }) => id)).toContain('orders-capture-late');
	expect(parted.findings.map(({ id }) => id)).not.toContain('stock-capture-late');
});

test('nobody may do more than a flow or a job needs', () => {
	const of = (to: string) => plan.grants.filter((grant) => grant.to === to).map(({ on, actions }) => [on, actions]);
	expect(of('pictures-bucket')).toEqual([['sources', ['s3:GetObject', 's3:ListBucket']]]);
	expect(of('orders-capture')).toEqual([
		['key', ['kms:GenerateDataKey']],
		['landing', ['s3:PutObject']],
		['sources', ['secretsmanager:GetSecretValue']],
	]);
	expect(of('tidy-pictures').map(([on]) => on)).toEqual(['key', 'pictures', 'stage']);
});

test('personal content keeps training off the internet, with an endpoint for all that is called', () => {
	expect(plan.network).toEqual({
		region: 'eu-central-1',
		private: true,
		gatewayEndpoints: ['s3'],
		interfaceEndpoints: [
			'ecr.api',
			'ecr.dkr',
			'glue',
			'kms',
			'logs',
			'monitoring',
			'sagemaker.api',
			'sagemaker.runtime',
			'secretsmanager',
			'sts',
		],
	});
});

test('costs are the sum of their lines, and what could not be priced says so', () => {
	const { lines, ...totals } = plan.costs;
	expect(totals).toEqual({
		oneOff: 0,
		monthly: 140.9,
		workOnce: 24,
		workMonthly: 4,
		region: 'us-east-1',
		asOf: '2026-11-22',
		excluded: [
			{
				for: 'orders-capture',
				why: 'Change capture, capture.store: the price book does not hold this price.',
			},
		],
	});
	expect(lines.map((line) => [line.for, line.service, line.dollars, line.sure])).toEqual([
		['orders-capture', 'capture', 100, false],
		['tidy-pictures', 'tidy', 4.4, true],
		['warehouse', 'tunnel', 36.5, true],
	]);
});

test('findings come gravest first and say what to do', () => {
	expect(plan.findings.map(({ severity, id, about }) => [severity, id, about])).toEqual([
		['high', 'encryption', ['warehouse/orders']],
		['high', 'line-warehouse', ['warehouse']],
		['high', 'no-route-tapes', ['warehouse/tapes']],
		['high', 'orders-capture-late', ['orders-capture']],
		['medium', 'not-read', ['111122223333/eu-central-1/rds-instance']],
		['low', 'encryption-unknown', ['warehouse/stock']],
	]);
	expect(plan.findings.find(({ control }) => control === 'late')?.says).toBe(
		'The best route needs 5.3 days of the 3.3 days allowed.',
	);
});

test('steps name who, how long, for which wave and what first, and the line can be ordered with the text of its request', () => {
	expect(plan.steps.map(({ number, owner, lead, wave, after }) => [number, owner, lead, wave, after])).toEqual([
		[1, 'network', 28_800, 1, []],
		[2, 'database', 3600, 1, []],
		[3, 'security', undefined, 1, []],
		[4, 'data platform', undefined, undefined, [3]],
		[5, 'data platform', undefined, undefined, [1, 2, 4]],
		[6, 'data platform', undefined, undefined, [5]],
		[7, 'data platform', undefined, undefined, [6]],
	]);
	expect(plan.steps[0]?.request).toBe(
		'Line: Tunnel, a new tunnel. Between: Warehouse (on-premises) and AWS. Needed: 140 Mbps for all flows together. Planned: 100 Mbps usable.',
	);
});

test('a closed service that textbooks still name stands beside what is used today', () => {
	expect(plan.textbook).toEqual([
		{
			says: 'Disks by post for orders and stock.',
			today: 'It takes no new customers, with Change capture in its place; this plan uses Change capture over Tunnel.',
			since: '2025-11-07',
		},
		{ says: 'Row copier.', today: 'It is called Change capture now.' },
	]);
});

test('assumptions are told in the order and the words of the vocabulary', () => {
	expect(plan.assumptions.map(({ fact, about, says }) => [fact, about, says])).toEqual([
		['scoring', [], 'batch'],
		['changes.readable', ['warehouse/orders', 'warehouse/stock'], 'yes'],
		['bandwidth.free', ['warehouse'], '80 %'],
	]);
});

test('gaps of facts that no rule reads are left out', () => {
	expect(plan.gaps.map(({ about }) => about)).toEqual(['111122223333/eu-central-1/rds-instance']);
});

test('every id that stands in the plan has a title', () => {
	const ids = [
		...plan.flows.flatMap(({ id, sources, services, to, place }) => [id, place, to, ...sources, ...services]),
		...plan.jobs.map(({ id }) => id),
		...plan.costs.lines.flatMap((line) => [line.for, line.service]),
		...plan.assumptions.map(({ fact }) => fact),
	];
	expect(ids.filter((id) => plan.names[id] === undefined)).toEqual([]);
});

test('online scoring gives features a store that serves them', () => {
	const workload = {
		...composition.estate.workload,
		scoring: { value: 'online', from: 'answered', evidence: 'answers', at: '2026-11-20' },
	} as const;
	const online = compose({ ...composition, estate: { ...composition.estate, workload } });
	expect(online.stores.at(-1)).toEqual({
		id: 'online',
		title: 'Online feature store',
		zone: 'features',
		kind: 'online store',
		region: 'eu-central-1',
		encrypted: true,
	});
	expect(online.jobs.at(-1)?.settings).toEqual({ key: 'order', online: 'online' });
});

test('hostile titles become one safe line', () => {
	const sources = composition.estate.sources.map((source) => ({
		...source,
		title: `a\u001b[31m\n${source.title}\u202e`,
	}));
	const safe = compose({ ...composition, estate: { ...composition.estate, sources } });
	expect(safe.sources.map(({ title }) => title)).toEqual(['a pictures', 'a orders', 'a stock', 'a tapes']);
	expect(parsePlan(printPlan(safe), 'plan.json')).toEqual(safe);
});
