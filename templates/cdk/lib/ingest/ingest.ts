import { Stack } from 'aws-cdk-lib';
import { type IStream, Stream } from 'aws-cdk-lib/aws-kinesis';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { Environment } from '../environment.ts';
import type { LakeStack } from '../lake-stack.ts';
import { arns, partOf } from '../names.ts';
import type { NetworkStack } from '../network-stack.ts';
import type { Flow, Plan, PlannedSource } from '../plan.ts';

/** One source on its way into one zone. */
export interface Unit {
	readonly flow: Flow;
	readonly source: PlannedSource;
	readonly service: string;
	/** Where it goes: a bucket, and the prefix that is its own. */
	readonly bucket: IBucket;
	readonly prefix: string;
}

/** What an ingest stands on. */
export interface Around {
	readonly plan: Plan;
	readonly environment: Environment;
	readonly lake: LakeStack;
	/** There is one whenever a service of the plan needs it. */
	readonly network: NetworkStack | undefined;
	/** New streams by source id. */
	readonly streams: ReadonlyMap<string, IStream>;
}

/** Why something is not built, as a sentence for whoever does it by hand. */
export type ByHand = string;

/**
 * Builds what brings one source in by one service. What CloudFormation cannot create, or what the plan does not say enough
 * about, is a sentence in place of resources.
 */
export interface Ingest {
	/** It runs in the network of this app. */
	readonly needsNetwork?: boolean;
	/** It reads in place, so that its flow need not lead to a bucket. */
	readonly keepsNothing?: boolean;
	/** The type of resource without which it is nothing, where some regions have none. */
	readonly makes?: string;
	build(scope: Construct, unit: Unit, around: Around): ByHand | undefined;
}

/** Something that the sources of one stack share: made when first asked for. */
export function shared<T extends Construct>(scope: Construct, id: string, make: (home: Construct) => T): T {
	const stack = Stack.of(scope);
	const found = stack.node.tryFindChild(id);
	return (found as T | undefined) ?? make(stack);
}

/** The stream of a source: the source itself if it is one, else the new one that it sends into; undefined if there is none. */
export function streamOf(scope: Construct, source: PlannedSource, { streams }: Around): IStream | undefined {
	if (partOf(source, arns.stream) === undefined) return streams.get(source.id);
	const found = scope.node.tryFindChild('stream');
	return (found as IStream | undefined) ?? Stream.fromStreamArn(scope, 'stream', source.id);
}
