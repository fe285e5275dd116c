import type {
	GetBucketEncryptionCommandOutput,
	GetBucketLifecycleConfigurationCommandOutput,
	GetBucketPolicyStatusCommandOutput,
	GetBucketTaggingCommandOutput,
	GetBucketVersioningCommandOutput,
	GetPublicAccessBlockCommandOutput,
} from '@aws-sdk/client-s3';
import { signsOf } from '../clients/fault-signs.ts';
import type { DeclaredCall, Reading } from '../collectors/collector.ts';
import { ask, type Detail, readDetail, tellGaps } from './ask.ts';
import { describeKey, keyNamed, type Locked, tellKeys } from './keys.ts';
import { measured, type Stated } from './measured.ts';
import { ownerIn } from './tags.ts';

/** No quota is published for reads of a bucket's settings; this is far below what is answered. Checked 2026-11-22. */
const perBucket = { service: 's3', rate: 100, burst: 100 } as const;

const getEncryption = {
	...perBucket,
	operation: 'GetBucketEncryption',
	action: 's3:GetEncryptionConfiguration',
	answers: 'ServerSideEncryptionConfiguration',
	why: 'Says with which key objects are encrypted.',
} as const satisfies DeclaredCall;
const getVersioning = {
	...perBucket,
	operation: 'GetBucketVersioning',
	action: 's3:GetBucketVersioning',
	why: 'Says whether overwritten objects are kept.',
} as const satisfies DeclaredCall;
const getLifecycle = {
	...perBucket,
	operation: 'GetBucketLifecycleConfiguration',
	action: 's3:GetLifecycleConfiguration',
	answers: 'Rules',
	why: 'Says whether old objects move to cheaper classes or are deleted.',
} as const satisfies DeclaredCall;
const getTags = {
	...perBucket,
	operation: 'GetBucketTagging',
	action: 's3:GetBucketTagging',
	answers: 'TagSet',
	why: 'Tags name the owner.',
} as const satisfies DeclaredCall;
const getAccessBlock = {
	...perBucket,
	operation: 'GetPublicAccessBlock',
	action: 's3:GetBucketPublicAccessBlock',
	answers: 'PublicAccessBlockConfiguration',
	why: 'Says whether public access is blocked.',
} as const satisfies DeclaredCall;
const getPolicyStatus = {
	...perBucket,
	operation: 'GetBucketPolicyStatus',
	action: 's3:GetBucketPolicyStatus',
	answers: 'PolicyStatus',
	why: 'Says whether the policy opens the bucket to the public.',
} as const satisfies DeclaredCall;
/** Where AWS leaves the region out of the list. */
export const getBucketLocation = {
	...perBucket,
	operation: 'GetBucketLocation',
	action: 's3:GetBucketLocation',
	why: 'Says the region of a bucket where the list does not.',
} as const satisfies DeclaredCall;

/** Calls about one bucket. */
export const bucketCalls: readonly DeclaredCall[] = [
	getBucketLocation,
	getEncryption,
	getVersioning,
	getLifecycle,
	getTags,
	getAccessBlock,
	getPolicyStatus,
	describeKey,
];

/** A bucket, and where its settings are read. */
export interface Bucket {
	readonly id: string;
	readonly name: string;
	readonly region: string;
}

/** Encryption, versions, lifecycle, owner and openness of a bucket; a refusal of one leaves the others. */
export async function readBucket(reading: Reading, { id, name, region }: Bucket): Promise<void> {
	const where = { id, region, input: { Bucket: name } };
	const locked: Locked[] = [];
	await Promise.all([
		readDetail(reading, encryption(id, locked), where).then(() => tellKeys(reading, locked, region)),
		readDetail(reading, versioning, where),
		readDetail(reading, lifecycle, where),
		readDetail(reading, tags, where),
		readOpen(reading, { id, name, region }),
	]);
}

/** The bucket was deleted while the list was read. */
const gone: Readonly<Record<string, Stated>> = { NoSuchBucket: {} };

/** How a bucket is encrypted; the key that it names is noted, since its ARN does not say whose it is. */
const encryption = (id: string, locked: Locked[]): Detail<GetBucketEncryptionCommandOutput> => ({
	call: getEncryption,
	facts: ['encrypted', 'key'],
	read({ ServerSideEncryptionConfiguration: set }) {
		const { SSEAlgorithm: algorithm, KMSMasterKeyID: key } =
			set?.Rules?.find((rule) => rule.ApplyServerSideEncryptionByDefault)?.ApplyServerSideEncryptionByDefault ?? {};
		if (algorithm === undefined) return {};
		if (algorithm === 'AES256') return { encrypted: true, key: 'service' };
		locked.push({ id, key });
		return { encrypted: true, key: key === undefined ? 'aws-managed' : keyNamed(key) };
	},
	absent: { ...gone, ServerSideEncryptionConfigurationNotFoundError: { encrypted: false, key: 'none' } },
});

const versioning: Detail<GetBucketVersioningCommandOutput> = {
	call: getVersioning,
	facts: ['versioned'],
	read: ({ Status }) => ({ versioned: Status === 'Enabled' }),
	absent: gone,
};

const lifecycle: Detail<GetBucketLifecycleConfigurationCommandOutput> = {
	call: getLifecycle,
	facts: ['lifecycle.rules', 'lifecycle.small'],
	read({ Rules = [], TransitionDefaultMinimumObjectSize: least }) {
		const enabled = Rules.filter(({ Status }) => Status === 'Enabled');
		const moves = enabled.some(({ Transitions = [] }) => Transitions.length > 0);
		return {
			'lifecycle.rules': enabled.length > 0,
			'lifecycle.small': moves && least !== undefined ? least === 'varies_by_storage_class' : undefined,
		};
	},
	absent: { ...gone, NoSuchLifecycleConfiguration: { 'lifecycle.rules': false } },
};

const tags: Detail<GetBucketTaggingCommandOutput> = {
	call: getTags,
	facts: ['owner'],
	read: ({ TagSet }) => ({ owner: ownerIn(TagSet) }),
	absent: { ...gone, NoSuchTagSet: {} },
};

/**
Whether the public can read a bucket: closed when both its policy and its access lists are kept from opening it, open when its
policy opens it and nothing holds that back. Access lists that are neither ignored nor read leave it open as a question.
*/
async function readOpen(reading: Reading, { id, name, region }: Bucket): Promise<void> {
	const input = { Bucket: name };
	const block = await orNone(
		ask<GetPublicAccessBlockCommandOutput>(reading, getAccessBlock, input, region),
		'NoSuchPublicAccessBlockConfiguration',
	);
	if ('error' in block) return tellRefused(block.error, getAccessBlock);
	const { RestrictPublicBuckets: restricted, IgnorePublicAcls: listsIgnored } =
		block.answer?.PublicAccessBlockConfiguration ?? {};
	if (restricted && listsIgnored) return tellOpen(false, getAccessBlock);
	const status = await orNone(
		ask<GetBucketPolicyStatusCommandOutput>(reading, getPolicyStatus, input, region),
		'NoSuchBucketPolicy',
	);
	if ('error' in status) return tellRefused(status.error, getPolicyStatus);
	const opened = status.answer === undefined ? false : status.answer.PolicyStatus?.IsPublic;
	if (opened && !restricted) return tellOpen(true, getPolicyStatus);
	if (opened === false && listsIgnored) return tellOpen(false, getPolicyStatus);

	function tellOpen(open: boolean, by: DeclaredCall): void {
		reading.emit.facts(id, measured({ public: open }, { by, reading }));
	}
	function tellRefused(error: unknown, call: DeclaredCall): void {
		if (!signsOf(error).has('NoSuchBucket')) tellGaps(reading, { error, call, region, about: [id], facts: ['public'] });
	}
}

/** The answer, or none where AWS says by an error that there is none. */
async function orNone<Output>(
	asked: Promise<Output>,
	none: string,
): Promise<{ readonly answer: Output | undefined } | { readonly error: unknown }> {
	try {
		return { answer: await asked };
	} catch (error) {
		return signsOf(error).has(none) ? { answer: undefined } : { error };
	}
}
