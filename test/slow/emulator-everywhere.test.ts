import { afterAll, beforeAll, expect } from 'vitest';
import { findEstate } from '../../source/app/find-estate.ts';
import { type Emulator, emulated, gapsOf, openEmulator, pointedTo } from '../peers/emulator.ts';
import { seedEverywhere } from '../peers/seeded-everywhere.ts';

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
	const around = {
		env: pointedTo(emulator.url),
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
}, 1_200_000);
