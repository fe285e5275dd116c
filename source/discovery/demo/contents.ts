import { HeadwaterError } from '../../errors.ts';
import type { Call, Caller } from '../clients/call.ts';
import { demoObjects } from './contents/objects.ts';
import { profileItems } from './contents/profiles.ts';
import { account, named } from './recording.ts';

/**
A caller that answers reads of contents of the recorded account: made rows with the flaws that such data has, the same in every run. What
was not recorded is a HeadwaterError `not-recorded`.
*/
export const demoContents = (signal: AbortSignal): Caller => ({
	account,
	async call<Output>({ operation, input, signal: own }: Call): Promise<Output> {
		signal.throwIfAborted();
		own?.throwIfAborted();
		const answer = Object.hasOwn(answers, operation) ? answers[operation]?.(input) : undefined;
		if (answer !== undefined) return answer as Output;
		throw new HeadwaterError('not-recorded', {
			message: `The contents of ${nameIn(input)} were not recorded in the demo account.`,
			wayOut:
				'Look at brightmoor-clickstream-archive, brightmoor-equipment-logs or customer-profiles, or at a folder of your own.',
		});
	},
});

type Input = Readonly<Record<string, unknown>>;

const nameIn = (input: Input): string =>
	['Bucket', 'TableName', 'logGroupName', 'StreamName'].map((field) => named(input, field)).find(Boolean) ??
	'this source';

const answers: Readonly<Record<string, (input: Input) => unknown>> = {
	ListObjectsV2(input) {
		const objects = demoObjects(named(input, 'Bucket'));
		if (objects === undefined) return undefined;
		const below = [...objects].filter(([key]) => key.startsWith(named(input, 'Prefix')));
		if (input.Delimiter !== '/') {
			return { Contents: below.map(([Key, body]) => ({ Key, Size: body.length })), IsTruncated: false };
		}
		const folders = new Set(below.map(([key]) => `${key.split('/')[0]}/`));
		// The newest days alone were recorded; there are more than are listed.
		return { CommonPrefixes: [...folders].map((Prefix) => ({ Prefix })), IsTruncated: true };
	},
	GetObject(input) {
		const body = demoObjects(named(input, 'Bucket'))?.get(named(input, 'Key'));
		const [, from = '0', to = ''] = /^bytes=(\d+)-(\d+)$/.exec(named(input, 'Range')) ?? [];
		if (body === undefined) return undefined;
		const part = body.subarray(Number(from), to === '' ? undefined : Number(to) + 1);
		return { ETag: '"recorded"', Body: { transformToByteArray: async () => new Uint8Array(part) } };
	},
	Scan(input) {
		if (named(input, 'TableName') !== 'customer-profiles') return undefined;
		const { Items, next } = profileItems(input);
		return {
			Items,
			...(next === undefined ? {} : { LastEvaluatedKey: next }),
			ConsumedCapacity: { CapacityUnits: 0.5 * Math.ceil(Items.length / 16) },
		};
	},
};
