import { is } from '../../rules/constructors.ts';
import { confirmed } from '../cited.ts';
import { closedService } from '../closed-service.ts';

export const iotGreengrassV1 = closedService({
	title: 'AWS IoT Greengrass V1',
	summary: 'The first gateway software for machines on site.',
	page: 'https://docs.aws.amazon.com/greengrass/v1/developerguide/what-is-gg.html',
	families: ['device'],
	wasFor: is('protocol', 'opc-ua'),
	availability: {
		state: 'ended',
		on: '2026-10-07',
		instead: ['greengrass'],
		...confirmed('docs/greengrass/v1/apireference/api-endpoints.html'),
	},
});
