import type { Call, Caller } from '../../source/discovery/clients/call.ts';

/** An answer, an error that is thrown, or a function of the call that gives either. */
type Row = object | Error | ((ask: Call) => unknown);

/** AWS as a table: by operation, with its service (`efs:DescribeFileSystems`), or with its subject (`GetBucketTagging clicks`), the nearer row first. */
export type Table = Readonly<Record<string, Row>>;

export interface TableCaller extends Caller {
	/** Every call so far, as `region operation subject`. */
	readonly asked: readonly string[];
	/** Every input so far, by operation. */
	inputsOf(operation: string): readonly Call['input'][];
}

/** A caller that answers from a table. What the table does not hold is a fault of the test, and named. */
export function tableCaller(table: Table, account = '123456789012'): TableCaller {
	const calls: Call[] = [];
	return {
		account,
		get asked() {
			return calls.map(({ region, operation, input }) =>
				[region, operation, subjectOf(input)].filter(Boolean).join(' '),
			);
		},
		inputsOf: (operation) => calls.filter((call) => call.operation === operation).map(({ input }) => input),
		async call<Output>(ask: Call): Promise<Output> {
			ask.signal?.throwIfAborted();
			calls.push(ask);
			const subject = subjectOf(ask.input);
			const named = `${ask.service}:${ask.operation}`;
			const row = table[`${ask.operation} ${subject}`] ?? table[named] ?? table[ask.operation];
			if (row === undefined) throw new Error(`The table holds no ${ask.operation} ${subject}.`);
			const answer = typeof row === 'function' ? await row(ask) : row;
			if (answer instanceof Error) throw answer;
			return answer as Output;
		},
	};
}

/** What a call is about: a bucket, a table, or the engine that a list is narrowed to. */
function subjectOf({ Bucket, TableName, Filters }: Call['input']): string {
	const [filter] = (Filters ?? []) as readonly { readonly Values?: readonly string[] }[];
	return String(Bucket ?? TableName ?? filter?.Values?.[0] ?? '');
}

/** An error as the SDK throws it. */
export function awsError(name: string, message = name, status = 400): Error {
	const error = new Error(message);
	error.name = name;
	return Object.assign(error, { $fault: 'client', $metadata: { httpStatusCode: status, attempts: 1 } });
}

/** AWS refuses a call as it does for whom nothing is allowed. */
export const denied = (action: string): Error =>
	awsError(
		'AccessDenied',
		`User: arn:aws:iam::123456789012:user/reader is not authorized to perform: ${action} because no identity-based policy allows the ${action} action`,
		403,
	);

/** A clock that stands still unless it is waited on. */
export function standingClock(): {
	now(): number;
	sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
	readonly slept: readonly number[];
} {
	let time = 0;
	const slept: number[] = [];
	return {
		now: () => time,
		async sleep(milliseconds, signal) {
			signal?.throwIfAborted();
			slept.push(milliseconds);
			time += milliseconds;
		},
		slept,
	};
}
