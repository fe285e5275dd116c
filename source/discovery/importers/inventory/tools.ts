import type { Row } from './rows.ts';
import { type Said, saidBy, tagsIn } from './said.ts';

/** One thing of an inventory: what it is by its ARN, and what its tool knows of it. */
export interface Thing {
	readonly arn: string;
	readonly account?: string | undefined;
	readonly region?: string | undefined;
	readonly said: Said;
	readonly tags: ReturnType<typeof tagsIn>;
	/** When the tool looked, ISO; undefined where it does not say. */
	readonly at?: string | undefined;
}

/** How a tool spells its records. */
interface Tool {
	readonly title: string;
	/** Whether a record is one of this tool. */
	readonly fits: (row: Row) => boolean;
	/** The thing that a record is; undefined for what has no ARN. */
	readonly read: (row: Row) => Thing | undefined;
}

const has = (row: Row, ...names: readonly string[]): boolean => names.every((name) => Object.hasOwn(row, name));
const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const rowOf = (value: unknown): Row | undefined =>
	typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Row) : undefined;
/** A time as ISO, whatever it was written as. */
function timeOf(value: unknown): string | undefined {
	if (!(value instanceof Date) && typeof value !== 'string' && typeof value !== 'number') return undefined;
	const time = new Date(value);
	return Number.isNaN(time.getTime()) ? undefined : time.toISOString();
}

/** Tools whose inventories are read, the surest sign first. */
export const tools: readonly Tool[] = [
	{
		// `select-aggregate-resource-config`, or the snapshot that the recorder delivers.
		title: 'AWS Config',
		fits: (row) => has(row, 'resourceType') && (has(row, 'arn') || has(row, 'ARN')),
		read(row) {
			const arn = textOf(row.arn ?? row.ARN);
			if (arn === undefined) return undefined;
			return {
				arn,
				account: textOf(row.accountId ?? row.awsAccountId),
				region: textOf(row.awsRegion),
				said: saidBy(rowOf(row.configuration), rowOf(row.supplementaryConfiguration), row),
				tags: tagsIn(row.tags),
				at: timeOf(row.configurationItemCaptureTime),
			};
		},
	},
	{
		// `search` and `list-resources`: no sizes, only that a thing is there.
		title: 'Resource Explorer',
		fits: (row) => has(row, 'Arn', 'ResourceType', 'OwningAccountId'),
		read(row) {
			const arn = textOf(row.Arn);
			if (arn === undefined) return undefined;
			const properties = Array.isArray(row.Properties) ? (row.Properties as readonly Row[]) : [];
			const tags = properties.find(({ Name }) => Name === 'tags')?.Data;
			const region = textOf(row.Region);
			return {
				arn,
				account: textOf(row.OwningAccountId),
				region: region === 'global' ? undefined : region,
				said: saidBy(),
				tags: tagsIn(tags),
				at: timeOf(row.LastReportedAt),
			};
		},
	},
	{
		title: 'CloudQuery',
		fits: (row) => has(row, '_cq_id', 'arn'),
		read: (row) => ofColumns(row, timeOf(row._cq_sync_time)),
	},
	{
		title: 'Steampipe',
		fits: (row) => has(row, 'arn', 'account_id') && (has(row, 'akas') || has(row, '_ctx') || has(row, 'partition')),
		read: (row) => ofColumns(row, undefined),
	},
];

/** Tables of both have a column for the ARN, the account and the region, and one for each field of the API. */
function ofColumns(row: Row, at: string | undefined): Thing | undefined {
	const said = saidBy(row);
	const arn = said.text('arn');
	if (arn === undefined) return undefined;
	const region = said.text('region');
	return {
		arn,
		account: said.text('accountid'),
		region: region === 'global' ? undefined : region,
		said,
		tags: tagsIn(said.get('tags', 'tagssrc')),
		at,
	};
}
