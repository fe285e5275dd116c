import { any, is } from '../../rules/constructors.ts';
import { confirmed } from '../cited.ts';
import { closedService } from '../closed-service.ts';

export const lookoutForEquipment = closedService({
	title: 'Amazon Lookout for Equipment',
	summary: 'Learned from readings of sensors when a machine behaves oddly.',
	page: 'https://docs.aws.amazon.com/lookout-for-equipment/latest/ug/what-is.html',
	families: ['device', 'time-series'],
	wasFor: any(is('family', 'time-series'), is('protocol', 'mqtt', 'opc-ua')),
	availability: {
		state: 'ended',
		on: '2026-10-07',
		instead: ['data-lake'],
		...confirmed('docs/lookout-for-equipment/latest/userguide/doc-history.md'),
	},
});
