import { expect, test } from 'vitest';
import { musterOf } from '../../../source/advice/ground/muster.ts';
import { emptyEstate } from '../../../source/estate/estate.ts';
import { cloud, river, source } from '../small-estate.ts';

const mill = source('mill', 'relational', 'river', {});
const shop = source('shop', 'object', 'cloud', {}, 'eu-central-1');
const till = source('till', 'relational', 'nowhere', {});

test('sources stand in the order of their ids, whatever their order in the estate', () => {
	const places = [cloud, river()];
	const ids = (sources: readonly (typeof mill)[]) =>
		musterOf({ ...emptyEstate, sources, places }).sources.map(({ id }) => id);
	const [one, other] = [ids([till, shop, mill]), ids([mill, shop, till])];
	expect(one).toEqual(['mill', 'shop', 'till']);
	expect(other).toEqual(one);
});

test('each source takes what it does not say from the row of its place, from that of the workload where the place is not known', () => {
	const { base, families, places, regions } = musterOf({
		...emptyEstate,
		sources: [mill, shop, till],
		places: [cloud, river()],
	});
	expect([...base]).toEqual([4, 3, 5]);
	expect([families.all, [...families.of]]).toEqual([
		['relational', 'object'],
		[0, 1, 0],
	]);
	expect([places.all, [...places.of]]).toEqual([
		['river', 'cloud', 'nowhere'],
		[0, 1, 2],
	]);
	expect([regions.all, [...regions.of]]).toEqual([
		[mill.region, 'eu-central-1'],
		[0, 1, 0],
	]);
});
