import type { Cluster, ListClustersV2CommandOutput } from '@aws-sdk/client-kafka';
import { gibibytes } from '../../facts/units.ts';
import { listed } from '../reading/listed.ts';
import { atMostOf, measured, type Stated } from '../reading/measured.ts';
import { getMetricData, readSeries, type Series } from '../reading/metrics.ts';
import { ownerIn } from '../reading/tags.ts';
import { tellSource } from '../reading/tell-source.ts';
import { meanOf, newestOf, tellWeek } from '../reading/week.ts';
import type { Collector, Metric, Reading } from './collector.ts';

/** No quota is published; 5 a second is what other tools live with. Checked 2026-11-22. */
export const listClusters = {
	service: 'kafka',
	operation: 'ListClustersV2',
	action: 'kafka:ListClustersV2',
	rate: 5,
	burst: 10,
	answers: 'ClusterInfoList',
	why: 'Lists Kafka clusters with brokers, storage, encryption and openness.',
} as const;

/** Told for each broker; the cluster is their sum. */
const broker = { namespace: 'AWS/Kafka', days: 7, statistic: 'Average' } as const;
const bytes: Metric = { ...broker, name: 'BytesInPerSec', why: 'Bytes a second that a broker receives from clients.' };
const messages: Metric = { ...broker, name: 'MessagesInPerSec', why: 'Records a second that a broker receives.' };
const full: Metric = { ...broker, name: 'KafkaDataLogsDiskUsed', why: 'The share of a disk that data takes.' };

/** Kafka clusters of Amazon MSK. Topics and what they hold are never read. */
export const mskCluster: Collector = {
	title: 'MSK clusters',
	family: 'stream',
	scope: 'region',
	calls: [listClusters, getMetricData],
	metrics: [bytes, messages, full],
	async collect(reading) {
		const found: Row[] = [];
		const pages = listed<ListClustersV2CommandOutput>(reading, listClusters, {
			input: { MaxResults: 100 },
			token: 'NextToken',
			next: ({ NextToken }) => NextToken,
		});
		for await (const { ClusterInfoList = [] } of pages) {
			for (const cluster of ClusterInfoList) found.push(tell(reading, cluster));
		}
		await measure(reading, found);
	},
};

/** A cluster, and its brokers' series in the order of the brokers. `disk` in bytes a broker, where it has a disk of its own. */
interface Row {
	readonly id: string;
	readonly disk: number | undefined;
	readonly bytes: readonly Series[];
	readonly messages: readonly Series[];
	readonly full: readonly Series[];
}

function tell(reading: Reading, cluster: Cluster): Row {
	const { ClusterArn: id = '', ClusterName: title = '', Provisioned: own } = cluster;
	const gib = own?.BrokerNodeGroupInfo?.StorageInfo?.EbsStorageInfo?.VolumeSize;
	const disk = gib ? gibibytes(gib) : undefined;
	const brokers = own?.NumberOfBrokerNodes ?? 0;
	const evidence = 'kafka:ListClustersV2 VolumeSize by NumberOfBrokerNodes';
	tellSource(reading, {
		id,
		kind: 'msk-cluster',
		family: 'stream',
		title,
		facts: {
			...measured(stated(cluster), { by: listClusters, reading }),
			...(disk && brokers ? atMostOf('volume', disk * brokers, { evidence, at: reading.now().toISOString() }) : {}),
		},
	});
	const ofBrokers = (metric: Metric, facts: Series['facts']): readonly Series[] =>
		Array.from({ length: brokers }, (_, index) => ({
			id,
			metric,
			dimensions: { 'Cluster Name': title, 'Broker ID': String(index + 1) },
			facts,
		}));
	return {
		id,
		disk,
		bytes: ofBrokers(bytes, ['change', 'record.size']),
		messages: ofBrokers(messages, ['records']),
		full: disk === undefined ? [] : ofBrokers(full, ['volume']),
	};
}

/** MSK encrypts every disk; whose the key is, its ARN does not say. A serverless cluster has no public address. */
function stated({ Provisioned: own, Serverless, Tags = {} }: Cluster): Stated {
	const { InstanceType: type = '', ConnectivityInfo } = own?.BrokerNodeGroupInfo ?? {};
	const open = ConnectivityInfo?.PublicAccess?.Type;
	return {
		protocol: 'kafka',
		managed: type.startsWith('express.') ? 'msk-express' : 'msk',
		updates: 'append',
		encrypted: true,
		public: Serverless ? false : open && open !== 'DISABLED',
		'tls.only': Serverless ? true : encryptsAll(own?.EncryptionInfo?.EncryptionInTransit?.ClientBroker),
		owner: ownerIn(Object.entries(Tags).map(([Key, Value]) => ({ Key, Value }))),
	};
}

const encryptsAll = (between: string | undefined): boolean | undefined =>
	between === undefined ? undefined : between === 'TLS';

async function measure(reading: Reading, rows: readonly Row[]): Promise<void> {
	const points = await readSeries(
		reading,
		rows.flatMap((row) => [...row.bytes, ...row.messages, ...row.full]),
	);
	for (const { id, disk, ...row } of rows) {
		const arrived = sumOf(row.bytes.map((series) => meanOf(reading, points, series)));
		const many = sumOf(row.messages.map((series) => meanOf(reading, points, series)));
		if (arrived !== undefined) tellWeek(reading, id, { change: arrived }, bytes);
		if (many !== undefined) tellWeek(reading, id, { records: many }, messages);
		if (arrived && many) tellWeek(reading, id, { 'record.size': Math.max(1, arrived / many) }, bytes, messages);
		const percent = sumOf(row.full.map((series) => newestOf(points, series)?.value));
		if (percent !== undefined && disk !== undefined) {
			const evidence = `kafka:ListClustersV2 VolumeSize by cloudwatch ${full.name}, replicas counted too`;
			const at = reading.now().toISOString();
			reading.emit.facts(id, atMostOf('volume', (disk * percent) / 100, { evidence, at }));
		}
	}
}

/** The sum over all brokers; unknown when one of them says nothing. */
function sumOf(values: readonly (number | undefined)[]): number | undefined {
	const known = values.filter((value) => value !== undefined);
	if (known.length === 0 || known.length < values.length) return undefined;
	return known.reduce((sum, value) => sum + value, 0);
}
