import { expect, test } from 'vitest';
import { isAskable, withCellAgain } from '../../../source/app/discovering/cell-again.ts';
import { findEstate } from '../../../source/app/discovering/find-estate.ts';
import { demoEstate } from '../../../source/discovery/demo/index.ts';
import type { DiscoveryEvent, PlannedCell } from '../../../source/discovery/events.ts';
import { type Cell, type Estate, emptyEstate } from '../../../source/estate/estate.ts';

const cell: PlannedCell = { account: '111122223333', region: 'eu-central-1', kind: 'kinesis-stream' };
const isIt = ({ account, region, kind }: PlannedCell): boolean =>
	account === cell.account && region === cell.region && kind === cell.kind;
const about = '111122223333/eu-central-1/kinesis-stream';
const gap = { about, action: 'kinesis:ListStreams', why: 'Reading was denied.', cure: 'Allow it.' };

/** The demo as if reading the cell had been denied before anything of it was found. */
const deniedIn = (estate: Estate): Estate => ({
	...estate,
	scanned: estate.scanned.map((one): Cell => (isIt(one) ? { ...one, state: 'denied', found: 0 } : one)),
	sources: estate.sources.filter(({ kind }) => kind !== cell.kind),
	gaps: [...estate.gaps, gap],
});

async function askAgain(events: DiscoveryEvent[] = []): Promise<Estate> {
	const search = { demo: true, profiles: [], regions: [], folders: [], declared: [], only: cell };
	const around = { env: {}, cwd: '/', now: () => new Date(), signal: new AbortController().signal };
	return findEstate(search, around, (event) => events.push(event));
}

const sorted = ({ sources, scanned, gaps, links, places }: Estate) =>
	[sources, scanned, gaps, links, places].map((parts) => parts.map((part) => JSON.stringify(part)).toSorted());

test('a scope with one cell reads that cell only', async () => {
	const events: DiscoveryEvent[] = [];
	const { scanned } = await askAgain(events);
	expect(scanned.filter(({ kind }) => kind !== 'folder')).toMatchObject([{ ...cell, state: 'ok', found: 1 }]);
	expect(events.filter(({ type }) => type === 'started')).toEqual([{ type: 'started', ...cell }]);
});

test('what was declared at a site of its own stands there when its cell is asked again', () => {
	const outside = (place: string): Estate => ({
		...emptyEstate,
		scanned: [{ ...cell, kind: 'dms-endpoint', action: 'dms:DescribeEndpoints', state: 'ok', calls: 1, found: 1 }],
		places: [{ id: place, title: place, where: 'on-premises', facts: {} }],
		sources: [
			{ id: 'on-premises:1/mysql://db', kind: 'dms-endpoint', family: 'relational', title: 'db', place, facts: {} },
		],
	});
	const after = withCellAgain(outside('munich'), { ...cell, kind: 'dms-endpoint' }, outside('on-premises:1'));
	expect(after.sources).toEqual(outside('munich').sources);
});

test('a denied cell that is read at last leaves the estate as if it had been read at once', async () => {
	const whole = await demoEstate();
	const before = deniedIn(whole);
	expect(before.sources.length).toBeLessThan(whole.sources.length);
	expect(sorted(withCellAgain(before, cell, await askAgain()))).toEqual(sorted(whole));
});

test('a cell that is denied once more keeps what was known, with the new gap in place of the old one', async () => {
	const before = await demoEstate();
	const old = { ...before, gaps: [...before.gaps, { ...gap, why: 'It took too long.' }] };
	const denied = deniedIn(await askAgain());
	const after = withCellAgain(old, cell, { ...denied, gaps: [gap] });
	expect(after.sources).toHaveLength(before.sources.length);
	expect(after.gaps.filter((one) => one.about === about)).toEqual([gap]);
	expect(after.scanned.find(isIt)?.state).toBe('denied');
	expect(after.scanned.filter((one) => !isIt(one))).toEqual(before.scanned.filter((one) => !isIt(one)));
});

test('what a whole reading finds no more is gone, unless somebody declared it', async () => {
	const before = await demoEstate();
	const own = before.sources.find(({ kind }) => kind === cell.kind);
	const fresh = await askAgain();
	const without = {
		...fresh,
		sources: [],
		scanned: fresh.scanned.map((one): Cell => ({ ...one, state: 'empty', found: 0 })),
	};
	const ids = (estate: Estate) => estate.sources.map(({ id }) => id);
	const isDeclared = Object.values(own?.facts ?? {}).some(({ from }) => from === 'declared');
	expect(ids(withCellAgain(before, cell, without)).includes(own?.id ?? '')).toBe(isDeclared);
	const measured = { ...before, sources: before.sources.map((one) => (one === own ? { ...one, facts: {} } : one)) };
	expect(ids(withCellAgain(measured, cell, without))).toEqual(ids(before).filter((id) => id !== own?.id));
});

test('a reading in which the cell does not occur changes nothing', async () => {
	const before = await demoEstate();
	expect(withCellAgain(before, cell, { ...before, scanned: [] })).toBe(before);
});

test('only cells of accounts that were not read can be asked again', () => {
	const states = ['ok', 'empty', 'running', 'waiting', 'unsupported', 'denied', 'timed-out', 'failed', 'unreachable'];
	expect(states.filter((state) => isAskable({ ...cell, state }))).toEqual([
		'denied',
		'timed-out',
		'failed',
		'unreachable',
	]);
	expect(isAskable({ account: '', region: '', kind: 'folder', state: 'failed' })).toBe(false);
});
