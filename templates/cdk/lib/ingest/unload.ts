import { Fn } from 'aws-cdk-lib';
import type { IRole } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Unit } from './ingest.ts';

/** The statement with which a warehouse writes a table as Parquet, encrypted, a folder for each run of its schedule. */
export const unload = (table: string, { bucket, prefix }: Unit, writer: IRole, key: IKey): string =>
	Fn.join('', [
		`UNLOAD ('SELECT * FROM `,
		table,
		`') TO '`,
		bucket.s3UrlForObject(prefix),
		table,
		`/run=<aws.scheduler.execution-id>/' IAM_ROLE '`,
		writer.roleArn,
		`' FORMAT PARQUET KMS_KEY_ID '`,
		key.keyArn,
		`' ENCRYPTED`,
	]);
