import { expect, test } from 'vitest';
import { seeded } from '../../source/profiling/random.ts';
import { columnOf, folderOf, profileOf } from '../peers/profiling.ts';

const runs = Number(process.env.HEADWATER_INTERVAL_RUNS ?? 40);

/** A file of which a sample is only a part, with its truth. */
function made(seed: number) {
	const random = seeded(seed);
	const [gaps, faults] = [0.005 + random() * 0.4, random() * 0.05];
	const rows = 12_000;
	const pool = Math.ceil(random() * 3000) + 5;
	let [missing, faulty] = [0, 0];
	const seen = new Set<number>();
	const lines = Array.from({ length: rows }, (_, index) => {
		const isMissing = random() < gaps;
		const isFaulty = random() < faults;
		const value = Math.floor(random() ** 2 * pool);
		if (isMissing) missing += 1;
		if (isFaulty) faulty += 1;
		seen.add(value);
		return `${index},${isMissing ? '' : 'given'},${isFaulty ? 'wrong' : Math.floor(random() * 1000)},v${value}`;
	});
	return {
		text: `id,gappy,amount,word\n${lines.join('\n')}\n`,
		complete: 1 - missing / rows,
		valid: 1 - faulty / rows,
		different: seen.size,
		rows,
	};
}

test(`the intervals of shares and counts hold the truth in at least 95 of 100 samples (${runs} seeded runs)`, async () => {
	const held = { complete: 0, valid: 0, different: 0, rows: 0 };
	for (let run = 1; run <= runs; run += 1) {
		const truth = made(run);
		const { sources } = await profileOf(await folderOf({ 'rows.csv': truth.text }), { bytes: 120_000 });
		const table = sources[0]?.tables[0];
		if (table === undefined) throw new Error('no table');
		expect(table.figures.whole).toBe(false);
		const within = ({ low, high }: { low: number; high: number }, value: number) =>
			low <= value && value <= high ? 1 : 0;
		held.complete += within(columnOf(table, 'gappy').complete, truth.complete);
		held.valid += within(columnOf(table, 'amount').valid, truth.valid);
		held.different += within(columnOf(table, 'word').distinct ?? { low: 1, high: 0 }, truth.different);
		held.rows += Math.abs((table.figures.population ?? 0) - truth.rows) < truth.rows * 0.05 ? 1 : 0;
	}
	for (const [what, count] of Object.entries(held)) expect(count / runs, what).toBeGreaterThanOrEqual(0.95);
}, 300_000);
