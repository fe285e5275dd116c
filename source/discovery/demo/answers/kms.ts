import { type Answers, named } from '../recording.ts';

/** The keys of the group, all of which it made itself. */
export const kms: Answers = {
	DescribeKey: (input) => ({ KeyMetadata: { Arn: named(input, 'KeyId'), KeyManager: 'CUSTOMER' } }),
};
