import { describe, expect, test } from 'vitest';
import { facts } from '../../source/facts/index.ts';
import { evaluateTerm } from '../../source/rules/evaluate.ts';
import type { Formula } from '../../source/rules/formula.ts';
import { formulas } from '../../source/rules/formulas.ts';

const all: readonly (readonly [string, Formula])[] = Object.entries(formulas);

test.each(all)('%s gives what its example says, and reads facts of the vocabulary', (name, formula) => {
	const { inputs, settings, gives } = formula.example;
	const given = new Map(formula.inputs.map((fact, index) => [fact, inputs[index]]));
	const term = { formula: name, ...(settings && { with: settings }) };
	expect(evaluateTerm(term, (fact) => given.get(fact), formulas)).toBeCloseTo(gives, 6);
	expect(inputs).toHaveLength(formula.inputs.length);
	expect(formula.inputs.filter((fact) => !Object.hasOwn(facts, fact))).toEqual([]);
});

const dayLong = 86_400;
/** Days of a transfer of `terabytes` on a line, by the two formulas that routes use. */
function transferDays(
	terabytes: number,
	line: { mbps: number; free?: number; hours?: number; share?: number },
): number {
	const { mbps, free = 1, hours = 24, share = 0.8 } = line;
	const stated = {
		bandwidth: mbps * 1e6,
		'bandwidth.free': free,
		'bandwidth.hours': hours,
		'bandwidth.protocol': share,
	};
	const read = (values: Readonly<Record<string, number>>) => (fact: string) => values[fact];
	const usable = evaluateTerm({ formula: 'lineBandwidth' }, read(stated), formulas);
	const given = { volume: terabytes * 1e12, 'path.bandwidth': usable };
	return evaluateTerm({ formula: 'transferTime' }, read(given), formulas) / dayLong;
}

describe('transfer time', () => {
	test.each([
		[150, { mbps: 100, hours: 8, share: 1 }, 416.7],
		[20, { mbps: 15, free: 0.7, share: 1 }, 176.4],
		[450, { mbps: 1000, hours: 4, share: 1 }, 250],
		[450, { mbps: 10_000 }, 5.2],
		[70, { mbps: 1000 }, 8.1],
		[60, { mbps: 200, free: 0.5 }, 69.4],
		[100, { mbps: 1000 }, 11.6],
		[1000, { mbps: 100_000 }, 1.2],
	])('%d TB on %o take %d days', (terabytes, line, days) => {
		expect(transferDays(terabytes, line)).toBeCloseTo(days, 1);
	});
});

test('a tunnel carries no more than its cap, however wide the line', () => {
	const stated: Record<string, number> = {
		bandwidth: 10e9,
		'bandwidth.free': 1,
		'bandwidth.hours': 24,
		'bandwidth.protocol': 0.8,
	};
	const term = { formula: 'lineBandwidth', with: { cap: 1.25e9 } };
	expect(evaluateTerm(term, (fact) => stated[fact], formulas)).toBe(1e9);
});

test('shards follow records, bytes in or bytes out, whichever asks for most, with a quarter on top', () => {
	const shards = (change: number, size: number, consumers: number, settings = { headroom: 1 }) =>
		evaluateTerm(
			{ formula: 'shards', with: settings },
			(fact) => ({ change, 'record.size': size, consumers })[fact as 'change'],
			formulas,
		);
	// 30 TB a day in records of 1 KB.
	expect(shards(347_222_000, 1000, 2)).toBe(348);
	expect(shards(104_857_600, 1_048_576, 1)).toBe(100);
	expect(shards(104_857_600, 1_048_576, 5)).toBe(250);
	expect(shards(104_857_600, 1_048_576, 1, { headroom: 1.25 })).toBe(125);
	expect(shards(100, 100, 1)).toBe(1);
});
