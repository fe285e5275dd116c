import type { Delivery } from './deliveries.ts';
import type { Materials } from './materials.ts';
import type { Job, PlannedGrant } from './plan.ts';

const reads = ['s3:GetObject', 's3:ListBucket'];
const writes = ['s3:AbortMultipartUpload', 's3:DeleteObject', 's3:GetObject', 's3:ListBucket', 's3:PutObject'];
const usesKey = ['kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKey'];

/** Who may do what on which source, store or key; nothing that no flow or job needs. In the order of who, on what, why. */
export function grantsOf(
	deliveries: readonly Delivery[],
	jobs: readonly Job[],
	materials: Materials,
): readonly PlannedGrant[] {
	const byFlow = deliveries.flatMap((delivery) => flowGrants(delivery, materials));
	const byJob = jobs.flatMap(jobGrants);
	return merged([...byFlow, ...byJob]);
}

const orderOf = ({ to, on, why }: PlannedGrant): string => JSON.stringify([to, on, why]);

function flowGrants({ id, flow, to, inPlace }: Delivery, { catalog }: Materials): readonly PlannedGrant[] {
	return flow.winner.route.flatMap(({ service }) =>
		(catalog.services[service]?.grants ?? []).flatMap(({ actions, on, why }) => {
			if (on === 'landing' && inPlace) return [];
			return { to: id, actions, on: on === 'source' ? 'sources' : on === 'landing' ? to : 'key', why };
		}),
	);
}

function jobGrants({ id, from, to, does }: Job): readonly PlannedGrant[] {
	const read = { to: id, actions: reads, on: from, why: 'Read what it works on.' };
	const key = { to: id, actions: usesKey, on: 'key', why: 'Read and write what the key encrypts.' };
	if (does === 'crawl') return [read, key];
	return [read, { to: id, actions: writes, on: to, why: 'Write what it makes.' }, key];
}

/** Grants of one to another for one reason as one, their actions sorted; in order. */
function merged(grants: readonly PlannedGrant[]): readonly PlannedGrant[] {
	const found = new Map<string, PlannedGrant>();
	for (const grant of grants) {
		const order = orderOf(grant);
		const before = found.get(order)?.actions ?? [];
		found.set(order, { ...grant, actions: [...new Set([...before, ...grant.actions])].toSorted() });
	}
	return [...found].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, grant]) => grant);
}
