import type { Connection, DescribeConnectionsCommandOutput } from '@aws-sdk/client-direct-connect';
import { gigabits, megabits } from '../../facts/units.ts';
import { listed } from '../reading/listed.ts';
import { measured } from '../reading/measured.ts';
import { tellOutside } from '../reading/outside.ts';
import type { Collector, Reading } from './collector.ts';

/** No quota is published; 5 a second is what other tools live with. Checked 2026-11-22. */
const describeConnections = {
	service: 'directconnect',
	operation: 'DescribeConnections',
	action: 'directconnect:DescribeConnections',
	rate: 5,
	burst: 10,
	answers: 'connections',
	why: 'Says whether a private line leads to the account, and how fast it is.',
} as const;

/** Direct Connect lines: a fact of the data centres behind the account, the fastest where there are several. */
export const directConnect: Collector = {
	title: 'Direct Connect lines',
	family: 'external',
	scope: 'region',
	calls: [describeConnections],
	async collect(reading) {
		const pages = listed<DescribeConnectionsCommandOutput>(reading, describeConnections, {
			input: { maxResults: 100 },
			token: 'nextToken',
			next: ({ nextToken }) => nextToken,
		});
		for await (const { connections = [] } of pages) for (const line of connections) tell(reading, line);
	},
};

/** A line that is ordered, down or given up carries nothing, and is only counted. */
function tell(reading: Reading, { connectionId = '', connectionState, bandwidth = '' }: Connection): void {
	reading.emit.seen(connectionId);
	if (connectionState !== 'available') return;
	const stated = { 'link.kind': 'direct-connect', bandwidth: speedOf(bandwidth) };
	tellOutside(reading, 'on-premises', measured(stated, { by: describeConnections, reading }));
}

/** `10Gbps`, `500Mbps` in bits a second. */
function speedOf(bandwidth: string): number | undefined {
	const [, digits, unit] = /^(\d+(?:\.\d+)?)\s*([GM])bps$/i.exec(bandwidth) ?? [];
	if (digits === undefined) return undefined;
	return unit?.toUpperCase() === 'G' ? gigabits(Number(digits)) : megabits(Number(digits));
}
