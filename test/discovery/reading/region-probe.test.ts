import { expect, onTestFinished, test } from 'vitest';
import type { Fault } from '../../peers/aws/faults.ts';
import { scan } from '../../peers/aws/scanning.ts';
import { openAws } from '../../peers/aws/server.ts';

const dead = 'us-east-1';
// Buckets are listed elsewhere, and what is told of each is asked where it is.
const count = (listing: string): number => (listing === 's3:ListBuckets' ? 0 : 1);
const seeded = { account: '123456789012', regions: ['eu-central-1', dead], page: 100, count };

/** Reads both regions where a fault strikes requests to one of them: all, or only those that ask whose keys these are. */
async function readBeside(fault: Fault, only?: 'sts') {
	const aws = await openAws([seeded], {
		strike: ({ region, service }) => (region === dead && (only ?? service) === service ? fault : undefined),
	});
	onTestFinished(() => aws.close());
	const { estate } = await scan(aws.url, seeded);
	const asked = aws.asked.filter((call) => call.includes(` ${dead} `)).map((call) => call.split(' ')[2]);
	return { estate, asked, cells: estate.scanned.filter(({ region }) => region === dead) };
}

test.each([
	['reset', 'unreachable', /^sts in us-east-1 cannot be reached: .* Nothing else was tried there\.$/, 3],
	['silence', 'timed-out', /was taken and not answered in time.* Nothing else was tried there\.$/, 3],
	['not enabled', 'disabled', /the region is not enabled for the account\. Nothing else was tried there\.$/, 1],
] as const)(
	'a region that meets every call with "%s" is asked once, and its cells say so untried',
	async (fault, state, why, attempts) => {
		const { estate, asked, cells } = await readBeside(fault);
		expect(asked).toEqual(Array.from({ length: attempts }, () => 'sts:GetCallerIdentity'));
		expect(cells.length).toBeGreaterThan(40);
		expect(new Set(cells.map((cell) => `${cell.state} ${cell.calls}`))).toEqual(new Set([`${state} 0`]));
		const gaps = estate.gaps.filter(({ about }) => about.includes(`/${dead}/`));
		expect(gaps.length).toBe(cells.length);
		for (const gap of gaps) expect(gap.why).toMatch(why);
		const others = estate.scanned.filter(({ region }) => region !== dead);
		expect(others.filter((cell) => cell.state !== 'ok' && cell.state !== 'empty')).toEqual([]);
	},
);

test('a region that may not say whose keys these are is read all the same', async () => {
	const { cells } = await readBeside('denied by a service control policy', 'sts');
	expect(cells.filter((cell) => cell.state !== 'ok' && cell.state !== 'empty')).toEqual([]);
});
