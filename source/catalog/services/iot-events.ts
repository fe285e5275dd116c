import { all, is, yes } from '../../rules/constructors.ts';
import { confirmed } from '../cited.ts';
import { closedService } from '../closed-service.ts';

export const iotEvents = closedService({
	title: 'AWS IoT Events',
	summary: 'Watched readings for states and raised alarms.',
	page: 'https://docs.aws.amazon.com/iotevents/latest/developerguide/what-is-iotevents.html',
	families: ['device'],
	wasFor: all(is('protocol', 'mqtt', 'opc-ua'), yes('stateful')),
	availability: {
		state: 'ended',
		on: '2026-05-20',
		instead: ['iot-core', 'iot-sitewise'],
		...confirmed('docs/iotevents/latest/developerguide/doc-history.html'),
	},
});
