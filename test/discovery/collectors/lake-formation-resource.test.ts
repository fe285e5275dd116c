import { expect, test } from 'vitest';
import { lakeFormationResource } from '../../../source/discovery/collectors/lake-formation-resource.ts';
import type { Facts } from '../../../source/estate/estate.ts';
import { readingOf, valuesOf } from '../../peers/reading.ts';
import type { Table } from '../../peers/table-caller.ts';

const bucket = { id: 'arn:aws:s3:::lake', kind: 's3-bucket', family: 'object', title: 'lake' } as const;

/** The facts of a bucket whose own kind says these, after the collector has said what it knows. */
async function factsOf(table: Table, own: Facts = {}) {
	const { reading, gathered } = readingOf(table);
	gathered.emit.source({ ...bucket, place: 'aws', facts: own });
	await lakeFormationResource.collect(reading);
	gathered.settle();
	return { facts: valuesOf(gathered.sources()[0]?.facts), gaps: gathered.gaps() };
}

test.each(['arn:aws:s3:::lake', 'arn:aws:s3:::lake/curated'])(
	'who reads %s is granted by Lake Formation',
	async (ResourceArn) => {
		const { facts } = await factsOf({ ListResources: { ResourceInfoList: [{ ResourceArn }] } });
		expect(facts).toEqual({ 'lake.granted': true });
	},
);

test('what is not registered says nothing', async () => {
	const { facts } = await factsOf({ ListResources: { ResourceInfoList: [{ ResourceArn: 'arn:aws:s3:::other' }] } });
	expect(facts).toEqual({});
});
