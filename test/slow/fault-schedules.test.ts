import { beforeAll, expect, test } from 'vitest';
import type { Estate } from '../../source/estate/estate.ts';
import { striking } from '../peers/aws/faults.ts';
import { enough, scan, tooLittle } from '../peers/aws/scanning.ts';
import { scheduleOf } from '../peers/aws/schedule.ts';
import { openAws } from '../peers/aws/server.ts';
import { truthOf } from '../peers/aws/truth.ts';

/** Schedules that are tried, and the first of their seeds; each schedule follows from its seed alone. */
const runs = Number(process.env.HEADWATER_FAULT_RUNS ?? 100);
const first = Number(process.env.HEADWATER_FAULT_SEED ?? 1);
const atOnce = 4;

/** Loads every client, so that the first schedules are not late because of that. */
beforeAll(async () => {
	const { seeded } = scheduleOf(0);
	const aws = await openAws([seeded]);
	await scan(aws.url, seeded);
	await aws.close();
});

/** What each schedule ended with, to see that faults do strike and that most cells still end well. */
const ends = new Map<string, number>();

async function hold(seed: number): Promise<void> {
	const { seeded, rules } = scheduleOf(seed);
	const strike = striking(rules);
	// Whose credentials these are is asked before anything is scanned.
	const aws = await openAws([seeded], { strike: (asked) => (asked.service === 'sts' ? undefined : strike(asked)) });
	const about = `seed ${seed}: ${JSON.stringify(rules)}`;
	try {
		// Each tenth has so little time that its deadlines end it.
		const most = seed % 10 === 0 ? tooLittle : enough;
		const { estate, took } = await scan(aws.url, seeded, most);
		expect(took, about).toBeLessThan(most.scan + 2_000);
		const truth = await truthOf(seeded);
		expect(aws.refused, about).toEqual([]);
		// A list that gives empty pages for ever is left after 200 of them; nothing else is asked for often.
		const whole = truth.scanned.reduce((sum, { calls }) => sum + calls, 0);
		expect(aws.asked.length, about).toBeLessThan(whole * 12 + 201 * 60);
		compare(estate, truth, about);
	} finally {
		await aws.close();
	}
}

function compare(estate: Estate, truth: Estate, about: string): void {
	const keyOf = ({ account, region, kind }: Estate['scanned'][number]) => `${account}/${region}/${kind}`;
	expect(estate.scanned.map(keyOf), about).toEqual(truth.scanned.map(keyOf));
	const unread = new Set(
		estate.gaps.flatMap(({ about: one, fact }) => (fact === undefined ? [one] : [`${one} ${fact}`])),
	);
	const found = new Map(estate.sources.map((source) => [source.id, source]));
	expect(found.size, about).toBe(estate.sources.length);
	for (const [index, cell] of estate.scanned.entries()) {
		ends.set(cell.state, (ends.get(cell.state) ?? 0) + 1);
		const true_ = truth.scanned[index];
		if (cell.state !== 'ok' && cell.state !== 'empty') {
			const gap = estate.gaps.find((one) => one.about === keyOf(cell));
			expect(gap, `${about} ${keyOf(cell)} ${cell.state}`).toMatchObject({ why: /\w/, cure: /\w/ });
			continue;
		}
		expect([keyOf(cell), cell.state, cell.found], about).toEqual([keyOf(cell), true_?.state, true_?.found]);
		for (const source of truth.sources) {
			const global = cell.kind === 's3-bucket' || source.region === undefined;
			if (source.kind !== cell.kind || (!global && source.region !== cell.region)) continue;
			if (source.region === undefined && !source.title.includes(cell.region)) continue;
			const same = found.get(source.id);
			expect(same?.id, about).toBe(source.id);
			for (const [fact, known] of Object.entries(source.facts)) {
				if (unread.has(source.id) || unread.has(`${source.id} ${fact}`)) continue;
				expect([source.id, fact, same?.facts[fact]], about).toEqual([source.id, fact, known]);
			}
		}
	}
}

test(`${runs} schedules of faults from seed ${first}: what is called read is the truth, everything else says why, and all ends in time`, {
	timeout: 60_000 + runs * 3_000,
}, async () => {
	let seed = first;
	const lane = async () => {
		while (seed < first + runs) await hold(seed++);
	};
	await Promise.all(Array.from({ length: atOnce }, lane));
	process.stdout.write(`Seeds ${first} to ${first + runs - 1}; cells: ${JSON.stringify(Object.fromEntries(ends))}\n`);
	expect(ends.get('ok')).toBeGreaterThan(runs);
	for (const state of ['failed', 'timed-out', 'denied'] as const) expect(ends.get(state), state).toBeGreaterThan(0);
});
