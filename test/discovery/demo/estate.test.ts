import { expect, test } from 'vitest';
import { demoDeclared, demoEstate, replayEstate } from '../../../source/discovery/demo/index.ts';
import type { DiscoveryEvent } from '../../../source/discovery/events.ts';
import { readDeclared } from '../../../source/discovery/importers/declared.ts';
import { noAnswers } from '../../../source/estate/answers.ts';
import { knower } from '../../../source/estate/known.ts';
import { parseEstate } from '../../../source/estate/parse-estate.ts';
import { printEstate } from '../../../source/estate/print-estate.ts';
import { facts } from '../../../source/facts/index.ts';
import { filesBelow, importsOf } from '../../peers/imports.ts';

const estate = await demoEstate();
const source = (title: string) => estate.sources.find((one) => one.title === title);
const valuesOf = (title: string, ...keys: readonly string[]) =>
	Object.fromEntries(keys.map((key) => [key, source(title)?.facts[key]?.value]));

test('the demo tells the story of one group: three use cases and three scenarios', () => {
	expect(estate.sources.map(({ kind, title }) => `${kind} ${title}`).toSorted()).toEqual([
		'app-events Mobile app events',
		'aurora-cluster cards-prod',
		'dynamodb-table customer-profiles',
		'file-share Quality reports (CSV)',
		'kinesis-stream machine-telemetry',
		'log-group /aws/lambda/payment-precheck',
		'log-group /brightmoor/checkout/api',
		'log-group /brightmoor/web/clickstream',
		'log-group /brightmoor/web/storefront',
		'nas Equipment logs until 2023 (NAS)',
		'oracle Plant sensors (Oracle)',
		'rds-instance maintenance',
		'rds-instance orders-prod',
		's3-bucket brightmoor-clickstream-archive',
		's3-bucket brightmoor-contact-recordings',
		's3-bucket brightmoor-equipment-logs',
		's3-bucket brightmoor-org-trail',
		's3-bucket brightmoor-product-images',
		's3-bucket brightmoor-vpc-flow-logs',
		'salesforce Customer care (Salesforce)',
	]);
	expect(estate.places.map(({ id, where }) => `${where} ${id}`)).toEqual([
		'aws aws:111122223333:eu-central-1',
		'aws aws:111122223333:us-east-1',
		'on-premises plant-kassel',
		'edge mobile-app',
		'saas salesforce',
	]);
});

test('what the collectors measured is measured, with numbers as a company has them', () => {
	expect(valuesOf('orders-prod', 'engine', 'volume', 'replica', 'load.share', 'encrypted', 'managed')).toEqual({
		engine: 'mysql',
		volume: (800 - 231) * 2 ** 30,
		replica: true,
		'load.share': 0.46,
		encrypted: true,
		managed: 'rds',
	});
	expect(valuesOf('cards-prod', 'engine', 'volume', 'load.share', 'managed', 'regime')).toEqual({
		engine: 'aurora-postgresql',
		volume: 820e9,
		'load.share': 0.64,
		managed: 'aurora',
		regime: ['pci', 'gdpr'].toSorted(),
	});
	expect(valuesOf('maintenance', 'encrypted', 'key')).toEqual({ encrypted: false, key: 'none' });
	expect(valuesOf('customer-profiles', 'volume', 'rows', 'pitr')).toEqual({
		volume: 64.2e9,
		rows: 118_400_000,
		pitr: true,
	});
	expect(valuesOf('brightmoor-clickstream-archive', 'volume', 'change', 'objects')).toEqual({
		volume: 18e12,
		change: 0,
		objects: 6_200_000,
	});
	expect(valuesOf('brightmoor-product-images', 'public')).toEqual({ public: true });
	const clickstream = source('/brightmoor/web/clickstream')?.facts.change;
	expect(clickstream?.from).toBe('measured');
	expect(Number(clickstream?.value) * 86_400).toBeCloseTo(21e9, -6);
});

test('60 TB stand behind a line that cannot carry them in time', () => {
	const knows = knower(estate, noAnswers, facts);
	const logs = source('Equipment logs until 2023 (NAS)');
	const read = (fact: string) => Number(knows(logs, fact)?.value);
	const days =
		(read('volume') * 8) / (read('bandwidth') * read('bandwidth.free') * read('bandwidth.protocol')) / 86_400;
	expect(days).toBeCloseTo(69.4, 1);
	expect(read('deadline') / 86_400).toBe(45);
});

test('decisive facts are left open, so that there is something to ask', () => {
	const knows = knower(estate, noAnswers, facts);
	const open = (title: string | undefined, fact: string) => {
		const about = title === undefined ? undefined : source(title);
		const known = knows(about, fact);
		return known === undefined || known.from === 'assumed';
	};
	for (const fact of ['scoring', 'features.freshness', 'retraining', 'repeatable', 'customer.enterprise']) {
		expect(open(undefined, fact), fact).toBe(true);
	}
	for (const fact of ['freshness', 'load.allowed', 'changes.readable'])
		expect(open('cards-prod', fact), fact).toBe(true);
	for (const fact of ['near.directConnect', 'near.terminal', 'link.upgradable']) {
		expect(open('Equipment logs until 2023 (NAS)', fact), fact).toBe(true);
	}
	for (const fact of ['consumers', 'replay', 'stateful']) expect(open('machine-telemetry', fact), fact).toBe(true);
	expect(open('brightmoor-equipment-logs', 'format')).toBe(true);
});

test('what its people declared is a file as any user could write it', () => {
	const declared = readDeclared(demoDeclared(), 'brightmoor.yaml', facts, '2026-11-24T06:00:00.000Z');
	expect(Object.entries(declared.workload).map(([fact, { value }]) => `${fact}: ${value}`)).toEqual([
		'model.predicts: which customers leave, which machines fail, which card payments are fraud',
		'model.unit: customer, machine, payment',
		'training.region: eu-central-1',
		'training.account: 111122223333',
		'residency: eu',
		'team.sql: true',
		'customer.snowball: false',
	]);
	const found = new Set(estate.sources.map(({ id }) => id));
	expect(declared.sources.filter(({ id }) => !found.has(id))).toEqual([]);
	expect(declared.sources).toHaveLength(16);
});

test('two details are denied, and each names the action that is missing', () => {
	expect(estate.gaps.map(({ about, fact, action }) => [about, fact, action])).toEqual([
		['arn:aws:s3:::brightmoor-contact-recordings', 'lifecycle.rules', 's3:GetLifecycleConfiguration'],
		['arn:aws:s3:::brightmoor-contact-recordings', 'lifecycle.small', 's3:GetLifecycleConfiguration'],
		['arn:aws:s3:::brightmoor-org-trail', 'public', 's3:GetBucketPolicyStatus'],
	]);
	expect(source('brightmoor-org-trail')?.facts.public).toBeUndefined();
});

test('a region without a database is empty, not denied', () => {
	const states = estate.scanned.map(({ region, kind, state }) => `${region} ${kind} ${state}`);
	expect(states).toContain('us-east-1 rds-instance empty');
	expect(states).toContain('eu-central-1 rds-instance ok');
});

test('the demo is the same bytes every time, and a sound estate', async () => {
	const printed = printEstate(estate);
	expect(printEstate(await demoEstate())).toBe(printed);
	expect(printEstate(parseEstate(printed, 'estate.json'))).toBe(printed);
});

test('a replay tells what happens as any discovery does, and gives the same estate at any pace', async () => {
	const events: DiscoveryEvent[] = [];
	const signal = new AbortController().signal;
	const replayed = await replayEstate({ pace: 1, signal, onEvent: (event) => events.push(event) });
	expect(printEstate(replayed)).toBe(printEstate(estate));
	const told = new Map<string, number>();
	for (const { type } of events) told.set(type, (told.get(type) ?? 0) + 1);
	expect(told.get('planned')).toBe(1);
	expect(told.get('started')).toBe(estate.scanned.length);
	expect(told.get('ended')).toBe(estate.scanned.length);
	expect(told.get('source')).toBe(estate.sources.length);
	expect(told.get('gap')).toBe(estate.gaps.length);
});

test('the demo loads no AWS client', () => {
	const files = new Map(filesBelow('source').map((file) => [file, importsOf(file)]));
	const seen = new Set<string>();
	const clients: string[] = [];
	const visit = (file: string): void => {
		if (seen.has(file)) return;
		seen.add(file);
		for (const { of, typesOnly } of files.get(file) ?? []) {
			if (typesOnly) continue;
			if (of.startsWith('@aws-sdk/') || of.startsWith('@smithy/')) clients.push(`${file} imports ${of}`);
			visit(of);
		}
	};
	visit('source/discovery/demo/index.ts');
	expect(clients).toEqual([]);
	expect(seen.has('source/discovery/collectors/s3-bucket.ts')).toBe(true);
});
