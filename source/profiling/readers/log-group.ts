import type { Reader } from '../reader.ts';

const most = 50;
/** An event is at most so long. */
const eventBytes = 262_144;

/** The latest events of a CloudWatch log group; only by name, since people write anything into logs. */
export const logGroup: Reader = {
	title: 'events of a CloudWatch log group',
	onlyByName: true,
	announce: ({ id, title }) => ({
		source: id,
		title,
		reads: `up to ${most} events`,
		bytes: most * eventBytes,
		requests: 1,
		dollars: 0,
	}),
	async read(source, reading) {
		const [{ filterEvents }, { takeMessages }] = await Promise.all([
			import('../content-calls.ts'),
			import('../formats/messages.ts'),
		]);
		const caller = await reading.openFor(source);
		const { service, operation } = filterEvents;
		const input = { logGroupName: source.title, limit: most };
		const { events = [] } = await caller.call<{
			readonly events?: readonly { readonly timestamp?: number; readonly message?: string }[];
		}>({
			service,
			operation,
			region: source.region ?? '',
			input,
			signal: reading.signal,
		});
		takeMessages(
			events.map(({ timestamp, message = '' }) => ({ message, ...(timestamp === undefined ? {} : { at: timestamp }) })),
			source,
			reading,
		);
		return { whole: false };
	},
};
