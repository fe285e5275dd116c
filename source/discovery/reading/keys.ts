import type { DescribeKeyCommandOutput } from '@aws-sdk/client-kms';
import { signsOf } from '../clients/fault-signs.ts';
import type { DeclaredCall, Reading } from '../collectors/collector.ts';
import { ask, tellGaps } from './ask.ts';
import { atOnce } from './at-once.ts';
import { measured } from './measured.ts';

/** A twentieth of the 2,000 calls a second that KMS takes in a region: its request quotas, 2026-11-29. */
export const describeKey = {
	service: 'kms',
	operation: 'DescribeKey',
	action: 'kms:DescribeKey',
	rate: 100,
	burst: 100,
	answers: 'KeyMetadata',
	why: 'Says whether a key that encrypts a source is managed by AWS or by the customer. Asked once for each key that is seen on a source.',
} as const satisfies DeclaredCall;

/**
Whose KMS key it is by its alias: `aws-managed` for an `alias/aws/…`, `customer` for another one. A key that is named by its id
or ARN may be either; that stays open.
*/
export function keyNamed(key: string | undefined): 'aws-managed' | 'customer' | undefined {
	const [, alias] = /(?:^|:)alias\/(.+)$/.exec(key ?? '') ?? [];
	if (alias === undefined) return undefined;
	return alias.startsWith('aws/') ? 'aws-managed' : 'customer';
}

/** A source, and the key that encrypts it as its service names it: id, ARN or alias; none where it names none. */
export interface Locked {
	readonly id: string;
	readonly key: string | undefined;
}

/** Tells of sources whose key encrypts them, where its name does not say so: one call a key, in the region of the key. */
export async function tellKeys(reading: Reading, locked: readonly Locked[], region = reading.region): Promise<void> {
	const open = locked.filter(({ key }) => key !== undefined && keyNamed(key) === undefined);
	const lane = atOnce(20);
	for (const [key, sources] of Map.groupBy(open, ({ key }) => key ?? '')) {
		await lane.add(() => tellKey(reading, key, { ids: sources.map(({ id }) => id), region }));
	}
	await lane.done();
}

async function tellKey(
	reading: Reading,
	key: string,
	{ ids, region }: { readonly ids: readonly string[]; readonly region: string },
): Promise<void> {
	const [, where = region, account = reading.account] = /^arn:[^:]+:kms:([^:]+):(\d{12}):/.exec(key) ?? [];
	const tell = (owner: string | undefined): void => {
		for (const id of ids) reading.emit.facts(id, measured({ key: owner }, { by: describeKey, reading }));
	};
	// Only a customer's key can be used from another account.
	if (account !== reading.account) return tell('customer');
	try {
		const { KeyMetadata } = await ask<DescribeKeyCommandOutput>(reading, describeKey, { KeyId: key }, where);
		const manager = KeyMetadata?.KeyManager;
		tell(manager && (manager === 'AWS' ? 'aws-managed' : 'customer'));
	} catch (error) {
		// A key that was deleted is nobody's any more; that the source names it says nothing of what can be read.
		if (signsOf(error).has('NotFoundException')) return;
		tellGaps(reading, { error, call: describeKey, region: where, about: ids, facts: ['key'] });
	}
}
