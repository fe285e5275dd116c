import { unconfirmed } from '../cited.ts';
import { closedService } from '../closed-service.ts';

export const modelMonitor = closedService({
	title: 'SageMaker Model Monitor, Clarify and Debugger',
	summary: 'Watched models for drift and bias, and training for faults.',
	page: 'https://docs.aws.amazon.com/sagemaker/latest/dg/model-monitor.html',
	families: [],
	availability: {
		state: 'closed to new customers',
		on: '2026-07-30',
		instead: ['quality'],
		...unconfirmed(
			'docs.amazonaws.cn debugger-custom-rules.html for Debugger; lists of 2026-07 to 2026-10 for the others',
		),
	},
});
