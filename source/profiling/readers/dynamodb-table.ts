import { HeadwaterError } from '../../errors.ts';
import type { Facts } from '../../estate/estate.ts';
import type { Reader } from '../reader.ts';

/** A read unit reads two items of 4 KiB, eventually consistent. */
const bytesPerUnit = 8192;
/** A million read units of a table on demand, us-east-1; see the price book. */
const perUnit = 0.125 / 1e6;
/** Of provisioned reads no more may be in use than this, or the sample would take them from others. */
const busy = 0.5;

const amount = (facts: Facts, fact: string): number | undefined => {
	const value = facts[fact]?.value;
	return typeof value === 'number' ? value : undefined;
};

/** Items of random segments of a DynamoDB table, as many as the read units allow. */
export const dynamodbTable: Reader = {
	title: 'items of a DynamoDB table',
	announce: ({ id, title }, { readUnits }) => ({
		source: id,
		title,
		reads: `items of random segments, for up to ${readUnits} read units`,
		bytes: readUnits * bytesPerUnit,
		readUnits,
		requests: 0,
		dollars: readUnits * perUnit,
	}),
	async read(source, reading) {
		if ((amount(source.facts, 'load.share') ?? 0) > busy) {
			throw new HeadwaterError('table-busy', {
				message: `${source.title} is busy already: more than half of its provisioned reads are in use.`,
				wayOut: 'Profile an export of it to S3, which takes no reads.',
			});
		}
		const { scanTable } = await import('../formats/scan-table.ts');
		const [volume, rows] = [amount(source.facts, 'volume'), amount(source.facts, 'rows')];
		const itemBytes = volume !== undefined && rows !== undefined && rows > 0 ? volume / rows : undefined;
		return scanTable(source, reading, {
			...(itemBytes === undefined ? {} : { itemBytes }),
			...(rows === undefined ? {} : { rows }),
		});
	},
};
