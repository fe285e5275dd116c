import { unconfirmed } from '../cited.ts';
import { closedService } from '../closed-service.ts';

export const groundTruthPlus = closedService({
	title: 'SageMaker Ground Truth Plus',
	summary: 'Had a workforce of AWS label data.',
	page: 'https://docs.aws.amazon.com/sagemaker/latest/dg/gtp.html',
	families: [],
	availability: {
		state: 'ended',
		on: '2026-06-30',
		instead: ['describe'],
		...unconfirmed('two lists of 2026-07 to 2026-10 that quote docs/general/latest/gr/maintenance_services.html'),
	},
});
