import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pointedTo } from '../peers/emulator.ts';
import type { Row } from './measuring/row.ts';
import { type Standing, serve } from './measuring/served.ts';
import { median, quantile, yardstick } from './measuring/timing.ts';
import { openWatched, type Watched } from './measuring/watched.ts';

const [down, up, tab, enter] = ['\u001b[B', '\u001b[A', '\t', '\r'];
const seconds = 4;
const list = 'logs:DescribeLogGroups';
const page = 50;
/** A region gives 4.75 pages a second of them, since AWS takes no more than 5 calls: five make 1,190 rows a second. */
const regions = ['eu-central-1', 'eu-north-1', 'eu-west-1', 'us-east-1', 'us-west-2'];

/** The grid of a discovery, and the list of what it finds, while it adds over 1,000 rows a second: arrows, and what is written while nobody presses a key. */
export async function measure(): Promise<readonly Row[]> {
	const home = mkdtempSync(join(tmpdir(), 'headwater-bench-'));
	const aws = await serve({ regions, page, counts: { [list]: 20_000, else: 0 }, latency: 50 });
	const at = openWatched([], home, true, { env: { ...pointedTo(aws.url), AWS_REGION: 'eu-central-1' } });
	try {
		await at.shown(/❯ My AWS account/);
		at.write(enter);
		await at.shown(/What to look at/);
		at.write(`${tab}${regions.join(',')}${enter}`);
		await at.looks((lines) => /[1-9][\d,]* sources/.test(lines.join('\n')));
		await pause(1000);
		const grid = await measured(at, aws, { title: 'grid of a discovery', looking: kindsShown });
		at.write('2');
		await at.looks((lines) => lines.join('\n').includes('more are being found'));
		await pause(1000);
		const sources = await measured(at, aws, { title: 'list of its sources', looking: underCursor });
		return [...grid, ...sources];
	} finally {
		at.end();
		aws.close();
		rmSync(home, { recursive: true, force: true });
	}
}

/** What of a screen only a key changes, not a row that arrives. */
type Looking = (lines: readonly string[]) => string;
/** The name of the source at the pointer, as its details have it. */
const underCursor: Looking = (lines) => /│ (\S+)/.exec(lines.join('\n'))?.[1] ?? '';
/** The kinds in view. */
const kindsShown: Looking = (lines) =>
	lines
		.slice(8, -3)
		.map((line) => line.slice(0, 20))
		.join('\n');

interface Seen {
	readonly title: string;
	readonly looking: Looking;
}

async function measured(at: Watched, aws: Standing, { title, looking }: Seen): Promise<readonly Row[]> {
	const before = await told(aws);
	const from = performance.now();
	await at.frame();
	await pause(seconds * 1000);
	const idle = at.bytes() / seconds / 1000;
	const times: number[] = [];
	const yards: number[] = [];
	for (let key = 0; key < 40; key += 1) {
		yards.push(yardstick());
		const looked = looking(at.lines());
		const changed = at.looks((lines) => looking(lines) !== looked);
		at.write(key < 20 ? down : up);
		times.push(await changed);
		await pause(50);
	}
	const rate = ((await told(aws)) - before) / ((performance.now() - from) / 1000);
	return [
		{ title: `${title}: rows that arrive a second`, figure: rate, unit: '', wanted: 1000, least: true },
		{
			title: `${title}, meanwhile: arrow key to its frame, p95`,
			figure: quantile(times, 0.95),
			unit: 'ms',
			ratio: quantile(times, 0.95) / median(yards),
			wanted: 50,
		},
		{ title: `${title}, meanwhile: kB written a second, no key pressed`, figure: idle, unit: '', wanted: 6 },
	];
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** How many sources the lists have told of so far. */
const told = async (aws: Standing): Promise<number> => ((await aws.tally()).calls[list] ?? 0) * page;
