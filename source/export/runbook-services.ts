/** What somebody on duty does about a service of a flow: how it is started again, and where it says what went wrong. */
export interface Duty {
	readonly again: string;
	readonly look: string;
}

const machine = (name: string): Duty => ({
	again: `Start the state machine \`${name}\` with the input of its last run; an export that failed leaves nothing behind.`,
	look: `The run of the state machine \`${name}\`, and its log group in the ingest stack.`,
});

/** By service id; what stands here is built by the app. */
export const duties: Readonly<Record<string, Duty>> = {
	'dynamodb-export': machine('dynamodb-export'),
	'rds-snapshot-export': machine('rds-snapshot-export'),
	'glue-jdbc': {
		again: 'Start the Glue job again: it writes a folder of its own for each run, and only the newest counts.',
		look: 'The run of the Glue job and its log.',
	},
	dms: {
		again:
			'Resume the replication; if its position in the log of the database is gone, reload: the merge takes doubles out.',
		look: 'Table statistics and log of the replication, and the alarm on its latency.',
	},
	datasync: {
		again: 'Start the task again: it copies only what differs.',
		look: 'The execution of the task, and the log group of DataSync in the ingest stack.',
	},
	'data-firehose': {
		again: 'Nothing: Firehose tries for a day. What it gave up lies below `failed/` of the bucket; put it in again.',
		look: 'The delivery log, and the alarm on the age of what is delivered.',
	},
	'kinesis-s3-delivery': {
		again: 'Nothing: the stream keeps records for days. What cannot be delivered lies below `failed/` of the bucket.',
		look: 'The log group of the channel, and the alarm on the age of the reader.',
	},
	'msk-data-delivery': {
		again: 'Nothing: the topic keeps records. What cannot be delivered lies below `failed/` of the bucket.',
		look: 'The log group of the channel.',
	},
	'glue-zero-etl': {
		again: 'Nothing: the integration goes on at its next refresh; if it is in error, make it anew.',
		look: 'The state of the integration in Glue.',
	},
	appflow: { again: 'Run the flow once by hand.', look: 'The history of the flow in AppFlow.' },
	'iot-core': { again: 'Nothing: devices send again.', look: 'The metrics of the rule, and the delivery behind it.' },
	'cloudwatch-logs-delivery': {
		again: 'Export the hours that are missing once: `aws logs create-export-task`.',
		look: 'The metrics of the subscription, and the delivery log.',
	},
	'athena-federation': {
		again: 'Ask again: nothing is kept.',
		look: 'The query in the workgroup, and whether the database can be reached from the network of the app.',
	},
	's3-direct': { again: 'Nothing runs: the data is read where it lies.', look: 'The access log of the bucket.' },
};
