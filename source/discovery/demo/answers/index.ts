import type { ServiceName } from '../../clients/services.ts';
import { cloudwatch } from '../metrics.ts';
import type { Answers } from '../recording.ts';
import { cloudtrail } from './cloudtrail.ts';
import { dynamodb } from './dynamodb.ts';
import { ec2 } from './ec2.ts';
import { iot } from './iot.ts';
import { kinesis } from './kinesis.ts';
import { kms } from './kms.ts';
import { logs } from './logs.ts';
import { rds } from './rds.ts';
import { s3 } from './s3.ts';
import { sts } from './sts.ts';
import { unused } from './unused.ts';

/** Everything that was recorded, by service. */
export const answers: Readonly<Record<ServiceName, Answers>> = {
	s3,
	rds,
	dynamodb,
	cloudwatch,
	logs,
	sts,
	kinesis,
	kms,
	ec2,
	cloudtrail,
	iot,
	...unused,
};
