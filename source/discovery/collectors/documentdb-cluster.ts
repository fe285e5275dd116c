import { describeKey } from '../reading/keys.ts';
import { getMetricData } from '../reading/metrics.ts';
import { type ClusterService, readClusters } from '../reading/shared-storage.ts';
import { describeClusters } from './aurora-cluster.ts';
import type { Collector, Metric } from './collector.ts';

const metrics = { namespace: 'AWS/DocDB', statistic: 'Average', days: 7 } as const;
const used: Metric = {
	...metrics,
	name: 'VolumeBytesUsed',
	why: 'The volume of a cluster grows by itself; what it takes is only known here.',
};
const processor: Metric = {
	...metrics,
	name: 'CPUUtilization',
	why: 'The mean of a week shows whether reads for training would get in the way.',
};

const service: ClusterService = {
	kind: 'documentdb-cluster',
	family: 'document',
	engine: 'docdb',
	call: describeClusters,
	used,
	processor,
	stated: { engine: 'documentdb', format: 'json', structure: 'semi-structured' },
};

/** DocumentDB clusters, which the RDS API lists beside its own. What their documents hold is never read. */
export const documentdbCluster: Collector = {
	title: 'DocumentDB clusters',
	family: 'document',
	scope: 'region',
	calls: [describeClusters, describeKey, getMetricData],
	metrics: [used, processor],
	collect: (reading) => readClusters(reading, service),
};
