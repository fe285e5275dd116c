import { expect, test } from 'vitest';
import { progressLines } from '../../../source/app/discovering/progress-lines.ts';
import type { DiscoveryEvent } from '../../../source/discovery/events.ts';
import type { Cell, CellState } from '../../../source/estate/estate.ts';

const cell = (kind: string, state: CellState, found = 0): Cell => ({
	account: '111122223333',
	region: 'eu-central-1',
	kind,
	action: 'rds:DescribeDBInstances',
	state,
	calls: 1,
	found,
});

/** The lines of a discovery in which these cells end, a source found before each, behind the outlook. */
function linesOf(cells: readonly Cell[]): readonly string[] {
	const lines: string[] = [];
	const take = progressLines((line) => lines.push(line));
	take({ type: 'planned', cells });
	lines.length = 0;
	for (const ended of cells) {
		take({ type: 'started', ...ended });
		take({ type: 'source', source: {} } as unknown as DiscoveryEvent);
		take({ type: 'ended', cell: ended });
	}
	return lines;
}

test('each cell that ended is a line, and denied never looks like none', () => {
	expect(linesOf([cell('s3-bucket', 'ok', 30), cell('rds-instance', 'denied'), cell('log-group', 'empty')])).toEqual([
		'1/3  111122223333  eu-central-1  s3-bucket: 30 found\n',
		'2/3  111122223333  eu-central-1  rds-instance: denied (rds:DescribeDBInstances)\n',
		'3/3  111122223333  eu-central-1  log-group: none\n',
	]);
});

test('a large scan is told in twenty lines, the last with everything', () => {
	const lines = linesOf(Array.from({ length: 1440 }, () => cell('s3-bucket', 'ok', 1)));
	expect(lines).toHaveLength(20);
	expect(lines[0]).toBe('  72/1440 read, 72 sources found\n');
	expect(lines.at(-1)).toBe('1440/1440 read, 1440 sources found\n');
});

test('that AWS asks for fewer calls is a line, however many there are, and so is that it no longer does', () => {
	const lines: string[] = [];
	const take = progressLines((line) => lines.push(line));
	const calls = { account: '1', service: 'kinesis', region: 'eu-west-1' } as const;
	const [list, describe] = (['ListStreams', 'DescribeStreamSummary'] as const).map((operation) => ({
		type: 'slowed' as const,
		...calls,
		operation,
	})) as [DiscoveryEvent & { type: 'slowed' }, DiscoveryEvent & { type: 'slowed' }];
	for (const event of [{ ...list, rate: 2.5 }, { ...list, rate: 1.25 }, { ...describe, rate: 9.5 }, describe, list]) {
		take(event);
	}
	expect(lines).toEqual([
		'Slowing to 2.5 calls/s, AWS asks for it: kinesis ListStreams in eu-west-1\n',
		'No call is slowed any more\n',
	]);
});

test('a name from outside cannot steer the terminal', () => {
	expect(linesOf([{ ...cell('folder', 'ok', 2), region: '/data/\u001b[2Jx' }])).toEqual([
		'1/1  111122223333  /data/x  folder: 2 found\n',
	]);
	const lines: string[] = [];
	const calls = { account: '1', service: 'kinesis', operation: 'ListStreams' } as const;
	progressLines((line) => lines.push(line))({ type: 'slowed', ...calls, region: 'eu\u001b[2J', rate: 2 });
	expect(lines).toEqual(['Slowing to 2 calls/s, AWS asks for it: kinesis ListStreams in eu\n']);
});

/** What is said before anything is read, and while metrics are asked for. */
function before(accounts: number, regions: number, kinds: number, metrics: readonly number[] = []): string {
	const lines: string[] = [];
	const take = progressLines((line) => lines.push(line));
	const cells = Array.from({ length: accounts * regions * kinds }, (_, index) => ({
		account: `account-${index % accounts}`,
		region: `region-${Math.floor(index / accounts) % regions}`,
		kind: `kind-${Math.floor(index / accounts / regions)}`,
	}));
	take({ type: 'planned', cells });
	for (const asked of metrics) take({ type: 'metrics', asked });
	return lines.join('');
}

test('before anything is read it is said how much will be, and what metrics cost', () => {
	expect(before(1, 17, 50)).toBe(
		'1 account in 17 regions: at least 850 calls, all of them reads. Metrics of CloudWatch cost $0.01 for each 1,000.\n',
	);
});

test.each([
	[51, 1, 50],
	[30, 17, 50],
])('%s accounts in %s regions take long, and an inventory is offered', (accounts, regions, kinds) => {
	expect(before(accounts, regions, kinds)).toMatch(/That is \d+ minutes or more\. .*--from/);
});

test('what metrics cost is told with every thousand, before they are asked for', () => {
	expect(before(1, 1, 1, [500, 400, 300, 500, 500]).split('\n').slice(1)).toEqual([
		'1200 metrics asked for, $0.01',
		'2200 metrics asked for, $0.02',
		'',
	]);
});
