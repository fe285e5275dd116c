import type { ServiceName } from '../../clients/call.ts';
import { cloudwatch } from '../metrics.ts';
import type { Answers } from '../recording.ts';
import { dynamodb } from './dynamodb.ts';
import { logs } from './logs.ts';
import { rds } from './rds.ts';
import { s3 } from './s3.ts';
import { sts } from './sts.ts';

/** Everything that was recorded, by service. */
export const answers: Readonly<Record<ServiceName, Answers>> = { s3, rds, dynamodb, cloudwatch, logs, sts };
