import { is } from '../../rules/constructors.ts';
import { confirmed } from '../cited.ts';
import { closedService } from '../closed-service.ts';

export const iotAnalytics = closedService({
	title: 'AWS IoT Analytics',
	summary: 'Collected, cleaned and stored messages of devices.',
	page: 'https://docs.aws.amazon.com/iotanalytics/latest/userguide/welcome.html',
	families: ['device'],
	wasFor: is('protocol', 'mqtt', 'opc-ua'),
	availability: {
		state: 'ended',
		on: '2025-12-15',
		instead: ['iot-core', 'data-firehose'],
		...confirmed('docs/iotanalytics/latest/userguide/api.html'),
	},
});
