import { Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { type IStream, Stream, StreamEncryption, StreamMode } from 'aws-cdk-lib/aws-kinesis';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { knownOf } from './decided-by.ts';
import { arns, constructId, partOf } from './names.ts';
import type { Plan, PlannedSource } from './plan.ts';

export interface StreamsProps extends StackProps {
	readonly plan: Plan;
	readonly key: IKey;
}

/** The hours a stream keeps what it was sent, when the plan does not say it: a week gives time to notice that a reader stands still. */
const usual = 168;

/** New Kinesis streams, for sources that send into one. They hold data, so they stand alone. */
export class StreamsStack extends Stack {
	/** By source id. */
	readonly streams: ReadonlyMap<string, IStream>;

	constructor(scope: Construct, id: string, { plan, key, ...props }: StreamsProps) {
		super(scope, id, props);
		this.streams = new Map(newStreams(plan).map((source) => [source.id, this.streamFor(plan, source, key)]));
	}

	private streamFor(plan: Plan, source: PlannedSource, key: IKey): Stream {
		const replay = knownOf(plan, source, 'replay')?.value;
		const hours = typeof replay === 'number' ? Math.ceil(replay / 3600) : 0;
		return new Stream(this, constructId(source), {
			streamMode: StreamMode.ON_DEMAND,
			encryption: StreamEncryption.KMS,
			encryptionKey: key,
			retentionPeriod: Duration.hours(Math.min(Math.max(hours, usual), 8760)),
			removalPolicy: RemovalPolicy.RETAIN,
		});
	}
}

/** Sources of flows over Kinesis Data Streams that are no stream themselves. */
export function newStreams({ flows, sources }: Plan): readonly PlannedSource[] {
	const over = flows.filter(({ services }) => services.includes('kinesis-data-streams'));
	const sent = new Set(over.flatMap((flow) => flow.sources));
	return sources.filter((source) => sent.has(source.id) && partOf(source, arns.stream) === undefined);
}
