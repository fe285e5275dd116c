import { describe, expect, test } from 'vitest';
import type { Advice } from '../../source/advice/advice.ts';
import { advise } from '../../source/advice/advise.ts';
import type { Given } from '../../source/advice/ground/ground.ts';
import { catalog } from '../../source/catalog/index.ts';
import type { Place, Source } from '../../source/estate/estate.ts';
import { bytesPer, days, gigabytes, hours, megabits, megabytes, minutes, terabytes } from '../../source/facts/units.ts';
import { questions } from '../../source/questions/questions.ts';
import { formulas } from '../../source/rules/formulas.ts';
import { cloud, declared, given, type Said, source } from './small-estate.ts';

const real = (
	sources: readonly Source[],
	more: { places?: readonly Place[]; said?: Said; today?: string } = {},
): Given => given(sources, { places: [cloud], ...more, catalog, formulas });
/** A site on the internet whose usable line is as told, where nothing else can be had unless it is told. */
const site = (bandwidth: number, said: Said = {}): Place => ({
	id: 'site',
	title: 'Site',
	where: 'on-premises',
	facts: declared({
		bandwidth,
		'bandwidth.free': 1,
		'bandwidth.protocol': 1,
		'bandwidth.hours': 24,
		'link.kind': 'internet',
		'near.directConnect': false,
		'near.terminal': false,
		'link.upgradable': false,
		...said,
	}),
});

const routeOf = ({ flows }: Advice, id: string): readonly string[] =>
	flows
		.filter(({ sources }) => sources.includes(id))
		.map(({ winner }) => winner.route.map(({ service }) => service).join(' > '));
const whyNot = ({ flows }: Advice, id: string, service: string): string | undefined =>
	flows
		.flatMap(({ sources, rejected }) => (sources.includes(id) ? rejected : []))
		.find((one) => one.service === service)?.reason;

describe('by the catalogue that comes with the program', () => {
	test('objects in the region where models train stay where they are', () => {
		const logs = source(
			'logs',
			'object',
			'cloud',
			{ volume: terabytes(2), change: 1e5, managed: 's3', protocol: 's3' },
			'us-east-1',
		);
		expect(routeOf(advise(real([logs])), 'logs')).toEqual(['s3-direct']);
	});

	test('a database in RDS that a model trains on daily is exported or read by a job, never captured', () => {
		const shop = source(
			'shop',
			'relational',
			'cloud',
			{
				volume: gigabytes(200),
				change: bytesPer(gigabytes(2), 'day'),
				engine: 'mysql',
				managed: 'rds',
				protocol: 'jdbc',
				updates: 'update',
				freshness: hours(24),
			},
			'us-east-1',
		);
		const [route] = routeOf(advise(real([shop])), 'shop');
		expect(['rds-snapshot-export', 'glue-jdbc']).toContain(route);
	});

	test('60 TB behind 100 Mbps in 45 days go by disks or a leased line, never by Snowball', () => {
		const nas = source('nas', 'file', 'site', {
			volume: terabytes(60),
			change: 0,
			protocol: 'nfs',
			deadline: days(45),
		});
		const disks = advise(
			real([nas], { places: [site(megabits(100), { 'near.terminal': true })], said: { 'customer.enterprise': true } }),
		);
		expect(routeOf(disks, 'nas')).toEqual(['data-transfer-terminal']);
		expect(whyNot(disks, 'nas', 'snowball')).toMatch(
			/^AWS Snowball Edge is closed to new customers since 2025-11-07; use /,
		);
		const line = advise(real([nas], { places: [site(megabits(100), { 'near.directConnect': true })] }));
		expect(routeOf(line, 'nas')).toEqual(['direct-connect > datasync']);
	});

	test('where nothing is in time, what is least late is taken and says so', () => {
		const nas = source('nas', 'file', 'site', {
			volume: terabytes(60),
			change: 0,
			protocol: 'nfs',
			deadline: days(10),
		});
		const { flows } = advise(real([nas], { places: [site(megabits(100))] }));
		expect(flows[0]?.reasons[0]).toMatch(/^It takes .* beyond the deadline, and nothing that passes is sooner\.$/);
	});

	test('a database on site in near real time is captured over a private line', () => {
		const plant = source('plant', 'relational', 'site', {
			volume: gigabytes(400),
			change: bytesPer(gigabytes(5), 'day'),
			engine: 'oracle',
			managed: 'self',
			protocol: 'jdbc',
			updates: 'update',
			freshness: minutes(10),
			'load.allowed': true,
			'load.share': 0.3,
		});
		expect(routeOf(advise(real([plant], { places: [site(megabits(100))] })), 'plant')).toEqual([
			'site-to-site-vpn > dms',
		]);
		const dx = site(megabits(100), { 'link.kind': 'direct-connect' });
		expect(routeOf(advise(real([plant], { places: [dx] })), 'plant')).toEqual(['direct-connect > dms']);
	});

	test('an on-demand stream lands in S3 by its own delivery', () => {
		const stream = source(
			'telemetry',
			'stream',
			'cloud',
			{
				change: megabytes(1),
				records: 1000,
				'record.size': 1000,
				managed: 'kinesis',
				protocol: 'kinesis',
				'stream.mode': 'on-demand',
				format: 'json',
				freshness: minutes(15),
			},
			'us-east-1',
		);
		expect(routeOf(advise(real([stream])), 'telemetry')).toEqual(['kinesis-s3-delivery']);
	});

	test('no flow recommends what is closed to new customers, and each has a reason and a way not taken', () => {
		const closed = Object.entries(catalog.services).flatMap(([id, { availability }]) =>
			availability.state === 'open' || availability.state === 'ending' || availability.on > '2026-11-22' ? [] : [id],
		);
		const families = new Set(Object.values(catalog.services).flatMap((service) => service.families));
		const sources = [...families].map((family) =>
			source(family, family as Source['family'], 'cloud', { volume: terabytes(1), change: 1e5 }, 'us-east-1'),
		);
		const { flows } = advise(real(sources));
		const used = new Set(flows.flatMap(({ winner }) => winner.route.map(({ service }) => service)));
		expect(closed.filter((id) => used.has(id))).toEqual([]);
		expect(
			flows.filter(
				({ reasons, alternatives, rejected }) => reasons.length === 0 || alternatives.length + rejected.length === 0,
			),
		).toEqual([]);
	});

	test('a source of each family, of which nothing is known, is advised and asked about without an error', () => {
		const families = new Set(Object.values(catalog.services).flatMap((service) => service.families));
		const places: readonly Place[] = [
			cloud,
			{ id: 'site', title: 'Site', where: 'on-premises', facts: {} },
			{ id: 'other', title: 'Other cloud', where: 'other-cloud', facts: {} },
			{ id: 'app', title: 'Product', where: 'saas', facts: {} },
			{ id: 'edge', title: 'Edge', where: 'edge', facts: {} },
		];
		const sources = [...families].flatMap((family, index) => {
			const place = places[index % places.length] as Place;
			return [source(`${family}-1`, family as Source['family'], place.id, {})];
		});
		const one = real(sources, { places });
		const advice = advise(one);
		expect(
			new Set([...advice.flows.flatMap((flow) => flow.sources), ...advice.unserved.map(({ source: id }) => id)]).size,
		).toBe(sources.length);
		expect(questions({ ...one, advice }).length).toBeGreaterThan(10);
	});
});
