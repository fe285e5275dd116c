import { is } from '../../rules/constructors.ts';
import { unconfirmed } from '../cited.ts';
import { closedService } from '../closed-service.ts';

export const iotFleetwise = closedService({
	title: 'AWS IoT FleetWise',
	summary: 'Chose and collected signals of vehicles.',
	page: 'https://docs.aws.amazon.com/iot-fleetwise/latest/developerguide/what-is-iotfleetwise.html',
	families: ['device'],
	wasFor: is('protocol', 'mqtt'),
	availability: {
		state: 'closed to new customers',
		on: '2026-04-30',
		instead: ['iot-core', 'greengrass'],
		...unconfirmed('dev.classmethod.jp list of 2026-03-31'),
	},
});
