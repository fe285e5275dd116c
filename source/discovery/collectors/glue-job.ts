import type { GetJobRunsCommandOutput, GetJobsCommandOutput, Job } from '@aws-sdk/client-glue';
import { arnOf } from '../reading/arn.ts';
import { ask, tellGaps } from '../reading/ask.ts';
import { atOnce } from '../reading/at-once.ts';
import { connectionAddress } from '../reading/connection-address.ts';
import { agedSince } from '../reading/copy-age.ts';
import { databaseId } from '../reading/databases.ts';
import { jobEnds } from '../reading/job-ends.ts';
import { listed } from '../reading/listed.ts';
import type { Collector, Reading } from './collector.ts';
import { connectionPages, getConnections } from './glue-connection.ts';

/** No quota is published; 5 a second is what other tools live with. Checked 2026-11-28. */
const usual = { service: 'glue', rate: 5, burst: 10 } as const;
const getJobs = {
	...usual,
	operation: 'GetJobs',
	action: 'glue:GetJobs',
	answers: 'Jobs',
	why: 'Lists jobs with the stores that they read and write.',
} as const;
const getRuns = {
	...usual,
	operation: 'GetJobRuns',
	action: 'glue:GetJobRuns',
	answers: 'JobRuns',
	why: 'Says when a job last succeeded, and so how old its copy is.',
} as const;

/** Runs that are looked at for the last success; the newest come first. */
const runsBack = 20;

/** Jobs of Glue: a link from each store that a job reads to each that it writes. What a script does by itself stays unknown. */
export const glueJob: Collector = {
	title: 'Glue jobs',
	family: 'relational',
	scope: 'region',
	calls: [getJobs, getConnections, getRuns],
	async collect(reading) {
		const jobs: Job[] = [];
		const pages = listed<GetJobsCommandOutput>(reading, getJobs, {
			input: { MaxResults: 100 },
			token: 'NextToken',
			next: ({ NextToken }) => NextToken,
		});
		for await (const { Jobs = [] } of pages) {
			for (const job of Jobs) {
				reading.emit.seen(jobArn(reading, job));
				jobs.push(job);
			}
		}
		if (jobs.length === 0) return;
		const addresses = await addressesOf(reading);
		const lane = atOnce(5);
		for (const job of jobs) await lane.add(() => tell(reading, job, addresses));
		await lane.done();
	},
};

const jobArn = (reading: Reading, { Name }: Job): string => arnOf(reading, 'glue', `job/${Name}`);

/** What the connections of the region stand for, by name; those that may not be read stay what they are. */
async function addressesOf(reading: Reading): Promise<ReadonlyMap<string, string>> {
	const { region, cell } = reading;
	const found = new Map<string, string>();
	try {
		for await (const { ConnectionList = [] } of connectionPages(reading)) {
			for (const connection of ConnectionList) {
				const address = connectionAddress(connection);
				if (address && connection.Name) found.set(connection.Name, databaseId(reading, address));
			}
		}
	} catch (error) {
		tellGaps(reading, { error, call: getConnections, region, about: [cell], facts: [] });
	}
	return found;
}

async function tell(reading: Reading, job: Job, addresses: ReadonlyMap<string, string>): Promise<void> {
	const by = jobArn(reading, job);
	const { from, to } = jobEnds(reading, job, addresses);
	// A script says what it reaches, not what it does there.
	const ends = to.length > 0 ? to : [by];
	if (from.length === 0) return;
	const age = agedSince(reading, await lastSuccess(reading, job), 'glue:GetJobRuns, its last success');
	for (const one of from) for (const end of ends) reading.emit.link({ from: one, to: end, by, ...age });
}

async function lastSuccess(reading: Reading, { Name }: Job): Promise<Date | undefined> {
	const { region, cell } = reading;
	try {
		const input = { JobName: Name, MaxResults: runsBack };
		const { JobRuns = [] } = await ask<GetJobRunsCommandOutput>(reading, getRuns, input);
		const times = JobRuns.flatMap(({ JobRunState, CompletedOn }) =>
			JobRunState === 'SUCCEEDED' && CompletedOn ? [CompletedOn.getTime()] : [],
		);
		return times.length === 0 ? undefined : new Date(Math.max(...times));
	} catch (error) {
		tellGaps(reading, { error, call: getRuns, region, about: [cell], facts: [] });
		return undefined;
	}
}
