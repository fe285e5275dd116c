import { expect, test } from 'vitest';
import { compareScores, type Score } from '../../../source/advice/routing/rank.ts';

const score = (given: Partial<Score>): Score => ({ outcome: 2, late: 0, stale: 0, dollars: 100, order: 1, ...given });

test.each([
	['holds before what is not certain, whatever it costs', { dollars: 1e6 }, { outcome: 1, dollars: 0 }],
	['in time before late, whatever it costs', { dollars: 1e6 }, { late: 60 }],
	['less late before later', { late: 60, dollars: 1e6 }, { late: 61 }],
	['less late before fresher', { late: 60, stale: 1e6 }, { late: 61 }],
	['fresh before stale, whatever it costs', { dollars: 1e6 }, { stale: 1 }],
	['in time before nobody knows when', { dollars: 1e6 }, { late: Number.NaN }],
	['nobody knows when before known to be late', { late: Number.NaN, dollars: 1e6 }, { late: 1 }],
	['cheaper before dearer', { order: 2 }, { dollars: 101 }],
	['the first by name where all is equal', {}, { order: 2 }],
])('%s', (_, better, worse) => {
	expect(compareScores(score(better), score(worse))).toBeLessThan(0);
	expect(compareScores(score(worse), score(better))).toBeGreaterThan(0);
});

test('a score is equal to itself, also where nobody knows', () => {
	expect(compareScores(score({ late: Number.NaN }), score({ late: Number.NaN }))).toBe(0);
});
