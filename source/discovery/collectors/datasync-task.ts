import type { DescribeTaskCommandOutput, ListTasksCommandOutput } from '@aws-sdk/client-datasync';
import { ask, tellGaps } from '../reading/ask.ts';
import { atOnce } from '../reading/at-once.ts';
import { listLocations, locationEnd, locationPages } from '../reading/datasync-locations.ts';
import { listed } from '../reading/listed.ts';
import type { Collector, Reading } from './collector.ts';

/** No quota is published; 5 a second is what other tools live with. Checked 2026-11-22. */
const usual = { service: 'datasync', rate: 5, burst: 10 } as const;
const listTasks = {
	...usual,
	operation: 'ListTasks',
	action: 'datasync:ListTasks',
	answers: 'Tasks',
	why: 'Lists transfers.',
} as const;
const describeTask = {
	...usual,
	operation: 'DescribeTask',
	action: 'datasync:DescribeTask',
	answers: 'TaskArn',
	why: 'Says from where to where a transfer goes.',
} as const;

/** DataSync tasks: a link from what is read to its copy. */
export const datasyncTask: Collector = {
	title: 'DataSync tasks',
	family: 'file',
	scope: 'region',
	calls: [listTasks, describeTask, listLocations],
	async collect(reading) {
		const tasks: string[] = [];
		const pages = listed<ListTasksCommandOutput>(reading, listTasks, {
			input: { MaxResults: 100 },
			token: 'NextToken',
			next: ({ NextToken }) => NextToken,
		});
		for await (const { Tasks = [] } of pages) {
			for (const { TaskArn = '' } of Tasks) {
				reading.emit.seen(TaskArn);
				tasks.push(TaskArn);
			}
		}
		if (tasks.length === 0) return;
		const ends = await endsOf(reading);
		const lane = atOnce(5);
		for (const task of tasks) await lane.add(() => tell(reading, task, ends));
		await lane.done();
	},
};

/** What the locations of the region stand for, by ARN; those that may not be read stay what they are. */
async function endsOf(reading: Reading): Promise<ReadonlyMap<string, string>> {
	const { region, cell } = reading;
	const ends = new Map<string, string>();
	try {
		for await (const { Locations = [] } of locationPages(reading)) {
			for (const { LocationArn = '', LocationUri = '' } of Locations) {
				ends.set(LocationArn, locationEnd(reading, LocationUri) ?? LocationArn);
			}
		}
	} catch (error) {
		tellGaps(reading, { error, call: listLocations, region, about: [cell], facts: [] });
	}
	return ends;
}

async function tell(reading: Reading, TaskArn: string, ends: ReadonlyMap<string, string>): Promise<void> {
	const { region, cell, emit } = reading;
	try {
		const task = await ask<DescribeTaskCommandOutput>(reading, describeTask, { TaskArn });
		const { SourceLocationArn: from, DestinationLocationArn: to } = task;
		if (from && to) emit.link({ from: ends.get(from) ?? from, to: ends.get(to) ?? to, by: TaskArn });
	} catch (error) {
		tellGaps(reading, { error, call: describeTask, region, about: [cell], facts: [] });
	}
}
