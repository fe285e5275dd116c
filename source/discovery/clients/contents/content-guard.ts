import { HeadwaterError } from '../../../errors.ts';
import type { DeclaredCall } from '../../collectors/collector.ts';
import type { Caller } from '../call.ts';
import type { Connection, Settings } from '../connection.ts';
import type { ServiceName } from '../services.ts';

/** A read of contents, declared as calls of metadata are. */
export type ContentCall = DeclaredCall;

/** The reads of contents that a yes may open; whatever a reader declares, nothing else leaves the program. */
const contentReads: ReadonlySet<string> = new Set([
	's3:ListObjectsV2',
	's3:GetObject',
	'dynamodb:Scan',
	'logs:FilterLogEvents',
	'kinesis:ListShards',
	'kinesis:GetShardIterator',
	'kinesis:GetRecords',
]);

const clients: Readonly<Partial<Record<ServiceName, () => Promise<{ connect(settings: Settings): Connection }>>>> = {
	s3: () => import('./s3.ts'),
	dynamodb: () => import('./dynamodb.ts'),
	logs: () => import('./logs.ts'),
	kinesis: () => import('./kinesis.ts'),
};

/** The thin client of a service that reads contents; the one that discovery uses has no such command. */
export async function loadContents(service: ServiceName): Promise<{ connect(settings: Settings): Connection }> {
	const load = clients[service];
	if (load === undefined) throw new Error(`No contents of ${service} are read.`);
	return load();
}

/** A caller that lets the declared reads of contents through and nothing else: neither writes nor anything that nobody agreed to. */
export function openedForContents(caller: Caller, declared: readonly DeclaredCall[]): Caller {
	const allowed = new Set(declared.map(({ service, operation }) => `${service}:${operation}`));
	return {
		account: caller.account,
		async call<Output>(ask: Parameters<Caller['call']>[0]): Promise<Output> {
			const name = `${ask.service}:${ask.operation}`;
			if (allowed.has(name) && contentReads.has(name)) return caller.call<Output>(ask);
			throw new HeadwaterError('refused-call', {
				message: `The guard refused ${name}: a profile makes only the reads that were announced.`,
				wayOut: 'This is a fault of the program; please report it. Nothing was sent.',
				blame: 'headwater',
			});
		},
	};
}
