import { tellDatabase } from '../reading/databases.ts';
import { addressOf, describeEndpoints, endpointPages } from '../reading/dms-endpoints.ts';
import { measured } from '../reading/measured.ts';
import type { Collector } from './collector.ts';

/** Databases that no service of AWS keeps and that DMS reads. Users, passwords and settings of endpoints are dropped unread. */
export const dmsEndpoint: Collector = {
	title: 'Databases that DMS reads',
	family: 'relational',
	scope: 'region',
	calls: [describeEndpoints],
	async collect(reading) {
		const facts = (stated: Parameters<typeof measured>[0]) => measured(stated, { by: describeEndpoints, reading });
		for await (const { Endpoints = [] } of endpointPages(reading)) {
			for (const endpoint of Endpoints) {
				const address = endpoint.EndpointType?.toLowerCase() === 'source' ? addressOf(endpoint) : undefined;
				const told = address && tellDatabase(reading, address, { kind: 'dms-endpoint', facts });
				if (!told) reading.emit.seen(endpoint.EndpointArn ?? '');
			}
		}
	},
};
