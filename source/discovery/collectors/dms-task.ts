import type {
	DescribeReplicationTasksCommandOutput,
	ReplicationTask,
} from '@aws-sdk/client-database-migration-service';
import { tellGaps } from '../reading/ask.ts';
import { agedSince } from '../reading/copy-age.ts';
import { describeEndpoints, endOf, endpointPages } from '../reading/dms-endpoints.ts';
import { listed } from '../reading/listed.ts';
import { measured } from '../reading/measured.ts';
import type { Collector, Reading } from './collector.ts';

/** No quota is published; 5 a second is what other tools live with. Checked 2026-11-22. */
const describeTasks = {
	service: 'dms',
	operation: 'DescribeReplicationTasks',
	action: 'dms:DescribeReplicationTasks',
	rate: 5,
	burst: 10,
	answers: 'ReplicationTasks',
	why: 'Lists which database DMS copies where.',
} as const;

/** Replication tasks: a link from the database that is read to its copy. A task that captures changes shows that they can be read. */
export const dmsTask: Collector = {
	title: 'DMS tasks',
	family: 'relational',
	scope: 'region',
	calls: [describeTasks, describeEndpoints],
	async collect(reading) {
		const tasks: ReplicationTask[] = [];
		const pages = listed<DescribeReplicationTasksCommandOutput>(reading, describeTasks, {
			input: { MaxRecords: 100, WithoutSettings: true },
			token: 'Marker',
			next: ({ Marker }) => Marker,
		});
		for await (const { ReplicationTasks = [] } of pages) {
			for (const task of ReplicationTasks) {
				reading.emit.seen(task.ReplicationTaskArn ?? '');
				tasks.push(task);
			}
		}
		if (tasks.length === 0) return;
		const ends = await endsOf(reading);
		for (const {
			SourceEndpointArn: from = '',
			TargetEndpointArn: to = '',
			ReplicationTaskArn: by = '',
			...task
		} of tasks) {
			const source = ends.get(from) ?? from;
			const captures = task.MigrationType !== 'full-load' && task.Status === 'running';
			// A task that runs keeps its copy in step; one that ended left it as it was then.
			const { StopDate, FullLoadFinishDate = StopDate } = task.ReplicationTaskStats ?? {};
			const ended = task.MigrationType === 'full-load' ? FullLoadFinishDate : StopDate;
			const age = agedSince(reading, captures ? undefined : ended, 'dms:DescribeReplicationTasks, when it ended');
			reading.emit.link({ from: source, to: ends.get(to) ?? to, by, ...age });
			if (captures) reading.emit.claim(source, measured({ 'changes.readable': true }, { by: describeTasks, reading }));
		}
	},
};

/** What the endpoints of the region stand for, by ARN; those that may not be read stay what they are. */
async function endsOf(reading: Reading): Promise<ReadonlyMap<string, string>> {
	const { region, cell } = reading;
	const ends = new Map<string, string>();
	try {
		for await (const { Endpoints = [] } of endpointPages(reading)) {
			for (const endpoint of Endpoints) ends.set(endpoint.EndpointArn ?? '', endOf(reading, endpoint));
		}
	} catch (error) {
		tellGaps(reading, { error, call: describeEndpoints, region, about: [cell], facts: [] });
	}
	return ends;
}
