import { expect, test } from 'vitest';
import { newSession } from '../../source/app/session/new-session.ts';
import { tally } from '../../source/app/session/progress.ts';
import type { DiscoveryEvent } from '../../source/discovery/events.ts';
import { initial } from '../../source/ui/initial.ts';
import { progressLine } from '../../source/ui/linear/discovery.ts';
import { discoveryRows } from '../../source/ui/telling/discovery.ts';
import { update } from '../../source/ui/update.ts';
import { memoryHost } from './memory-host.ts';

const at = '2026-11-24T10:00:00.000Z';
const calls = { account: '1', service: 'kinesis', operation: 'ListStreams', region: 'eu-west-1' } as const;
const slower = { ...calls, service: 'logs', operation: 'DescribeLogGroups' } as const;
const cell = { account: '1', region: 'eu-west-1', kind: 'kinesis-stream' };

/** A running discovery of which this was told. */
function running(events: readonly DiscoveryEvent[]) {
	const scope = { demo: false, profiles: [], regions: [], folders: [], declared: [] };
	const opened = update(
		initial(memoryHost(), { demo: false, ascii: false }, { columns: 100, rows: 30 }),
		{ type: 'opened', session: newSession('/sessions/mine', 'Mine', scope, at) },
		at,
	);
	const counted = tally();
	for (const event of events) counted.take(event);
	const scanning = update(opened, { type: 'scanning' }, at);
	return update(scanning, { type: 'progress', progress: counted.progress() }, at);
}

const planned: DiscoveryEvent = { type: 'planned', cells: [cell] };
const slow: DiscoveryEvent = { type: 'slowed', ...calls, rate: 9.5 };
const linesOf = (ui: ReturnType<typeof running>, columns: number): readonly string[] =>
	discoveryRows(ui, columns).map((row) => row.map(({ text }) => text).join(''));

test('that AWS asks for fewer calls stands in one line of the grid, and what stood there comes back', () => {
	const [usual, slowed, again] = [
		[planned],
		[planned, slow],
		[planned, slow, { type: 'slowed', ...calls } as const],
	].map((events) => linesOf(running(events), 98));
	expect(slowed?.[1]).toBe('! Slowing to 9.5 calls/s, AWS asks for it: kinesis ListStreams in eu-west-1');
	expect(slowed?.toSpliced(1, 1)).toEqual(usual?.toSpliced(1, 1));
	expect(again).toEqual(usual);
});

test('of several the slowest is told, and in a narrow window what it is about stands first', () => {
	const ui = running([planned, slow, { type: 'slowed', ...slower, rate: 1.1875 }]);
	expect(linesOf(ui, 98)[1]).toBe(
		'! Slowing to 1.2 calls/s, AWS asks for it: logs DescribeLogGroups in eu-west-1, and 1 more',
	);
	expect(linesOf(ui, 38)[1]?.slice(0, 38)).toBe('! Slowing to 1.2 calls/s, AWS asks for');
});

test('by lines it stands behind how far the discovery is', () => {
	expect(progressLine(running([planned]))).toBe('Discovering: 0 of 1 cell read, 0 sources.');
	expect(progressLine(running([planned, slow]))).toBe(
		'Discovering: 0 of 1 cell read, 0 sources. Slowing to 9.5 calls/s, AWS asks for it: kinesis ListStreams in eu-west-1.',
	);
});
