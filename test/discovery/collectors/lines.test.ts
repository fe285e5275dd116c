import { expect, test } from 'vitest';
import { directConnect } from '../../../source/discovery/collectors/direct-connect.ts';
import { vpnConnection } from '../../../source/discovery/collectors/vpn-connection.ts';
import { readingOf, valuesOf } from '../../peers/reading.ts';

const line = (bandwidth: string, connectionState = 'available') => ({
	connectionId: 'dxcon-1',
	bandwidth,
	connectionState,
});
const vpn = (Status: string, State = 'available') => ({
	VpnConnectionId: 'vpn-1',
	State,
	VgwTelemetry: [{ Status: 'DOWN' }, { Status }],
	CustomerGatewayConfiguration: '<pre_shared_key>canary</pre_shared_key>',
});

/** The facts of the data centres behind an account with these lines, whichever is read first; undefined when none is told. */
async function behind(connections: readonly object[], VpnConnections: readonly object[]) {
	const told = [];
	for (const collectors of [
		[directConnect, vpnConnection],
		[vpnConnection, directConnect],
	]) {
		const { reading, gathered } = readingOf({
			DescribeConnections: { connections },
			DescribeVpnConnections: { VpnConnections },
		});
		for (const collector of collectors) await collector.collect(reading);
		told.push(gathered.places());
	}
	expect(told[1]).toEqual(told[0]);
	expect(JSON.stringify(told)).not.toContain('canary');
	return told[0]?.[0] && valuesOf(told[0][0].facts);
}

test.each([
	[
		'a Direct Connect line answers how the site is connected, and how fast',
		[line('10Gbps')],
		[],
		{ 'link.kind': 'direct-connect', bandwidth: 10e9 },
	],
	[
		'of two lines the faster one counts',
		[line('500Mbps'), line('1Gbps')],
		[],
		{ 'link.kind': 'direct-connect', bandwidth: 1e9 },
	],
	['a speed in words that are new stays open', [line('fast')], [], { 'link.kind': 'direct-connect' }],
	[
		'a line that is ordered or down carries nothing',
		[line('1Gbps', 'requested'), line('1Gbps', 'down')],
		[],
		undefined,
	],
	['a VPN says how a site is connected, not how fast', [], [vpn('UP')], { 'link.kind': 'vpn' }],
	['a VPN with no tunnel up carries nothing', [], [vpn('DOWN'), vpn('UP', 'deleted')], undefined],
	[
		'beside a Direct Connect line a VPN is the other way',
		[line('1Gbps')],
		[vpn('UP')],
		{ 'link.kind': 'direct-connect', bandwidth: 1e9 },
	],
	['an account without either says nothing', [], [], undefined],
] as const)('%s', async (_, lines, vpns, expected) => {
	expect(await behind(lines, vpns)).toEqual(expected);
});
