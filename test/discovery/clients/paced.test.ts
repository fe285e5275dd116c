import { expect, test } from 'vitest';
import type { Call } from '../../../source/discovery/clients/call.ts';
import { notFromAws, silence } from '../../../source/discovery/clients/fault.ts';
import { paced } from '../../../source/discovery/clients/paced.ts';
import type { Slowed } from '../../../source/discovery/clients/slow-teller.ts';
import { declaredCalls } from '../../../source/discovery/policy.ts';
import { awsError, denied, standingClock, type Table, tableCaller } from '../../peers/table-caller.ts';

const ask: Call = { service: 'rds', operation: 'DescribeDBInstances', region: 'eu-central-1', input: {} };
const answer = { DBInstances: [] };

function calling(table: Table) {
	const clock = standingClock();
	const behind = tableCaller(table);
	return { clock, behind, caller: paced(behind, { declared: declaredCalls, clock, random: () => 0.5 }) };
}

/** Answers with each of these in turn. */
const inTurn = (...rows: readonly (object | Error)[]) => {
	let turn = 0;
	return () => rows[turn++] ?? rows.at(-1);
};

test('a throttled call is slowed down and made again until it is answered', async () => {
	const throttled = awsError('ThrottlingException', 'Rate exceeded');
	const { caller, behind } = calling({ DescribeDBInstances: inTurn(throttled, throttled, throttled, answer) });
	expect(await caller.call(ask)).toEqual(answer);
	expect(behind.asked.length).toBe(4);
});

test.each([
	['a fault inside AWS', awsError('InternalError', 'try again', 500), 5],
	['a connection that broke', Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }), 3],
	['nobody who answers', Object.assign(new Error('getaddrinfo ENOTFOUND rds.nowhere'), { code: 'ENOTFOUND' }), 3],
	['a call that nobody answers', silence(10_000), 3],
	['a page of somebody else', notFromAws('a web page'), 2],
	['throttling without end', awsError('Throttling', 'Rate exceeded'), 12],
	['a denied call', denied('rds:DescribeDBInstances'), 1],
	['an expired token', awsError('ExpiredToken', 'The token has expired', 403), 1],
	['a call that AWS does not understand', awsError('ValidationException', 'no'), 1],
])('%s is final after a number of attempts', async (_, error, attempts) => {
	const { caller, behind } = calling({ DescribeDBInstances: error });
	await expect(caller.call(ask)).rejects.toBe(error);
	expect(behind.asked.length).toBe(attempts);
});

test('where a service answers nothing any more, calls are made once only, and those of another region as often as ever', async () => {
	const { caller, behind } = calling({ DescribeDBInstances: awsError('InternalError', 'try again', 500) });
	for (let call = 0; call < 40; call += 1) await expect(caller.call(ask)).rejects.toThrow('try again');
	// 40 calls, and the 100 repetitions of the budget.
	expect(behind.asked.length).toBe(140);
	await expect(caller.call({ ...ask, region: 'us-east-1' })).rejects.toThrow('try again');
	expect(behind.asked.length).toBe(145);
});

test('what AWS wants slower is told once, and taken back when nobody asks any more', async () => {
	const standing = standingClock();
	const quiet: (() => void)[] = [];
	const pause = (): Promise<void> => new Promise((resolve) => quiet.push(resolve));
	const clock = {
		...standing,
		sleep: (milliseconds: number) => (milliseconds === 2_000 ? pause() : standing.sleep(milliseconds)),
	};
	const told: Slowed[] = [];
	const throttled = awsError('ThrottlingException', 'Rate exceeded');
	const behind = tableCaller({ DescribeDBInstances: inTurn(throttled, throttled, answer) });
	const onSlowed = (slowed: Slowed): void => void told.push(slowed);
	const caller = paced(behind, { declared: declaredCalls, clock, random: () => 0, onSlowed });
	const about = { account: behind.account, service: ask.service, operation: ask.operation, region: ask.region };
	await caller.call(ask);
	const slow = [{ ...about, rate: 2.375 }];
	expect(told).toEqual(slow);
	// Another page was asked for meanwhile: it is still slow.
	await caller.call(ask);
	quiet.shift()?.();
	await Promise.resolve();
	expect(told).toEqual(slow);
	quiet.shift()?.();
	await expect.poll(() => told).toEqual([...slow, about]);
});

test('throttled calls are repeated however many there are', async () => {
	const throttled = awsError('Throttling', 'Rate exceeded');
	const { caller, behind } = calling({ DescribeDBInstances: throttled });
	for (let call = 0; call < 20; call += 1) await expect(caller.call(ask)).rejects.toBe(throttled);
	expect(behind.asked.length).toBe(20 * 12);
});

test('waits between attempts grow, with a share by chance', async () => {
	const { caller, clock } = calling({ DescribeDBInstances: awsError('InternalError', 'try again', 500) });
	await expect(caller.call(ask)).rejects.toThrow('try again');
	expect(clock.slept).toEqual([100, 200, 400, 800]);
});

test('a clock that the SDK has set right is tried again', async () => {
	const skewed = Object.assign(awsError('SignatureDoesNotMatch', 'signature expired', 403), {
		$metadata: { httpStatusCode: 403, clockSkewCorrected: true },
	});
	const { caller } = calling({ DescribeDBInstances: inTurn(skewed, answer) });
	expect(await caller.call(ask)).toEqual(answer);
});

test('nothing is tried again after the end', async () => {
	const ending = new AbortController();
	const { caller, behind } = calling({
		DescribeDBInstances: () => {
			ending.abort();
			return awsError('InternalError', 'try again', 500);
		},
	});
	await expect(caller.call({ ...ask, signal: ending.signal })).rejects.toThrow();
	expect(behind.asked.length).toBe(1);
});

test('no more than eighty calls to a service of a region are under way at once', async () => {
	let [inside, most] = [0, 0];
	const { caller } = calling({
		DescribeTable: async () => {
			inside += 1;
			most = Math.max(most, inside);
			await new Promise((resolve) => setTimeout(resolve, 1));
			inside -= 1;
			return { Table: {} };
		},
	});
	const table: Call = { service: 'dynamodb', operation: 'DescribeTable', region: 'eu-central-1', input: {} };
	await Promise.all(Array.from({ length: 200 }, () => caller.call(table)));
	expect(most).toBe(80);
});

test('two hundred calls against a quota of ten a second: none is lost, and none is throttled', async () => {
	const clock = standingClock();
	let [tokens, counted, throttled] = [10, 0, 0];
	const behind = tableCaller({
		DescribeContinuousBackups() {
			tokens = Math.min(10, tokens + ((clock.now() - counted) / 1000) * 10);
			counted = clock.now();
			if (tokens < 1) {
				throttled += 1;
				return awsError('ThrottlingException', 'Rate exceeded');
			}
			tokens -= 1;
			return { ContinuousBackupsDescription: {} };
		},
	});
	const caller = paced(behind, { declared: declaredCalls, clock, random: () => 0.5 });
	const backups: Call = { service: 'dynamodb', operation: 'DescribeContinuousBackups', region: 'x', input: {} };
	for (let call = 0; call < 200; call += 1) await caller.call(backups);
	expect({ throttled, seconds: clock.now() / 1000 }).toEqual({ throttled: 0, seconds: expect.closeTo(190 / 9.5, 0) });
});
