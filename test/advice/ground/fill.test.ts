import { describe, expect, test } from 'vitest';
import { type Given, type Ground, layGround } from '../../../source/advice/ground/ground.ts';
import { relayGround } from '../../../source/advice/ground/relay.ts';
import { catalog } from '../../../source/catalog/index.ts';
import { noAnswers } from '../../../source/estate/answers.ts';
import type { Estate, Source } from '../../../source/estate/estate.ts';
import { facts } from '../../../source/facts/index.ts';
import { codeOf } from '../../../source/rules/table.ts';
import { largeEstate } from '../../peers/large-account.ts';

/** An estate in which a delivery brings every third source to a bucket. */
function linkedEstate(): Estate {
	const estate = largeEstate(300, 5);
	const bucket = estate.sources.find(({ family }) => family === 'object') as Source;
	const links = estate.sources
		.filter((_, index) => index % 3 === 0)
		.map(({ id }) => ({ from: id, to: bucket.id, by: 'a delivery' }));
	return { ...estate, links };
}
const given: Given = { estate: linkedEstate(), answers: noAnswers, catalog, vocabulary: facts, today: '2026-11-24' };
const answered: Given = {
	...given,
	answers: {
		...noAnswers,
		workload: { 'copy.kept': false, scoring: 'online', 'features.freshness': 60 },
		places: { 'site-0': { 'private.required': true } },
		sources: { '*1*': { use: 'exploration', 'copy.kept': true } },
	},
};

/** Cells that say something else than is read: `source fact`. */
function untrue({ table, sources, read }: Ground): readonly string[] {
	return [...table.columns.values()]
		.filter(({ fact }) => !fact.startsWith('path.'))
		.flatMap((column) =>
			sources.flatMap((source, row) => {
				const known = read(source, column.fact);
				const value = known?.value;
				const cell =
					column.kind === 'number' ? Number(value ?? Number.NaN) : value === undefined ? -1 : codeOf(column, value);
				const open = known === undefined || known.from === 'assumed' ? 1 : 0;
				const alike = Object.is(column.values[row], cell) && column.open[row] === open;
				return alike ? [] : [`${source.id} ${column.fact}`];
			}),
		);
}

describe('every cell says what reading the fact says, and whether anybody stated it', () => {
	test('as found, links to buckets included', () => {
		expect(untrue(layGround(given))).toEqual([]);
	});
	test('with answers', () => {
		expect(untrue(layGround(answered))).toEqual([]);
	});
	test('filled anew for other answers', () => {
		expect(untrue(relayGround(layGround(given), answered)?.ground as Ground)).toEqual([]);
		expect(untrue(relayGround(layGround(answered), given)?.ground as Ground)).toEqual([]);
	});
});

test('a source that something brings to a bucket already is known to have a copy', () => {
	const { table, sources } = layGround(given);
	const column = table.columns.get('copy.kept');
	const kept = sources.filter((_, row) => column?.values[row] === 1 && column.open[row] === 0);
	expect(kept.length).toBeGreaterThan(10);
});
