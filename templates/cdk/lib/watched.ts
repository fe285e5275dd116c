import { Duration } from 'aws-cdk-lib';
import { type IMetric, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Stream } from 'aws-cdk-lib/aws-kinesis';
import { CfnDeliveryStream } from 'aws-cdk-lib/aws-kinesisfirehose';
import { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import type { LakeStack } from './lake-stack.ts';
import type { Plan } from './plan.ts';
import { periodOf } from './schedules.ts';
import { loads } from './zone.ts';

export interface Watched {
	readonly id: string;
	readonly says: string;
	readonly metric: IMetric;
	/** It tells from here on. */
	readonly atLeast?: number;
	/** It tells when there is nothing at all for so many periods of its metric, also when nobody says so. */
	readonly emptyFor?: number;
}

/** Of what runs all the time: how old what it hands on may become before somebody looks. */
const oldest = Duration.hours(1);

/** What tells of itself that it failed or fell behind, wherever in the app it stands. */
export function watched(app: Construct): readonly Watched[] {
	return app.node.findAll().flatMap((one): readonly Watched[] => {
		const id = one.node.path.replaceAll('/', '-').slice(0, 200);
		if (one instanceof StateMachine) {
			const metric = one.metricFailed({ period: Duration.minutes(5), statistic: 'Sum' });
			return [{ id, says: `A run of ${one.node.path} failed`, metric, atLeast: 1 }];
		}
		if (one instanceof Stream) {
			const metric = one.metric('GetRecords.IteratorAgeMilliseconds', { statistic: 'Maximum' });
			return [{ id, says: `Whoever reads ${one.node.path} is behind`, metric, atLeast: oldest.toMilliseconds() }];
		}
		if (one instanceof LambdaFunction) {
			const metric = one.metric('IteratorAge', { statistic: 'Maximum', period: Duration.minutes(5) });
			return [{ id, says: `${one.node.path} is behind its stream`, metric, atLeast: oldest.toMilliseconds() }];
		}
		if (one instanceof Queue) {
			const metric = one.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(5) });
			return [{ id, says: `Records that could not be served wait in ${one.node.path}`, metric, atLeast: 1 }];
		}
		if (one instanceof CfnDeliveryStream) {
			const metric = new Metric({
				namespace: 'AWS/Firehose',
				metricName: 'DeliveryToS3.DataFreshness',
				// A delivery that is made under a condition has a name that can be told without it.
				dimensionsMap: { DeliveryStreamName: one.deliveryStreamName ?? one.ref },
				statistic: 'Maximum',
				period: Duration.minutes(5),
			});
			return [{ id, says: `${one.node.path} delivers late`, metric, atLeast: oldest.toSeconds() }];
		}
		return [];
	});
}

const day = 1440;
/** CloudWatch looks back a week at most. */
const longest = 7;

/**
 * Stores into which nothing has come for twice as long as the quickest of their flows takes: a load that brings nothing fails
 * nowhere. A store that is filled once, or more seldom than twice a week, is not looked at.
 */
export function emptyLoads({ flows, stores }: Plan, { buckets }: LakeStack): readonly Watched[] {
	return stores.flatMap(({ id, title }): readonly Watched[] => {
		const bucket = buckets.get(id);
		const paces = flows
			.filter(({ to }) => to === id)
			.map(({ cadence }) =>
				cadence === 'continuous' ? 0 : (periodOf(cadence)?.toMinutes() ?? Number.POSITIVE_INFINITY),
			);
		const days = Math.max(1, Math.ceil((2 * Math.min(...paces)) / day));
		if (!bucket || paces.length === 0 || days > longest) return [];
		const metric = new Metric({
			namespace: 'AWS/S3',
			metricName: 'PutRequests',
			dimensionsMap: { BucketName: bucket.bucketName, FilterId: loads },
			statistic: 'Sum',
			period: Duration.days(1),
		});
		return [{ id: `empty-${id}`, says: `Nothing has come into ${title} for ${days} days`, metric, emptyFor: days }];
	});
}
