import { all, is, known } from '../../rules/constructors.ts';
import { confirmed } from '../cited.ts';
import { closedService } from '../closed-service.ts';

export const fraudDetector = closedService({
	title: 'Amazon Fraud Detector',
	summary: 'Scored events for fraud; AWS points to SageMaker AI, AutoGluon and WAF instead.',
	page: 'https://docs.aws.amazon.com/frauddetector/latest/ug/what-is-frauddetector.html',
	families: ['stream', 'relational'],
	wasFor: all(known('sensitivity'), is('sensitivity', 'card')),
	availability: {
		state: 'closed to new customers',
		on: '2025-11-07',
		instead: ['data-lake'],
		...confirmed('docs/frauddetector/latest/ug/doc-history.md'),
	},
});
