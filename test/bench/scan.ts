import type { Row } from './measuring/row.ts';
import { scanned, serve } from './measuring/served.ts';
import { median, yardstick } from './measuring/timing.ts';

/** The regions that every account has. */
const regions = [
	'us-east-1',
	'us-east-2',
	'us-west-1',
	'us-west-2',
	'ap-south-1',
	'ap-northeast-1',
	'ap-northeast-2',
	'ap-northeast-3',
	'ap-southeast-1',
	'ap-southeast-2',
	'ca-central-1',
	'eu-central-1',
	'eu-west-1',
	'eu-west-2',
	'eu-west-3',
	'eu-north-1',
	'sa-east-1',
];
const roundTrip = 80;
const tick = 16;
/** Calls that are under way at once, and milliseconds of work that one takes on one core. */
const atOnce = 50;
const work = 1;

/** Reading an account with one thing of each kind in each of 17 regions, 80 ms away, in a thread beside a screen. */
export async function measure(): Promise<readonly Row[]> {
	const aws = await serve({ regions, page: 100, counts: { else: 1 }, latency: roundTrip });
	try {
		const yards = Array.from({ length: 9 }, yardstick);
		let first: number | undefined;
		let ticks = 0;
		let memory = 0;
		const worked = process.cpuUsage();
		const began = performance.now();
		const timer = setInterval(() => {
			ticks += 1;
			memory = Math.max(memory, process.memoryUsage().rss);
		}, tick);
		const { estate } = await scanned(aws, regions, (event) => {
			if (event.type === 'source') first ??= performance.now() - began;
		});
		const took = performance.now() - began;
		clearInterval(timer);
		const { user, system } = process.cpuUsage(worked);
		yards.push(...Array.from({ length: 9 }, yardstick));
		const yard = median(yards);
		const { calls } = await aws.tally();
		const made = Object.values(calls).reduce((sum, count) => sum + count, 0);
		const bound = Math.max((made * roundTrip) / atOnce, made * work);
		const unread = estate.scanned.filter(({ state }) => state !== 'ok' && state !== 'empty');
		const row = (title: string, figure: number, wanted: number): Row => ({
			title,
			figure,
			unit: 'ms',
			wanted,
			ratio: figure / yard,
		});
		return [
			{ title: `17 regions, ${Object.keys(calls).length} operations, ${roundTrip} ms: calls`, figure: made, unit: '' },
			{ title: 'cells that were not read whole', figure: unread.length, unit: '', wanted: 0 },
			{
				title: 'calls, against the fewest that tell the same',
				figure: made / (await leastCalls()),
				unit: 'x',
				wanted: 1.05,
			},
			row('all read', took, 1.15 * bound),
			{ title: 'the same, against calls by their time or work, told', figure: took / bound, unit: 'x' },
			{ title: 'work of a call, loading of clients included', figure: (user + system) / 1000 / made, unit: 'ms' },
			row('first row', first ?? Number.POSITIVE_INFINITY, 500),
			{ title: 'memory, screen and thread', figure: memory / 1e6, unit: 'MB', wanted: 300 },
			{ title: `ticks of ${tick} ms that came`, figure: ticks / (took / tick), unit: '', wanted: 0.95, least: true },
		];
	} finally {
		aws.close();
	}
}

/** The different questions that the same account is asked without a wire; whose account it is is one more. */
async function leastCalls(): Promise<number> {
	// Loads every client whole, which must not be counted as memory above.
	const { truthOf } = await import('../peers/aws/truth.ts');
	const questions = new Set<string>();
	const account = { account: '123456789012', regions, page: 100, count: () => 1 };
	await truthOf(account, (question) => questions.add(question));
	return questions.size + 1;
}
