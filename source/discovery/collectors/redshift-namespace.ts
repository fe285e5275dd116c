import type {
	ListNamespacesCommandOutput,
	ListWorkgroupsCommandOutput,
	Namespace,
} from '@aws-sdk/client-redshift-serverless';
import { megabytes } from '../../facts/units.ts';
import { tellGaps } from '../reading/ask.ts';
import { describeKey, keyNamed, type Locked, tellKeys } from '../reading/keys.ts';
import { listed } from '../reading/listed.ts';
import { factsOf, measured, type Stated } from '../reading/measured.ts';
import { getMetricData, readSeries, type Series } from '../reading/metrics.ts';
import { tellSource } from '../reading/tell-source.ts';
import { newestOf } from '../reading/week.ts';
import type { Collector, Metric, Reading } from './collector.ts';

/** No quota is published; 5 a second is what other tools live with. Checked 2026-11-28. */
const usual = { service: 'redshift-serverless', rate: 5, burst: 10 } as const;
const listNamespaces = {
	...usual,
	operation: 'ListNamespaces',
	action: 'redshift-serverless:ListNamespaces',
	answers: 'namespaces',
	why: 'Lists serverless warehouses with their key.',
} as const;
const listWorkgroups = {
	...usual,
	operation: 'ListWorkgroups',
	action: 'redshift-serverless:ListWorkgroups',
	answers: 'workgroups',
	why: 'Says whether a serverless warehouse can be reached from the internet.',
} as const;

/** Not confirmed by a page of AWS that could be read (2026-11-28); without a point of this name the volume stays open. */
const stored: Metric = {
	namespace: 'AWS/Redshift-Serverless',
	name: 'DataStorage',
	statistic: 'Average',
	days: 3,
	why: 'Megabytes that a namespace stores.',
};

/** Namespaces of Redshift Serverless: where its tables are. Workgroups, which compute, say how they are reached. */
export const redshiftNamespace: Collector = {
	title: 'Redshift Serverless namespaces',
	family: 'warehouse',
	scope: 'region',
	calls: [listNamespaces, listWorkgroups, describeKey, getMetricData],
	metrics: [stored],
	async collect(reading) {
		const found = new Map<string, string>();
		const locked: Locked[] = [];
		const pages = listed<ListNamespacesCommandOutput>(reading, listNamespaces, {
			input: { maxResults: 100 },
			token: 'nextToken',
			next: ({ nextToken }) => nextToken,
		});
		for await (const { namespaces = [] } of pages) {
			for (const namespace of namespaces) {
				const { namespaceName = '', kmsKeyId } = namespace;
				const id = tell(reading, namespace);
				found.set(namespaceName, id);
				locked.push({ id, key: kmsKeyId === ownedByAws ? undefined : kmsKeyId });
			}
		}
		if (found.size === 0) return;
		await Promise.all([tellOpen(reading, found), measure(reading, found), tellKeys(reading, locked)]);
	},
};

/** What stands in place of a key where AWS has one of its own. */
const ownedByAws = 'AWS_OWNED_KMS_KEY';

function tell(reading: Reading, { namespaceArn: id = '', namespaceName: title = '', kmsKeyId }: Namespace): string {
	const stated: Stated = {
		format: 'rows',
		structure: 'structured',
		protocol: 'jdbc',
		engine: 'redshift',
		managed: 'other',
		encrypted: true,
		key: kmsKeyId === ownedByAws ? 'service' : keyNamed(kmsKeyId),
	};
	const facts = measured(stated, { by: listNamespaces, reading });
	return tellSource(reading, { id, kind: 'redshift-namespace', family: 'warehouse', title, facts });
}

/** A namespace is open when one of its workgroups is; one without a workgroup cannot be reached at all. */
async function tellOpen(reading: Reading, found: ReadonlyMap<string, string>): Promise<void> {
	const open = new Map([...found.values()].map((id) => [id, false]));
	try {
		const pages = listed<ListWorkgroupsCommandOutput>(reading, listWorkgroups, {
			input: { maxResults: 100 },
			token: 'nextToken',
			next: ({ nextToken }) => nextToken,
		});
		for await (const { workgroups = [] } of pages) {
			for (const { namespaceName = '', publiclyAccessible } of workgroups) {
				const id = found.get(namespaceName);
				if (id !== undefined && publiclyAccessible) open.set(id, true);
			}
		}
	} catch (error) {
		const { region } = reading;
		return tellGaps(reading, { error, call: listWorkgroups, region, about: [...found.values()], facts: ['public'] });
	}
	for (const [id, isOpen] of open) {
		reading.emit.facts(id, measured({ public: isOpen }, { by: listWorkgroups, reading }));
	}
}

async function measure(reading: Reading, found: ReadonlyMap<string, string>): Promise<void> {
	const rows = [...found].map(
		([Namespace, id]): Series => ({ id, metric: stored, dimensions: { Namespace }, facts: ['volume'] }),
	);
	const points = await readSeries(reading, rows);
	for (const row of rows) {
		const newest = newestOf(points, row);
		if (newest === undefined) continue;
		const at = reading.now().toISOString();
		reading.emit.facts(row.id, factsOf({ volume: megabytes(newest.value) }, `cloudwatch ${stored.name}`, at));
	}
}
