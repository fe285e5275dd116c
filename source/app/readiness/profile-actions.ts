import { identityCall } from '../../discovery/policy.ts';
import { HeadwaterError } from '../../errors.ts';
import { contentCalls } from '../../profiling/content-calls.ts';

/** Which service each kind of source lies in whose samples are read through AWS. */
const services = {
	's3-bucket': 's3',
	'dynamodb-table': 'dynamodb',
	'log-group': 'logs',
	'kinesis-stream': 'kinesis',
} as const satisfies Readonly<Record<string, (typeof contentCalls)[number]['service']>>;

/** The actions that a profile needs, of some kinds or of all; a kind of which no samples are read through AWS is a HeadwaterError. */
export function profileActions(kinds: readonly string[]): readonly string[] {
	const known = Object.keys(services);
	const unknown = kinds.find((kind) => !known.includes(kind));
	if (unknown !== undefined) {
		throw new HeadwaterError('unknown-kind', {
			message: `A profile reads no samples of "${unknown}" through AWS.`,
			wayOut: `Name one of ${known.join(', ')}.`,
		});
	}
	const wanted = new Set(
		Object.entries(services).flatMap(([kind, service]) =>
			kinds.length === 0 || kinds.includes(kind) ? [service] : [],
		) as string[],
	);
	const calls = contentCalls.filter(({ service }) => wanted.has(service));
	return [...new Set([identityCall, ...calls].map(({ action }) => action))].toSorted();
}
