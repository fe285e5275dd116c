import { expect, test } from 'vitest';
import { estateSoFar, noProgress, tally } from '../../source/app/session/progress.ts';
import { type Cell, emptyEstate, type Source } from '../../source/estate/estate.ts';

const cell = { account: '1', region: 'eu-central-1', kind: 's3-bucket' };
const source: Source = {
	id: 'arn:aws:s3:::orders',
	kind: 's3-bucket',
	family: 'object',
	title: 'orders',
	place: 'aws:1:eu-central-1',
	account: '1',
	region: 'eu-central-1',
	facts: {},
};
const volume = { value: 1e12, from: 'measured', evidence: 'cloudwatch', at: '2026-11-24' } as const;
const ended: Cell = { ...cell, action: 's3:ListAllMyBuckets', state: 'ok', calls: 3, found: 1 };

test('events add up to how far discovery is, and a snapshot does not change afterwards', () => {
	const counted = tally();
	counted.take({ type: 'planned', cells: [cell] });
	const planned = counted.progress();
	counted.take({ type: 'started', ...cell });
	counted.take({ type: 'source', source });
	counted.take({ type: 'facts', id: source.id, facts: { volume } });
	const running = counted.progress();
	counted.take({ type: 'ended', cell: ended });
	counted.take({ type: 'gap', gap: { about: source.id, why: 'denied', cure: 'allow' } });
	expect(planned).toEqual({ ...noProgress, cells: [{ ...cell, state: 'waiting', found: 0, calls: 0 }] });
	expect(running).toEqual({
		cells: [{ ...cell, state: 'running', found: 1, calls: 0 }],
		sources: [{ ...source, facts: { volume } }],
		places: [{ id: 'aws:1:eu-central-1', title: 'eu-central-1', where: 'aws', facts: {} }],
		gaps: [],
		slowed: [],
	});
	expect(counted.progress().cells).toEqual([{ ...cell, state: 'ok', found: 1, calls: 3 }]);
	expect(counted.progress().gaps).toHaveLength(1);
});

test('what has been found so far is an estate, with the places of AWS', () => {
	const counted = tally();
	const others = [
		{ ...source, id: 'arn:aws:s3:::returns' },
		{ ...source, id: 'plant/files', place: 'plant' },
	];
	for (const each of [source, ...others]) counted.take({ type: 'source', source: each });
	expect(estateSoFar(counted.progress())).toEqual({
		...emptyEstate,
		places: [{ id: 'aws:1:eu-central-1', title: 'eu-central-1', where: 'aws', facts: {} }],
		sources: [source, ...others],
	});
});
