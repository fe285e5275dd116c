import { type Answers, account } from '../recording.ts';

/** What AWS STS answers to who is asking. */
export const sts: Answers = {
	GetCallerIdentity: () => ({
		Account: account,
		Arn: `arn:aws:sts::${account}:assumed-role/HeadwaterReader/demo`,
		UserId: 'AROAEXAMPLEEXAMPLE:demo',
	}),
};
