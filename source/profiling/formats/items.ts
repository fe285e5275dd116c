/** A value as DynamoDB writes it: its type and itself. */
interface AttributeValue {
	readonly S?: string;
	readonly N?: string;
	readonly B?: Uint8Array;
	readonly BOOL?: boolean;
	readonly NULL?: boolean;
	readonly M?: Readonly<Record<string, AttributeValue>>;
	readonly L?: readonly AttributeValue[];
	readonly SS?: readonly string[];
	readonly NS?: readonly string[];
	readonly BS?: readonly Uint8Array[];
}

/** An item of DynamoDB as a plain record. */
export const itemOf = (item: Readonly<Record<string, AttributeValue>>): Readonly<Record<string, unknown>> =>
	Object.fromEntries(Object.entries(item).map(([name, value]) => [name, plainOf(value)]));

function plainOf({ S, N, B, BOOL, M, L, SS, NS, BS }: AttributeValue): unknown {
	if (S !== undefined) return S;
	if (N !== undefined) return Number(N);
	if (BOOL !== undefined) return BOOL;
	if (M !== undefined) return itemOf(M);
	if (L !== undefined) return L.map(plainOf);
	return B ?? SS ?? NS ?? BS;
}
