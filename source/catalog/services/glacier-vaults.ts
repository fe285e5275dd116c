import { unconfirmed } from '../cited.ts';
import { closedService } from '../closed-service.ts';

export const glacierVaults = closedService({
	title: 'Amazon S3 Glacier vaults',
	summary: 'The older archive with vaults and an interface of its own; the storage classes of S3 go on.',
	page: 'https://docs.aws.amazon.com/amazonglacier/latest/dev/introduction.html',
	families: [],
	availability: {
		state: 'closed to new customers',
		on: '2025-11-07',
		instead: ['storage-lifecycle', 's3-direct'],
		...unconfirmed('desbugados.com.br 2025-10-30'),
	},
});
