import { expect, test } from 'vitest';
import { storageGatewayShare } from '../../../source/discovery/collectors/storage-gateway-share.ts';
import { collect, readingOf } from '../../peers/reading.ts';
import { denied } from '../../peers/table-caller.ts';

const share = (index: number, FileShareType = 'NFS') => ({
	FileShareARN: `arn:${FileShareType}-${index}`,
	FileShareType,
});

test('a share is a link from the site to its bucket, which programs on site use', async () => {
	const { links, places, gaps } = await collect(storageGatewayShare, {
		ListFileShares: { FileShareInfoList: [share(1), share(2, 'SMB')] },
		DescribeNFSFileShares: {
			NFSFileShareInfoList: [{ FileShareARN: 'arn:NFS-1', LocationARN: 'arn:aws:s3:::tests', Path: '/tests' }],
		},
		DescribeSMBFileShares: {
			SMBFileShareInfoList: [
				{ FileShareARN: 'arn:SMB-2', LocationARN: 'arn:aws:s3:::office/a/', FileShareName: 'office' },
			],
		},
	});
	expect(gaps).toEqual([]);
	expect(links).toEqual([
		{ from: 'on-premises:123456789012/gateway/tests', to: 'arn:aws:s3:::tests', by: 'arn:NFS-1' },
		{ from: 'on-premises:123456789012/gateway/office', to: 'arn:aws:s3:::office', by: 'arn:SMB-2' },
	]);
	expect(places.map(({ id, where }) => [id, where])).toEqual([['on-premises:123456789012', 'on-premises']]);
});

test('shares are described ten at a time', async () => {
	const { caller } = await collect(storageGatewayShare, {
		ListFileShares: { FileShareInfoList: Array.from({ length: 23 }, (_, index) => share(index)) },
		DescribeNFSFileShares: { NFSFileShareInfoList: [] },
	});
	const widths = caller.inputsOf('DescribeNFSFileShares').map((input) => (input.FileShareARNList as string[]).length);
	expect(widths).toEqual([10, 10, 3]);
});

test('a bucket that a share fills alone is used on site; a part of one, and one that is only read, say nothing', async () => {
	const used = async (more: object) => {
		const { reading, gathered } = readingOf({
			ListFileShares: { FileShareInfoList: [share(1)] },
			DescribeNFSFileShares: {
				NFSFileShareInfoList: [{ FileShareARN: 'arn:NFS-1', LocationARN: 'arn:aws:s3:::tests', ...more }],
			},
		});
		const bucket = { id: 'arn:aws:s3:::tests', kind: 's3-bucket', family: 'object', title: 'tests' } as const;
		gathered.emit.source({ ...bucket, place: 'aws', facts: {} });
		await storageGatewayShare.collect(reading);
		gathered.settle();
		return gathered.sources()[0]?.facts['local.use']?.value;
	};
	expect(await used({})).toBe(true);
	expect(await used({ ReadOnly: true })).toBeUndefined();
	expect(await used({ LocationARN: 'arn:aws:s3:::tests/part/' })).toBeUndefined();
});

test('a denied description is a gap that names the action', async () => {
	const { gaps } = await collect(storageGatewayShare, {
		ListFileShares: { FileShareInfoList: [share(1)] },
		DescribeNFSFileShares: denied('storagegateway:DescribeNFSFileShares'),
	});
	expect(gaps.map(({ action }) => action)).toEqual(['storagegateway:DescribeNFSFileShares']);
});
