import type { Job } from '@aws-sdk/client-glue';
import type { Reading } from '../collectors/collector.ts';
import { arnOf, bucketIn } from './arn.ts';
import { partitionOf } from './place.ts';

/** The parts of a visual job that say what a node reads or writes; which of them a node has depends on its sort. */
interface Node {
	readonly Paths?: readonly string[];
	readonly Path?: string;
	readonly Database?: string;
	readonly Table?: string;
	readonly ConnectionName?: string;
	readonly StreamingOptions?: { readonly StreamArn?: string };
	readonly Data?: { readonly Connection?: { readonly Value?: string } };
}

/**
What a job reads and what it writes, by the nodes of a visual job; of a script only the connections it is given, which it is
taken to read. `addresses`: what a connection stands for, by its name.
*/
export function jobEnds(
	reading: Reading,
	{ CodeGenConfigurationNodes: nodes = {}, Connections }: Job,
	addresses: ReadonlyMap<string, string>,
): { readonly from: readonly string[]; readonly to: readonly string[] } {
	const from = new Set<string>();
	const to = new Set<string>();
	for (const node of Object.values(nodes)) {
		for (const [sort, said] of Object.entries(node)) {
			const side = sort.endsWith('Source') ? from : to;
			if (/(?:Source|Target)$/.test(sort)) for (const end of endsOf(reading, said as Node, addresses)) side.add(end);
		}
	}
	if (from.size + to.size === 0) {
		for (const name of Connections?.Connections ?? []) {
			const end = addresses.get(name);
			if (end) from.add(end);
		}
	}
	return { from: [...from].toSorted(), to: [...to].toSorted() };
}

function endsOf(reading: Reading, node: Node, addresses: ReadonlyMap<string, string>): readonly string[] {
	const paths = [...(node.Paths ?? []), ...(node.Path ? [node.Path] : [])];
	const buckets = paths.flatMap((path) => {
		const bucket = bucketIn(path.replace(/^s3[an]?:\/\//, `arn:${partitionOf(reading.region)}:s3:::`));
		return bucket ? [bucket.id] : [];
	});
	if (buckets.length > 0) return buckets;
	if (node.StreamingOptions?.StreamArn) return [node.StreamingOptions.StreamArn];
	const connected = addresses.get(node.ConnectionName ?? node.Data?.Connection?.Value ?? '');
	if (connected) return [connected];
	if (node.Database && node.Table) return [arnOf(reading, 'glue', `table/${node.Database}/${node.Table}`)];
	return [];
}
