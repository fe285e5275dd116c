import type { Facts } from '../../estate/estate.ts';
import { listObjects } from '../content-calls.ts';
import { hashText } from '../counting/hash.ts';
import type { FileList, ListedFile } from '../reader.ts';
import type { OpenBucket } from './s3-object.ts';

interface Page {
	readonly Contents?: readonly { readonly Key?: string; readonly Size?: number; readonly StorageClass?: string }[];
	readonly CommonPrefixes?: readonly { readonly Prefix?: string }[];
	readonly IsTruncated?: boolean;
	readonly NextContinuationToken?: string;
}

/** Classes from which nothing can be read at once. */
const asleep = new Set(['GLACIER', 'DEEP_ARCHIVE']);

/** Some objects of a bucket, spread over its top folders; how many there are in all is what CloudWatch says, where it does. */
export async function listedObjects(
	{ caller, region, name: Bucket, signal }: OpenBucket,
	{ most, calls, known }: { readonly most: number; readonly calls: number; readonly known: Facts },
): Promise<FileList> {
	const { service, operation } = listObjects;
	let made = 0;
	const page = (more: Readonly<Record<string, unknown>>): Promise<Page> => {
		made += 1;
		return caller.call<Page>({ service, operation, region, input: { Bucket, MaxKeys: 1000, ...more }, signal });
	};
	const found: ListedFile[] = [];
	const take = ({ Contents = [] }: Page): void => {
		for (const { Key = '', Size = 0, StorageClass = '' } of Contents) {
			if (
				Size > 0 &&
				!asleep.has(StorageClass) &&
				!Key.split('/').some((part) => part.startsWith('.') || part.startsWith('_'))
			)
				found.push({ path: Key, size: Size });
		}
	};
	const top = await page({ Delimiter: '/' });
	take(top);
	const prefixes = (top.CommonPrefixes ?? [])
		.flatMap(({ Prefix }) => Prefix ?? [])
		.toSorted((a, b) => hashText(a) - hashText(b));
	const waiting: Readonly<Record<string, unknown>>[] = prefixes.slice(0, calls / 2).map((Prefix) => ({ Prefix }));
	for (let next = waiting.shift(); next !== undefined && made < calls; next = waiting.shift()) {
		const seen = await page(next);
		take(seen);
		if (seen.IsTruncated && seen.NextContinuationToken)
			waiting.push({ ...next, ContinuationToken: seen.NextContinuationToken });
	}
	const complete = !top.IsTruncated && waiting.length === 0 && prefixes.length <= calls / 2;
	return listOf(found, { most, known, complete });
}

function listOf(
	found: readonly ListedFile[],
	{ most, known, complete }: { most: number; known: Facts; complete: boolean },
): FileList {
	const sizes = found.map(({ size }) => size).toSorted((a, b) => a - b);
	const histogram = Map.groupBy(sizes, (size) => Math.floor(Math.log2(size)));
	const told = (fact: string, listed: number): number => {
		const value = known[fact]?.value;
		return complete || typeof value !== 'number' ? listed : Math.max(listed, value);
	};
	const chosen = found.toSorted((a, b) => hashText(a.path) - hashText(b.path)).slice(0, most);
	return {
		root: '',
		count: told('objects', found.length),
		volume: told(
			'volume',
			sizes.reduce((sum, size) => sum + size, 0),
		),
		sizes:
			sizes.length === 0
				? []
				: [0, 0.25, 0.5, 0.75, 1].map((share) => sizes[Math.round(share * (sizes.length - 1))] as number),
		histogram: [...histogram]
			.map(([exponent, those]) => [exponent, those.length] as const)
			.toSorted(([a], [b]) => a - b),
		chosen: chosen.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
	};
}
