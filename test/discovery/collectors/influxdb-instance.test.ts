import { expect, test } from 'vitest';
import { influxdbInstance } from '../../../source/discovery/collectors/influxdb-instance.ts';
import { collect, valuesOf } from '../../peers/reading.ts';

test('an instance holds at most its disk', async () => {
	const id = 'arn:aws:timestream-influxdb:eu-central-1:123456789012:db-instance/i-1';
	const { sources } = await collect(influxdbInstance, {
		ListDbInstances: ({ input }) =>
			input.nextToken === undefined
				? { items: [{ arn: id, name: 'plant', allocatedStorage: 20 }], nextToken: 'more' }
				: { items: [{ arn: 'arn:new', name: 'new' }] },
	});
	expect(sources.map(({ title, kind, family }) => [title, kind, family])).toEqual(
		[
			['new', 'influxdb-instance', 'time-series'],
			['plant', 'influxdb-instance', 'time-series'],
		].toSorted(([a = '']) => (a === 'plant' ? -1 : 1)),
	);
	expect(valuesOf(sources[0]?.facts)).toMatchObject({ engine: 'influxdb', 'event.time': true, volume: 20 * 2 ** 30 });
	expect(sources[0]?.facts.volume?.between).toEqual([0, 20 * 2 ** 30]);
	expect(sources[1]?.facts.volume).toBeUndefined();
});
