import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import type { Settings } from '../../../source/discovery/clients/connection.ts';
import { connect as connectS3 } from '../../../source/discovery/clients/services/s3.ts';
import { declaredCalls } from '../../../source/discovery/policy.ts';

/** A client that speaks to AWS by name; its answers come from here, its requests go nowhere. */
function answering(type: string, body: string, headers: Readonly<Record<string, string>> = {}) {
	const hosts: string[] = [];
	const requestHandler = {
		async handle({ hostname }: { hostname: string }) {
			hosts.push(hostname);
			return {
				response: { statusCode: 200, headers: { 'content-type': type, ...headers }, body: Readable.from([body]) },
			};
		},
	};
	const settings = {
		region: 'eu-central-1',
		credentials: async () => ({ accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'not-a-secret' }),
		requestHandler,
	} as unknown as Settings;
	return { settings, hosts };
}

test('a web page in place of an answer of AWS is refused, though it says success', async () => {
	const { settings } = answering('text/html; charset=utf-8', '<html><body>Sign in</body></html>');
	await expect(connectS3(settings).send('ListBuckets', { MaxBuckets: 1000 })).rejects.toMatchObject({
		name: 'NotFromAws',
		message: 'a web page (200 text/html; charset=utf-8).',
	});
});

test.each([
	['nothing', 'application/xml', '', 'an empty answer (200 application/xml).'],
	['a web page that calls itself XML', 'text/xml', '\n<!DOCTYPE html><p>Sign in</p>', 'a web page (200 text/xml).'],
])('%s is refused as well, from an emulator too', async (_, type, body, message) => {
	const { settings } = answering(type, body, { 'x-amz-request-id': 'r-1' });
	const emulated = { ...settings, endpoint: 'http://127.0.0.1:1' };
	await expect(connectS3(emulated).send('GetBucketVersioning', { Bucket: 'clicks' })).rejects.toMatchObject({
		name: 'NotFromAws',
		message,
	});
});

test('an answer without a request id is not from AWS', async () => {
	const { settings } = answering('application/xml', '<VersioningConfiguration/>');
	await expect(connectS3(settings).send('GetBucketVersioning', { Bucket: 'clicks' })).rejects.toMatchObject({
		name: 'NotFromAws',
	});
});

test('an answer of AWS comes through as the SDK shapes it', async () => {
	const body =
		'<ListAllMyBucketsResult><Buckets><Bucket><Name>clicks</Name></Bucket></Buckets></ListAllMyBucketsResult>';
	const { settings, hosts } = answering('application/xml', body, { 'x-amz-request-id': 'r-1' });
	expect(await connectS3(settings).send('ListBuckets', {})).toMatchObject({ Buckets: [{ Name: 'clicks' }] });
	expect(hosts).toEqual(['s3.eu-central-1.amazonaws.com']);
});

test.each(declaredCalls)('the client of $service can send $operation', async ({ service, operation }) => {
	const { settings, hosts } = answering('text/html', '<html>');
	const { connect } = (await import(`../../../source/discovery/clients/services/${service}.ts`)) as {
		connect: typeof connectS3;
	};
	const input = {
		Bucket: 'clicks',
		TableName: 'profiles',
		ruleName: 'taps',
		tableBucketARN: 'arn:tables',
		ClusterArn: 'arn:kafka',
		ChannelArn: 'arn:channel',
	};
	// One client of the SDK asks for its address first, and says no more than that this failed.
	await expect(connect(settings).send(operation, input)).rejects.toThrow(
		/^(?:a web page \(200 text\/html\)\.|The operation to discover endpoint failed)/,
	);
	expect(hosts).toHaveLength(1);
});

test('a client has no command that is not declared', async () => {
	const { settings, hosts } = answering('text/html', '');
	await expect(connectS3(settings).send('GetObject', {})).rejects.toThrow('The client has no command GetObject.');
	expect(hosts).toEqual([]);
});
