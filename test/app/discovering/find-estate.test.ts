import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findEstate, type Search } from '../../../source/app/discovering/find-estate.ts';
import { collectors } from '../../../source/discovery/collectors/index.ts';
import { demoEstate } from '../../../source/discovery/demo/index.ts';
import type { DiscoveryEvent } from '../../../source/discovery/events.ts';
import { printEstate } from '../../../source/estate/print-estate.ts';

let cwd: string;
beforeEach(() => {
	cwd = mkdtempSync(join(tmpdir(), 'headwater-find-'));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

const nowhere: Search = { demo: false, profiles: [], regions: [], folders: [], declared: [] };
const now = () => new Date('2026-11-24T09:00:00Z');

function find(search: Partial<Search>, env: Readonly<Record<string, string>> = {}, events: DiscoveryEvent[] = []) {
	const around = { env, cwd, now, signal: new AbortController().signal };
	return findEstate({ ...nowhere, ...search }, around, (event) => events.push(event));
}

const plant = `version: 1
places: [{ id: plant, where: on-premises, facts: { bandwidth: 200 Mbps } }]
sources: [{ id: plant/historian, family: relational, place: plant, volume: 400 GB }]
`;

test('with a folder and a declared file no account is asked', async () => {
	writeFileSync(join(cwd, 'plant.yaml'), plant);
	mkdirSync(join(cwd, 'exports', 'orders'), { recursive: true });
	writeFileSync(join(cwd, 'exports', 'orders', 'a.csv'), 'id,total\n1,2\n');
	const events: DiscoveryEvent[] = [];
	const estate = await find({ folders: ['exports'], declared: ['plant.yaml'] }, {}, events);
	expect(estate.places.map(({ id }) => id)).toEqual(['this-machine', 'plant']);
	expect(estate.sources.map(({ id }) => id)).toEqual([
		`this-machine${join(cwd, 'exports')}/orders#csv`,
		'plant/historian',
	]);
	expect(estate.scanned.map(({ kind }) => kind)).toEqual(['folder']);
	expect(events.flatMap((event) => (event.type === 'source' ? [event.source.id] : []))).toEqual(
		estate.sources.map(({ id }) => id),
	);
});

test('what was found outside AWS stands at the site that a file declares, and what stands in AWS cannot be moved', async () => {
	mkdirSync(join(cwd, 'exports'), { recursive: true });
	for (const name of ['orders', 'returns']) {
		mkdirSync(join(cwd, 'exports', name));
		writeFileSync(join(cwd, 'exports', name, 'a.csv'), 'id,total\n1,2\n');
	}
	const idOf = (name: string): string => `this-machine${join(cwd, 'exports')}/${name}#csv`;
	writeFileSync(
		join(cwd, 'plant.yaml'),
		`version: 1
places: [{ id: plant, where: on-premises, facts: { bandwidth: 200 Mbps } }]
sources: [{ id: "${idOf('orders')}", family: file, place: plant }]
`,
	);
	const { sources, places } = await find({ folders: ['exports'], declared: ['plant.yaml'] });
	expect(sources.map(({ id, place }) => [id, place])).toEqual([
		[idOf('orders'), 'plant'],
		[idOf('returns'), 'this-machine'],
	]);
	expect(places.map(({ id }) => id)).toEqual(['this-machine', 'plant']);
	writeFileSync(
		join(cwd, 'moved.yaml'),
		`version: 1
places: [{ id: plant, where: on-premises }]
sources: [{ id: "arn:aws:rds:eu-central-1:111122223333:cluster:cards-prod", family: relational, place: plant }]
`,
	);
	await expect(find({ demo: true, declared: ['moved.yaml'] })).rejects.toMatchObject({ code: 'same-id' });
});

test('a declared file adds what it knows to a source of the demo', async () => {
	const id = 'arn:aws:rds:eu-central-1:111122223333:cluster:cards-prod';
	writeFileSync(
		join(cwd, 'more.yaml'),
		`version: 1\nsources: [{ id: "${id}", family: relational, place: "aws:111122223333:eu-central-1", freshness: 5 min }]\n`,
	);
	const { sources } = await find({ demo: true, declared: ['more.yaml'] });
	const facts = sources.find((source) => source.id === id)?.facts;
	expect(facts?.freshness).toEqual({ value: 300, from: 'declared', evidence: 'more.yaml', at: now().toISOString() });
	expect(facts?.volume?.from).toBe('measured');
});

test('the demo is what demoEstate gives, as of the day of its recording', async () => {
	expect(printEstate(await find({ demo: true }))).toBe(printEstate(await demoEstate()));
});

test('a mistake in a declared file is told before anything is searched', async () => {
	writeFileSync(join(cwd, 'plant.yaml'), plant.replace('400 GB', 'much'));
	const events: DiscoveryEvent[] = [];
	await expect(find({ demo: true, declared: ['plant.yaml'] }, {}, events)).rejects.toMatchObject({
		code: 'declared-wrong-value',
		message: 'plant.yaml, line 3: Volume: "much" is not a size.',
	});
	expect(events).toEqual([]);
});

test('a missing declared file and a missing folder are faults that name them', async () => {
	await expect(find({ declared: ['gone.yaml'] })).rejects.toMatchObject({
		message: 'The declared file gone.yaml could not be read: there is no such file.',
	});
	await expect(find({ folders: ['gone'] })).rejects.toMatchObject({ code: 'no-folder' });
});

/** Answers only who is asking, and denies everything else, in the words of each protocol. */
function denyingServer(): Promise<Server> {
	const server = createServer((request, response) => {
		let body = '';
		request.on('data', (chunk) => {
			body += chunk;
		});
		request.on('end', () => {
			response.setHeader('x-amzn-requestid', 'r-1');
			if (body.includes('GetCallerIdentity')) {
				response.setHeader('content-type', 'text/xml');
				response.end(
					'<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><Arn>arn:aws:iam::123456789012:user/reader</Arn><UserId>AIDA</UserId><Account>123456789012</Account></GetCallerIdentityResult></GetCallerIdentityResponse>',
				);
				return;
			}
			response.statusCode = 403;
			const { 'content-type': type = '', authorization = '' } = request.headers;
			const inXml = type.includes('urlencoded') || /\/s3(?:express)?\/aws4_request/.test(authorization);
			if (!inXml) {
				response.setHeader('content-type', 'application/x-amz-json-1.0');
				response.end('{"__type":"AccessDeniedException","message":"not authorized"}');
				return;
			}
			response.setHeader('content-type', 'application/xml');
			const error = '<Code>AccessDenied</Code><Message>not authorized</Message>';
			const query = request.method === 'POST';
			response.end(
				query ? `<ErrorResponse><Error><Type>Sender</Type>${error}</Error></ErrorResponse>` : `<Error>${error}</Error>`,
			);
		});
	});
	return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

test('with nothing in the scope the account of the credentials at hand is asked', async () => {
	const server = await denyingServer();
	try {
		const env = {
			AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
			AWS_SECRET_ACCESS_KEY: 'example',
			AWS_REGION: 'eu-central-1',
			AWS_ENDPOINT_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		};
		const kinds = Object.entries(collectors).toSorted(([a], [b]) => (a < b ? -1 : 1));
		const { scanned, sources, gaps } = await find({}, env);
		expect(sources).toEqual([]);
		expect(scanned.map(({ account, region, kind, state }) => [account, region, kind, state])).toEqual(
			kinds.map(([kind]) => ['123456789012', 'eu-central-1', kind, 'denied']),
		);
		expect(gaps.map(({ action }) => action)).toEqual(kinds.map(([, { calls }]) => calls[0].action));
		const named = await find({ regions: ['eu-west-1', 'us-east-1'] }, env);
		expect([...new Set(named.scanned.map(({ region }) => region))]).toEqual(['eu-west-1', 'us-east-1']);
		const only = { account: '123456789012', region: 'eu-west-1', kind: 'log-group' };
		const again = await find({ regions: ['eu-west-1'], only }, env);
		expect(again.scanned).toMatchObject([{ ...only, state: 'denied' }]);
		expect(again.gaps.map(({ about }) => about)).toEqual(['123456789012/eu-west-1/log-group']);
	} finally {
		server.close();
		server.closeAllConnections();
	}
});
