import type { Reader } from '../reader.ts';

const most = 100;
const shards = 2;
/** GetRecords gives at most so much at once. */
const answerBytes = 10_485_760;

interface Records {
	readonly Records?: readonly { readonly Data?: Uint8Array; readonly ApproximateArrivalTimestamp?: Date }[];
}

/** Some records of two shards of a Kinesis stream; only by name, since its consumers share the reads. */
export const kinesisStream: Reader = {
	title: 'records of a Kinesis data stream',
	onlyByName: true,
	announce: ({ id, title }) => ({
		source: id,
		title,
		reads: `up to ${most} records of ${shards} shards; consumers share these reads`,
		bytes: shards * answerBytes,
		requests: 1 + 2 * shards,
		dollars: 0,
	}),
	async read(source, reading) {
		const [{ listShards, shardIterator, getRecords }, { takeMessages }] = await Promise.all([
			import('../content-calls.ts'),
			import('../formats/messages.ts'),
		]);
		const caller = await reading.openFor(source);
		const { signal, random } = reading;
		const common = { service: 'kinesis', region: source.region ?? '', signal } as const;
		const StreamName = source.title;
		const { Shards = [] } = await caller.call<{ readonly Shards?: readonly { readonly ShardId?: string }[] }>({
			...common,
			operation: listShards.operation,
			input: { StreamName, MaxResults: 1000 },
		});
		const some = Shards.map((shard) => ({ ...shard, turn: random() }))
			.toSorted((a, b) => a.turn - b.turn)
			.slice(0, shards);
		for (const { ShardId } of some) {
			const start = { StreamName, ShardId, ShardIteratorType: 'TRIM_HORIZON' };
			const { ShardIterator } = await caller.call<{ readonly ShardIterator?: string }>({
				...common,
				operation: shardIterator.operation,
				input: start,
			});
			const { Records = [] } = await caller.call<Records>({
				...common,
				operation: getRecords.operation,
				input: { ShardIterator, Limit: most / shards },
			});
			takeMessages(
				Records.map(({ Data = new Uint8Array(), ApproximateArrivalTimestamp: at }) => ({
					message: Buffer.from(Data).toString('utf8'),
					...(at === undefined ? {} : { at: at.getTime() }),
				})),
				source,
				reading,
			);
		}
		return { whole: false };
	},
};
