import { afterAll, beforeAll, expect, onTestFinished } from 'vitest';
import { findEstate } from '../../source/app/discovering/find-estate.ts';
import { declaredCalls } from '../../source/discovery/policy.ts';
import { type Emulator, emulated, gapsOf, openEmulator, pointedTo } from '../peers/emulator.ts';
import { canary } from '../peers/seeded.ts';
import { seedEverywhere } from '../peers/seeded-everywhere.ts';
import { openWire } from '../peers/wire.ts';

const test = emulated();
const regions = ['eu-central-1', 'eu-west-1', 'us-east-1', 'us-west-2', 'ap-southeast-2'];
/** `HEADWATER_SEEDED=whole` seeds more than a page of every list, which takes minutes; else three things of each kind. */
const whole = process.env.HEADWATER_SEEDED === 'whole';
let emulator: Emulator;
let seeded: ReadonlyMap<string, number>;
beforeAll(async () => {
	emulator = await openEmulator();
	seeded = await seedEverywhere(emulator.url, regions, whole);
}, 1_200_000);
afterAll(() => emulator?.close());

test('in five regions everything that the emulator keeps of each kind is found, and nothing else', async () => {
	const wire = await openWire(emulator.url);
	onTestFinished(() => wire.close());
	const around = {
		env: pointedTo(wire.url),
		cwd: '/',
		now: () => new Date(),
		signal: new AbortController().signal,
	};
	const scope = { demo: false, profiles: [], regions, folders: [], declared: [] };
	const estate = await findEstate(scope, around, () => {});
	expect(gapsOf(estate)).toEqual([]);
	const found = new Map<string, number>();
	for (const cell of estate.scanned) {
		if (cell.found > 0 && cell.kind !== 's3-bucket') found.set(`${cell.region} ${cell.kind}`, cell.found);
	}
	// Buckets of all regions stand in one list.
	for (const { kind, region } of estate.sources) {
		if (kind === 's3-bucket') found.set(`${region} ${kind}`, (found.get(`${region} ${kind}`) ?? 0) + 1);
	}
	expect(Object.fromEntries([...found].toSorted())).toEqual(Object.fromEntries([...seeded].toSorted()));

	// Nothing but declared reads went over the wire, and no secret came back.
	const declared = new Set(declaredCalls.map(({ operation }) => operation));
	// The one read that is a POST to a path of its own.
	const described = 'POST /2021-01-01/opensearch/domain-info';
	const reads = (operation: string) => /^GET\b/.test(operation) || declared.has(operation) || operation === described;
	const others = wire.asked.filter(({ operation }) => !reads(operation));
	expect(others.map(({ service, operation }) => `${service} ${operation}`)).toEqual([]);
	expect(wire.asked.length).toBeGreaterThan(regions.length * 40);
	expect(JSON.stringify(estate)).not.toContain(canary);
}, 1_200_000);
