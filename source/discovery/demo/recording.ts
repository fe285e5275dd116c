/** The account that was recorded; twelve digits that AWS uses in its own examples. */
export const account = '111122223333';
/** Where the group works, and where the account began. */
export const home = 'eu-central-1';
export const first = 'us-east-1';
export const regions = [home, first] as const;
/** When it was recorded: the clock of everything that is replayed. */
export const recordedAt = new Date('2026-11-24T06:00:00.000Z');

/** What AWS answered to one operation. It gets the input and the region and gives the SDK's own shape, or throws as the SDK does. */
type Answer = (input: Readonly<Record<string, unknown>>, region: string) => unknown;
export type Answers = Readonly<Record<string, Answer>>;

/** A field of an input that must be a text. */
export const named = (input: Readonly<Record<string, unknown>>, field: string): string => String(input[field] ?? '');

/** A refusal as the SDK throws it. */
export function refusal(name: string, message: string, status: number): Error {
	const error = new Error(message);
	error.name = name;
	return Object.assign(error, { $fault: 'client', $metadata: { httpStatusCode: status, attempts: 1 } });
}

/** These credentials may not make the call. */
export const denied = (action: string, resource: string, name = 'AccessDenied'): Error =>
	refusal(
		name,
		`User: arn:aws:sts::${account}:assumed-role/HeadwaterReader/demo is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`,
		403,
	);

export const key = (id: string, region: string = home): string => `arn:aws:kms:${region}:${account}:key/${id}`;
