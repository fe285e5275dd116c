import type { Connection, GetConnectionsCommandOutput } from '@aws-sdk/client-glue';
import { connectionAddress, productOf } from '../reading/connection-address.ts';
import { tellDatabase } from '../reading/databases.ts';
import { listed } from '../reading/listed.ts';
import { measured, type Stated } from '../reading/measured.ts';
import { tellOutside } from '../reading/outside.ts';
import type { Collector, Reading } from './collector.ts';

/** No quota is published; 5 a second is what other tools live with. Checked 2026-11-22. */
export const getConnections = {
	service: 'glue',
	operation: 'GetConnections',
	action: 'glue:GetConnections',
	rate: 5,
	burst: 10,
	answers: 'ConnectionList',
	why: 'Lists the databases and SaaS products that Glue jobs reach, by engine and address.',
} as const;

/** Databases and SaaS products that no service of AWS keeps and that Glue reaches. Passwords are not even asked for. */
export const glueConnection: Collector = {
	title: 'Databases that Glue reaches',
	family: 'relational',
	scope: 'region',
	calls: [getConnections],
	async collect(reading) {
		for await (const { ConnectionList = [] } of connectionPages(reading)) {
			for (const connection of ConnectionList) {
				if (!tell(reading, connection)) reading.emit.seen(`connection/${connection.Name}`);
			}
		}
	},
};

/** The pages of the connections of a region, without their passwords. */
export const connectionPages = (reading: Reading) =>
	listed<GetConnectionsCommandOutput>(reading, getConnections, {
		input: { HidePassword: true, MaxResults: 100 },
		token: 'NextToken',
		next: ({ NextToken }) => NextToken,
	});

function tell(reading: Reading, connection: Connection): boolean {
	const facts = (stated: Stated) => measured(stated, { by: getConnections, reading });
	const product = productOf(connection);
	if (product) {
		const place = tellOutside(reading, 'saas');
		reading.emit.source({
			id: `${place}/${product.host}`,
			kind: 'glue-connection',
			family: 'saas',
			title: product.host,
			place,
			facts: facts({ saas: product.saas, protocol: 'api', managed: 'other' }),
		});
		return true;
	}
	const address = connectionAddress(connection);
	return address !== undefined && tellDatabase(reading, address, { kind: 'glue-connection', facts });
}
