import type { ListLocationsCommandOutput } from '@aws-sdk/client-datasync';
import type { DeclaredCall, Reading } from '../collectors/collector.ts';
import { arnOf, bucketArn } from './arn.ts';
import { listed } from './listed.ts';
import type { Stated } from './measured.ts';

/** No quota is published; 5 a second is what other tools live with. Checked 2026-11-22. */
export const listLocations = {
	service: 'datasync',
	operation: 'ListLocations',
	action: 'datasync:ListLocations',
	rate: 5,
	burst: 10,
	answers: 'Locations',
	why: 'Lists file shares and stores that DataSync reads and writes, by address.',
} as const satisfies DeclaredCall;

/** The pages of the locations of a region. */
export const locationPages = (reading: Reading) =>
	listed<ListLocationsCommandOutput>(reading, listLocations, {
		input: { MaxResults: 100 },
		token: 'NextToken',
		next: ({ NextToken }) => NextToken,
	});

/** What a location outside AWS is, by the scheme of its address. */
export const outsideSchemes: Readonly<
	Record<
		string,
		{ readonly family: 'file' | 'object'; readonly where: 'on-premises' | 'other-cloud'; readonly stated: Stated }
	>
> = {
	nfs: { family: 'file', where: 'on-premises', stated: { protocol: 'nfs', managed: 'self' } },
	smb: { family: 'file', where: 'on-premises', stated: { protocol: 'smb', managed: 'self' } },
	hdfs: { family: 'file', where: 'on-premises', stated: { protocol: 'hdfs', managed: 'self' } },
	'object-storage': { family: 'object', where: 'on-premises', stated: { protocol: 's3', managed: 'self' } },
	'azure-blob': { family: 'object', where: 'other-cloud', stated: { protocol: 'azure-blob', managed: 'other' } },
};

/** The parts of a location's address: `nfs://filer.plant.example/exports/`. Undefined for what is no such address. */
export function partsOf(
	uri: string,
): { readonly scheme: string; readonly host: string; readonly rest: string } | undefined {
	const [, scheme, host, path = ''] = /^([a-z0-9-]+):\/\/([^/]+)(.*)$/i.exec(uri) ?? [];
	if (scheme === undefined || host === undefined) return undefined;
	return {
		scheme: scheme.toLowerCase(),
		host: host.toLowerCase(),
		rest: path.replaceAll(/\/{2,}/g, '/').replace(/\/$/, ''),
	};
}

/** What a location stands for in the estate; undefined where that is not told. */
export function locationEnd(reading: Reading, uri: string): string | undefined {
	const parts = partsOf(uri);
	if (parts === undefined) return undefined;
	const { scheme, host, rest } = parts;
	if (scheme === 's3') return bucketArn(reading, host);
	const outside = outsideSchemes[scheme];
	if (outside) return `${outside.where}:${reading.account}/${scheme}://${host}${rest}`;
	const system = /(?:^|\.)(fs-[0-9a-f]+)/.exec(host)?.[1];
	if (system === undefined) return undefined;
	return arnOf(reading, scheme === 'efs' ? 'elasticfilesystem' : 'fsx', `file-system/${system}`);
}
