import { expect, test } from 'vitest';
import { advise } from '../../../source/advice/advise.ts';
import { blueprints } from '../../../source/advice/routing/routes.ts';
import { catalog } from '../../../source/catalog/index.ts';
import { days, terabytes } from '../../../source/facts/units.ts';
import { formulas } from '../../../source/rules/formulas.ts';
import { given, source } from '../small-estate.ts';

const river = { id: 'river', title: 'River', where: 'other-cloud', facts: {} } as const;

test('a history over a line takes the time that the line needs, but where it is read in place or begins anew', () => {
	const unfilled = blueprints(catalog, '2026-11-29', formulas)
		.filter(({ line, carries, fills }) => line && carries !== 'changes' && !fills)
		.map(({ service }) => service);
	expect([...new Set(unfilled)]).toEqual(['athena-federation', 'cloudwatch-metric-streams']);
});

test('a video that is wanted sooner comes no later', () => {
	const completeIn = (deadline: number): number => {
		const film = source('film', 'video', 'river', { volume: terabytes(28.9), deadline: days(deadline) }, 'us-east-1');
		const { flows } = advise(given([film], { places: [river], catalog, formulas }));
		const [times] = flows.map(({ winner }) => winner.estimate);
		return (times?.lead ?? 0) + (times?.complete ?? Number.NaN);
	};
	const times = [1, 2, 3, 4, 5, 8].map(completeIn);
	expect(times.every((time) => time > days(1))).toBe(true);
	expect(times).toEqual(times.toSorted((a, b) => a - b));
});
