import { hours } from '../../facts/units.ts';
import { is, not, unless } from '../../rules/constructors.ts';
import { confirmed, unconfirmed } from '../cited.ts';
import { writesLanding } from '../kept-copy.ts';
import type { ServiceRecord } from '../record.ts';
import { ownExport } from '../whole-copies.ts';
import { work } from '../work.ts';

const guide = 'docs/AmazonElastiCache/latest/dg/backups-exporting.html';

export const elasticacheExport: ServiceRecord = {
	title: 'ElastiCache and MemoryDB backup export',
	summary: 'A backup of the cache is copied to S3 as an RDB file.',
	page: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/backups-exporting.html',
	slot: 'mover',
	serves: ['data-lake'],
	access: 'API call',
	families: ['cache'],
	availability: { state: 'open', ...unconfirmed(guide) },
	requires: [
		{ because: 'it copies backups of ElastiCache and MemoryDB', that: is('where', 'aws'), ...unconfirmed(guide) },
		{
			because: 'a cache that somebody runs writes its own dump',
			that: unless('managed', not(is('managed', 'self'))),
			...unconfirmed(guide),
		},
		{
			because: 'it copies backups of Redis and Valkey',
			that: unless('engine', is('engine', 'redis')),
			...unconfirmed(guide),
		},
	],
	modes: ownExport(hours(2), work.export),
	grants: [
		{
			actions: ['elasticache:CopySnapshot', 'elasticache:CreateSnapshot'],
			on: 'source',
			why: 'Takes a backup and copies it.',
		},
		...writesLanding,
	],

	cautions: [
		{
			says: 'A cache is no system of record: what fills it lies somewhere else, and that is what should be planned.',
			...confirmed('docs/AmazonElastiCache/latest/dg/WhatIs.html'),
		},
		{ says: 'An RDB file is read by Redis tools alone: a small program turns it into rows.', ...unconfirmed(guide) },
	],
	examples: [
		{
			mode: 'once',
			given: { family: 'cache', engine: 'redis', where: 'aws', volume: 100e9 },
			then: 'holds',
			hours: 0.6,
		},
		{ given: { family: 'cache', engine: 'redis', where: 'on-premises' }, then: 'unknown' },
	],
};
