import { expect, test } from 'vitest';
import { datasyncLocation } from '../../../source/discovery/collectors/datasync-location.ts';
import { collect, valuesOf } from '../../peers/reading.ts';

const at = (...uris: readonly string[]) =>
	collect(datasyncLocation, {
		ListLocations: { Locations: uris.map((LocationUri) => ({ LocationArn: `arn:${LocationUri}`, LocationUri })) },
	});
const self = { managed: 'self' };

test.each([
	[
		'nfs://filer.example/exports/logs/',
		'file',
		'on-premises',
		{ ...self, protocol: 'nfs' },
		'filer.example/exports/logs',
	],
	['smb://Filer.example//reports/', 'file', 'on-premises', { ...self, protocol: 'smb' }, 'filer.example/reports'],
	['hdfs://namenode:8020/data', 'file', 'on-premises', { ...self, protocol: 'hdfs' }, 'namenode:8020/data'],
	['object-storage://minio.example/raw/', 'object', 'on-premises', { ...self, protocol: 's3' }, 'minio.example/raw'],
	[
		'azure-blob://acme.blob.core.windows.net/raw',
		'object',
		'other-cloud',
		{ managed: 'other', protocol: 'azure-blob' },
		'acme.blob.core.windows.net/raw',
	],
])('%s is a source outside AWS', async (uri, family, where, facts, title) => {
	const { sources, places } = await at(uri);
	const place = `${where}:123456789012`;
	const id = `${place}/${uri.split(':')[0]}://${title}`;
	expect(sources.map(({ facts: own, ...rest }) => ({ ...rest, facts: valuesOf(own) }))).toEqual([
		{ id, kind: 'datasync-location', family, title, place, facts },
	]);
	expect(places.map((one) => [one.id, one.where])).toEqual([[place, where]]);
});

test('what stands in AWS is found by its own kind', async () => {
	const { sources, places } = await at(
		's3://lake/reports/',
		'efs://eu-central-1.fs-0123abcd/',
		'fsxw://eu-central-1.fs-0123abcd/share',
		'nfs://fs-0123abcd.efs.eu-central-1.amazonaws.com/',
		'not an address',
	);
	expect({ sources, places }).toEqual({ sources: [], places: [] });
});
