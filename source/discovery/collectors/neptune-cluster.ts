import { describeKey } from '../reading/keys.ts';
import { getMetricData } from '../reading/metrics.ts';
import { type ClusterService, readClusters } from '../reading/shared-storage.ts';
import { describeClusters } from './aurora-cluster.ts';
import type { Collector, Metric } from './collector.ts';

const metrics = { namespace: 'AWS/Neptune', statistic: 'Average', days: 7 } as const;
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
	kind: 'neptune-cluster',
	family: 'graph',
	engine: 'neptune',
	call: describeClusters,
	used,
	processor,
	stated: { engine: 'neptune', protocol: 'api', structure: 'semi-structured' },
};

/** Neptune clusters, which the RDS API lists beside its own. What their graphs hold is never read. */
export const neptuneCluster: Collector = {
	title: 'Neptune clusters',
	family: 'graph',
	scope: 'region',
	calls: [describeClusters, describeKey, getMetricData],
	metrics: [used, processor],
	collect: (reading) => readClusters(reading, service),
};
