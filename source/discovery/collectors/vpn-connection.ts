import type { DescribeVpnConnectionsCommandOutput } from '@aws-sdk/client-ec2';
import { ask } from '../reading/ask.ts';
import { measured } from '../reading/measured.ts';
import { tellOutside } from '../reading/outside.ts';
import type { Collector } from './collector.ts';

/** Half of what lists with pages may: EC2 API throttling, 2026-11-22. It has no pages. */
const describeVpns = {
	service: 'ec2',
	operation: 'DescribeVpnConnections',
	action: 'ec2:DescribeVpnConnections',
	rate: 10,
	burst: 50,
	answers: 'VpnConnections',
	why: 'Says whether a VPN leads to the account. The set-up of its gateway, which holds keys, is dropped unread.',
} as const;

/** Site-to-Site VPNs: a fact of the data centres behind the account. How fast one is, the line of the site decides. */
export const vpnConnection: Collector = {
	title: 'VPN connections',
	family: 'external',
	scope: 'region',
	calls: [describeVpns],
	async collect(reading) {
		const { VpnConnections = [] } = await ask<DescribeVpnConnectionsCommandOutput>(reading, describeVpns);
		for (const { VpnConnectionId = '', State, VgwTelemetry = [] } of VpnConnections) {
			if (State === 'deleted') continue;
			reading.emit.seen(VpnConnectionId);
			const up = State === 'available' && VgwTelemetry.some(({ Status }) => Status === 'UP');
			if (up) tellOutside(reading, 'on-premises', measured({ 'link.kind': 'vpn' }, { by: describeVpns, reading }));
		}
	},
};
