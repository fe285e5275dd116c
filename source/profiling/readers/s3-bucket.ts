import type { Reader } from '../reader.ts';

const most = 20;
/** Calls that list, and calls of one object: three parts, or a footer and a few columns. */
const [lists, each] = [40, 40];
/** A thousand requests that read and that list, us-east-1; see the price book. */
const [perRead, perList] = [0.0004 / 1000, 0.005 / 1000];

/** Objects of S3, by ranges: the footer and some row groups of Parquet, the start, middle and end of text. */
export const s3Bucket: Reader = {
	title: 'objects of an S3 bucket',
	announce: ({ id, title }, { bytes, objectBytes }) => {
		return {
			source: id,
			title,
			reads: `names of some objects, and parts of up to ${most} of them, ${objectBytes / 1e6} MB each at most`,
			bytes: Math.min(bytes, most * objectBytes),
			requests: lists + most * each,
			dollars: most * each * perRead + lists * perList,
		};
	},
	async read(source, reading) {
		const [{ listedObjects }, { openObject }, { readFiles }] = await Promise.all([
			import('../formats/listed-objects.ts'),
			import('../formats/s3-object.ts'),
			import('../formats/read-files.ts'),
		]);
		const caller = await reading.openFor(source);
		const bucket = { caller, region: source.region ?? '', name: source.title, signal: reading.signal };
		const list = await listedObjects(bucket, { most, calls: lists, known: source.facts });
		// What is read to tell the format and the footer comes on top of the rows.
		const mostOfOne = reading.budget.limits.objectBytes - 200_000;
		return readFiles(list, reading, {
			each: Math.floor(mostOfOne / 3),
			parts: 3,
			mostOfOne,
			open: (object) => openObject(bucket, object),
		});
	},
};
