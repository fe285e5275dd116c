import { afterAll, beforeAll, expect } from 'vitest';
import { findEstate } from '../../source/app/discovering/find-estate.ts';
import type { Estate } from '../../source/estate/estate.ts';
import { parseEstate } from '../../source/estate/parse-estate.ts';
import { printEstate } from '../../source/estate/print-estate.ts';
import { type Emulator, emulated, gapsOf, openEmulator, pointedTo } from '../peers/emulator.ts';
import { valuesOf } from '../peers/reading.ts';
import { canary } from '../peers/seeded.ts';
import { deliveries, seedKinds, streams } from '../peers/seeded-kinds.ts';
import { openWire, refusal, type Wire } from '../peers/wire.ts';

const test = emulated();
let emulator: Emulator;
beforeAll(async () => {
	emulator = await openEmulator();
	await seedKinds(emulator.url);
});
afterAll(() => emulator?.close());

function find(url: string): Promise<Estate> {
	const around = { env: pointedTo(url), cwd: '/', now: () => new Date(), signal: new AbortController().signal };
	return findEstate({ demo: false, profiles: [], regions: [], folders: [], declared: [] }, around, () => {});
}
const titlesOf = ({ sources }: Estate, kind: string) =>
	sources.filter((source) => source.kind === kind).map(({ title }) => title);
const factsOf = ({ sources }: Estate, title: string) => valuesOf(sources.find((one) => one.title === title)?.facts);
/** Without account, region and what the emulator makes up by chance. */
const short = (id: string) => id.replace(/(?::us-east-1)?:\d{12}/, '').replace(/-[0-9a-f]{8,}$/, '');

test('110 streams, 13 delivery streams and one or two of each other kind are found, nothing else, and no secret', async () => {
	const estate = await find(emulator.url);
	expect(gapsOf(estate)).toEqual([]);
	expect(titlesOf(estate, 'kinesis-stream')).toEqual(streams);
	const counts = estate.scanned.filter(({ found }) => found > 0).map(({ kind, found }) => [kind, found]);
	expect(Object.fromEntries(counts)).toEqual({
		's3-bucket': 1,
		'kinesis-stream': streams.length,
		'firehose-stream': deliveries.length + 1,
		'redshift-cluster': 1,
		'opensearch-domain': 1,
		'elasticache-cluster': 1,
		'efs-file-system': 1,
		'fsx-file-system': 1,
		'ebs-volume': 2,
		'glue-table': 1,
		'glue-connection': 1,
		'dms-endpoint': 1,
		'datasync-location': 2,
		'datasync-task': 1,
		'vpn-connection': 1,
		'vpc-flow-log': 1,
		'cloudtrail-trail': 1,
		'iot-topic-rule': 1,
	});
	const text = printEstate(estate);
	expect(parseEstate(text, 'estate.json')).toEqual(estate);
	expect(text).not.toContain(canary);
	expect(text).not.toContain('reader');
});

test('each kind says what its service says', async () => {
	const estate = await find(emulator.url);
	expect(factsOf(estate, 'telemetry-000')).toMatchObject({ 'stream.mode': 'on-demand', retention: 86_400 });
	expect(factsOf(estate, 'sales')).toMatchObject({
		engine: 'redshift',
		encrypted: true,
		public: false,
		owner: 'finance',
	});
	expect(factsOf(estate, 'tickets')).toMatchObject({
		'engine.version': 'OpenSearch_2.5',
		encrypted: true,
		'tls.only': true,
		volume: 300 * 2 ** 30,
	});
	expect(factsOf(estate, 'erp on erp.plant.example')).toEqual({
		engine: 'sqlserver',
		format: 'rows',
		managed: 'self',
		protocol: 'jdbc',
		structure: 'structured',
	});
	expect(factsOf(estate, 'MES on mes.plant.example')).toMatchObject({ engine: 'oracle', managed: 'self' });
	expect(factsOf(estate, 'filer.plant.example/reports')).toEqual({ managed: 'self', protocol: 'smb' });
	expect(estate.places.map(({ id }) => id)).toEqual(['aws:123456789012:us-east-1', 'on-premises:123456789012']);
});

test('what carries data is told as links from source to copy', async () => {
	const estate = await find(emulator.url);
	const links = estate.links.map(({ from, to }) => `${short(from)} to ${short(to)}`);
	expect([...new Set(links)].toSorted()).toEqual([
		'arn:aws:ec2:vpc/vpc to arn:aws:s3:::lake-of-kinds',
		'arn:aws:firehose:deliverystream/puts to arn:aws:s3:::lake-of-kinds',
		'arn:aws:iot:topic/plant/taps to arn:aws:kinesis:stream/telemetry-000',
		'arn:aws:kinesis:stream/telemetry-000 to arn:aws:s3:::lake-of-kinds',
		'arn:aws:s3:::lake-of-kinds to arn:aws:glue:table/lake/events',
		'aws:us-east-1 to arn:aws:s3:::lake-of-kinds',
		'on-premises/smb://filer.plant.example/reports to arn:aws:s3:::lake-of-kinds',
	]);
	expect(links).toHaveLength(deliveries.length + 6);
});

test('a service that denies everything costs its own kinds, and no other', async () => {
	const truth = await find(emulator.url);
	for (const service of ['firehose', 'glue', 'ec2', 'iot', 'datasync', 'elasticfilesystem', 'es', 'redshift']) {
		const wire: Wire = await openWire(emulator.url, (asked) =>
			asked.service === service ? refusal(asked, 'AccessDenied', 'not authorized') : undefined,
		);
		try {
			const estate = await find(wire.url);
			const denied = estate.scanned.filter(({ state }) => state === 'denied');
			expect({ service, denied: denied.length }).not.toEqual({ service, denied: 0 });
			const others = (one: Estate) =>
				one.scanned
					.filter(({ kind }) => denied.every((cell) => cell.kind !== kind))
					.map(({ kind, found }) => [kind, found]);
			expect({ service, found: others(estate) }).toEqual({ service, found: others(truth) });
		} finally {
			await wire.close();
		}
	}
});
