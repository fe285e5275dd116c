import type { DbInstanceSummary, ListDbInstancesCommandOutput } from '@aws-sdk/client-timestream-influxdb';
import { gibibytes } from '../../facts/units.ts';
import { listed } from '../reading/listed.ts';
import { atMostOf, measured } from '../reading/measured.ts';
import { tellSource } from '../reading/tell-source.ts';
import type { Collector, Reading } from './collector.ts';

/** No quota is published; 5 a second is what other tools live with. Checked 2026-11-28. */
const listInstances = {
	service: 'timestream-influxdb',
	operation: 'ListDbInstances',
	action: 'timestream-influxdb:ListDbInstances',
	rate: 5,
	burst: 10,
	answers: 'items',
	why: 'Lists InfluxDB instances with their disks.',
} as const;

/** InfluxDB instances that Timestream runs, those of clusters included. */
export const influxdbInstance: Collector = {
	title: 'Timestream for InfluxDB instances',
	family: 'time-series',
	scope: 'region',
	calls: [listInstances],
	async collect(reading) {
		const pages = listed<ListDbInstancesCommandOutput>(reading, listInstances, {
			input: { maxResults: 100 },
			token: 'nextToken',
			next: ({ nextToken }) => nextToken,
		});
		for await (const { items = [] } of pages) for (const instance of items) tell(reading, instance);
	},
};

function tell(reading: Reading, { arn: id = '', name: title = '', allocatedStorage }: DbInstanceSummary): void {
	const stated = {
		engine: 'influxdb',
		protocol: 'api',
		managed: 'other',
		structure: 'structured',
		updates: 'append',
		'event.time': true,
		encrypted: true,
	};
	const at = reading.now().toISOString();
	const evidence = 'timestream-influxdb:ListDbInstances allocatedStorage';
	const facts = {
		...measured(stated, { by: listInstances, reading }),
		...(allocatedStorage ? atMostOf('volume', gibibytes(allocatedStorage), { evidence, at }) : {}),
	};
	tellSource(reading, { id, kind: 'influxdb-instance', family: 'time-series', title, facts });
}
