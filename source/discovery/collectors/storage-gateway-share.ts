import type {
	DescribeNFSFileSharesCommandOutput,
	DescribeSMBFileSharesCommandOutput,
	ListFileSharesCommandOutput,
	NFSFileShareInfo,
	SMBFileShareInfo,
} from '@aws-sdk/client-storage-gateway';
import { bucketIn } from '../reading/arn.ts';
import { ask, tellGaps } from '../reading/ask.ts';
import { atOnce } from '../reading/at-once.ts';
import { listed } from '../reading/listed.ts';
import { measured } from '../reading/measured.ts';
import { tellOutside } from '../reading/outside.ts';
import type { Collector, DeclaredCall, Reading } from './collector.ts';

/** No quota is published; 5 a second is what other tools live with. Checked 2026-11-28. */
const usual = { service: 'storagegateway', rate: 5, burst: 10 } as const;
const listShares = {
	...usual,
	operation: 'ListFileShares',
	action: 'storagegateway:ListFileShares',
	answers: 'FileShareInfoList',
	why: 'Lists shares that programs on site write to and that become objects.',
} as const;
const describeNfs = {
	...usual,
	operation: 'DescribeNFSFileShares',
	action: 'storagegateway:DescribeNFSFileShares',
	answers: 'NFSFileShareInfoList',
	why: 'Says in which bucket the files of an NFS share become objects.',
} as const;
const describeSmb = {
	...usual,
	operation: 'DescribeSMBFileShares',
	action: 'storagegateway:DescribeSMBFileShares',
	answers: 'SMBFileShareInfoList',
	why: 'Says in which bucket the files of an SMB share become objects.',
} as const;

/** Most shares that one description takes: the API reference of Storage Gateway, 2026-11-28. */
const mostShares = 10;

/** File shares of Storage Gateway: a link from the site to the bucket in which its files are objects already. */
export const storageGatewayShare: Collector = {
	title: 'Storage Gateway shares',
	family: 'file',
	scope: 'region',
	calls: [listShares, describeNfs, describeSmb],
	async collect(reading) {
		const shares: { nfs: string[]; smb: string[] } = { nfs: [], smb: [] };
		const pages = listed<ListFileSharesCommandOutput>(reading, listShares, {
			input: { Limit: 100 },
			token: 'Marker',
			next: ({ NextMarker }) => NextMarker,
		});
		for await (const { FileShareInfoList = [] } of pages) {
			for (const { FileShareARN: arn = '', FileShareType: type } of FileShareInfoList) {
				reading.emit.seen(arn);
				(type === 'SMB' ? shares.smb : shares.nfs).push(arn);
			}
		}
		const lane = atOnce(5);
		for (const some of inTens(shares.nfs)) await lane.add(() => describe(reading, describeNfs, some));
		for (const some of inTens(shares.smb)) await lane.add(() => describe(reading, describeSmb, some));
		await lane.done();
	},
};

const inTens = (shares: readonly string[]): readonly (readonly string[])[] =>
	Array.from({ length: Math.ceil(shares.length / mostShares) }, (_, index) =>
		shares.slice(index * mostShares, (index + 1) * mostShares),
	);

async function describe(reading: Reading, call: DeclaredCall, FileShareARNList: readonly string[]): Promise<void> {
	const { region, cell } = reading;
	try {
		const answer = await ask<Partial<DescribeNFSFileSharesCommandOutput & DescribeSMBFileSharesCommandOutput>>(
			reading,
			call,
			{ FileShareARNList },
		);
		for (const share of answer.NFSFileShareInfoList ?? answer.SMBFileShareInfoList ?? []) tell(reading, call, share);
	} catch (error) {
		tellGaps(reading, { error, call, region, about: [cell], facts: [] });
	}
}

function tell(reading: Reading, by: DeclaredCall, share: NFSFileShareInfo | SMBFileShareInfo): void {
	const { FileShareARN: arn = '', LocationARN = '', FileShareName, FileShareId, Path, ReadOnly } = share;
	const bucket = bucketIn(LocationARN);
	if (bucket === undefined) return;
	const site = tellOutside(reading, 'on-premises');
	const from = `${site}/gateway${Path ?? `/${FileShareName ?? FileShareId}`}`;
	reading.emit.link({ from, to: bucket.id, by: arn });
	if (!bucket.prefixed && !ReadOnly) reading.emit.claim(bucket.id, measured({ 'local.use': true }, { by, reading }));
}
