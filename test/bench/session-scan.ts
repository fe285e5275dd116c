import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pointedTo } from '../peers/emulator.ts';
import type { Row } from './measuring/row.ts';
import { type Standing, serve } from './measuring/served.ts';
import { median, quantile, yardstick } from './measuring/timing.ts';
import { openWatched } from './measuring/watched.ts';

const region = 'eu-central-1';
const down = '\u001b[B';
const seconds = 3;
const list = 'logs:DescribeLogGroups';
const page = 50;

/** The list of sources while a discovery adds about 1,000 rows a second to it: arrows, and what is written while nobody presses a key. */
export async function measure(): Promise<readonly Row[]> {
	const home = mkdtempSync(join(tmpdir(), 'headwater-bench-'));
	// Pages of 50 that take 50 ms each, one after the other.
	const aws = await serve({
		regions: [region],
		page: 50,
		counts: { 'logs:DescribeLogGroups': 60_000, else: 0 },
		latency: 50,
	});
	const at = openWatched([], home, true, { env: { ...pointedTo(aws.url), AWS_REGION: region } });
	try {
		await at.shown(/❯ My AWS account/);
		at.write('\r');
		await at.shown(/What to look at/);
		at.write('\r');
		await at.shown(/[1-9][\d,]* sources/);
		at.write('2');
		await at.shown(/more are being found/);
		await pause(1000);
		const before = await listed(aws);
		await at.frame();
		await pause(seconds * 1000);
		const idle = at.bytes() / seconds / 1000;
		const rate = ((await listed(aws)) - before) / seconds;
		const times: number[] = [];
		const yards: number[] = [];
		for (let key = 0; key < 40; key += 1) {
			yards.push(yardstick());
			const frame = at.frame();
			const began = performance.now();
			at.write(down);
			await frame;
			times.push(performance.now() - began);
			await pause(50);
		}
		return [
			{ title: 'sources that a discovery adds a second', figure: rate, unit: '' },
			{
				title: 'while it does: arrow key to frame, p95',
				figure: quantile(times, 0.95),
				unit: 'ms',
				ratio: quantile(times, 0.95) / median(yards),
				wanted: 50,
			},
			{ title: 'while it does: kB written a second, no key pressed', figure: idle, unit: '', wanted: 6 },
		];
	} finally {
		at.end();
		aws.close();
		rmSync(home, { recursive: true, force: true });
	}
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** How many sources the lists have told of so far. */
const listed = async (aws: Standing): Promise<number> => ((await aws.tally()).calls[list] ?? 0) * page;
