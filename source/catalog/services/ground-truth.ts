import { is } from '../../rules/constructors.ts';
import { unconfirmed } from '../cited.ts';
import { closedService } from '../closed-service.ts';

export const groundTruth = closedService({
	title: 'SageMaker Ground Truth and Augmented AI',
	summary: 'Let people label pictures, texts and recordings.',
	page: 'https://docs.aws.amazon.com/sagemaker/latest/dg/sms.html',
	families: ['object', 'file', 'video'],
	wasFor: is('format', 'image', 'audio', 'video', 'document'),
	availability: {
		state: 'closed to new customers',
		on: '2026-07-30',
		instead: ['describe'],
		...unconfirmed('two lists of 2026-07 to 2026-10 that quote docs/general/latest/gr/maintenance_services.html'),
	},
});
