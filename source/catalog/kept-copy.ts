import { fact } from '../rules/constructors.ts';
import type { CostTerm, Grant } from './record.ts';

/** The copy in S3 is paid for by whoever brings the history. */
export const storedCopy: CostTerm = { price: 's3.standard', per: 'month', quantity: fact('volume') };

/** The same as Iceberg tables in a table bucket. */
export const storedTable: CostTerm = { price: 's3.tables', per: 'month', quantity: fact('volume') };

/** What every mover needs at the other end. */
export const writesLanding: readonly Grant[] = [
	{
		actions: ['s3:ListBucket', 's3:PutObject', 's3:AbortMultipartUpload'],
		on: 'landing',
		why: 'Writes what it brings into the landing zone.',
	},
	{ actions: ['kms:GenerateDataKey', 'kms:Decrypt'], on: 'key', why: 'Encrypts what it writes.' },
];
