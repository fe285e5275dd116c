import { expect, test } from 'vitest';
import { sortOf } from '../../../source/discovery/clients/fault-signs.ts';
import { macieSession } from '../../../source/discovery/collectors/macie-session.ts';
import type { Facts } from '../../../source/estate/estate.ts';
import { readingOf, valuesOf } from '../../peers/reading.ts';
import { awsError, denied, type Table } from '../../peers/table-caller.ts';

const bucket = { id: 'arn:aws:s3:::lake', kind: 's3-bucket', family: 'object', title: 'lake' } as const;

/** The facts of a bucket whose own kind says these, after the collector has said what it knows. */
async function factsOf(table: Table, own: Facts = {}) {
	const { reading, gathered } = readingOf(table);
	gathered.emit.source({ ...bucket, place: 'aws', facts: own });
	await macieSession.collect(reading);
	gathered.settle();
	return { facts: valuesOf(gathered.sources()[0]?.facts), gaps: gathered.gaps() };
}

const on: Table = {
	GetMacieSession: { status: 'ENABLED' },
	DescribeBuckets: {
		buckets: [
			{
				bucketName: 'lake',
				sizeInBytes: 9e9,
				objectCount: 40,
				versioning: true,
				publicAccess: { effectivePermission: 'NOT_PUBLIC' },
			},
		],
	},
	GetFindingStatistics: { countsByGroup: [] },
};
/** Findings of one type in the bucket. */
const finding = (type: string, count: number): Table => ({
	...on,
	GetFindingStatistics: ({ input }) => ({
		countsByGroup: JSON.stringify(input).includes(type) ? [{ groupKey: 'lake', count }] : [],
	}),
});

test('where Macie is on, it tells size, objects, versions and openness of a bucket whose own kind could not', async () => {
	const { facts, gaps } = await factsOf(on);
	expect(gaps).toEqual([]);
	expect(facts).toEqual({ volume: 9e9, objects: 40, versioned: true, public: false });
});

test('what the kind of the bucket measured stands', async () => {
	const volume = { value: 8e9, from: 'measured', evidence: 'cloudwatch BucketSizeBytes', at: '2026-11-25' } as const;
	expect((await factsOf(on, { volume })).facts.volume).toBe(8e9);
});

test.each([
	['personal data makes the bucket personal', 'Personal', 3, 'personal'],
	['secrets make it confidential', 'Credentials', 1, 'confidential'],
	['money may or may not be cards, and stays a question', 'Financial', 9, undefined],
	['no finding says nothing', 'Personal', 0, undefined],
])('%s', async (_, type, count, expected) => {
	expect((await factsOf(finding(`S3Object/${type}`, count))).facts.sensitivity).toBe(expected);
});

test('where Macie pauses nothing more is asked', async () => {
	const { reading, caller } = readingOf({ GetMacieSession: { status: 'PAUSED' } });
	await macieSession.collect(reading);
	expect(caller.asked).toEqual(['eu-central-1 GetMacieSession']);
});

test('where it is off, that is no denial; a denied detail names its action', async () => {
	expect(sortOf(awsError('AccessDeniedException', 'Macie is not enabled.', 403))).toBe('not-subscribed');
	const { gaps } = await factsOf({ ...on, GetFindingStatistics: denied('macie2:GetFindingStatistics') });
	expect(gaps.map(({ action }) => action)).toEqual(['macie2:GetFindingStatistics']);
});
