/** What somebody on duty does about a service of a flow: how it is started again, and where it says what went wrong. */
export interface Duty {
	readonly again: string;
	readonly look: string;
}

const machine = (name: string): Duty => ({
	again: `Start the state machine \`${name}\` with the input of its last run; an export that failed leaves nothing behind.`,
	look: `The run of the state machine \`${name}\`, and its log group in the ingest stack.`,
});

const reading: Duty = {
	again: 'Start the Glue job again: it writes a folder of its own for each run, and only the newest counts.',
	look: 'The run of the Glue job `read` and its log: a line for each table with the number of its rows.',
};

const unloading: Duty = {
	again: 'Run the statement of its schedule once; each run writes a folder of its own, and only the newest counts.',
	look: 'The query in the warehouse, and whether the folder of the last run is there.',
};

const brought: Duty = {
	again: 'Bring it again, below the same prefix and by the same name: the next run reads the newest.',
	look: 'Whether objects lie below its prefix, and the alarm on a store into which nothing comes.',
};

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
	'aurora-zero-etl': {
		again:
			'Nothing: the integration goes on by itself; if it is in error, delete it and deploy again, and it begins anew.',
		look: 'The state of the integration in RDS, and the lag that Redshift tells of it.',
	},
	'glue-cassandra-read': reading,
	'glue-dynamodb-read': reading,
	'glue-opensearch-read': reading,
	'lambda-consumer': {
		again:
			'Nothing: a batch is tried again from the record that failed. What waits in the queue is read from the stream again, by its place there.',
		look: 'The alarms on its age and on the queue, and the log of the function: a line for each record that failed.',
	},
	'dynamodb-serving': {
		again: 'Restore the table to a second of the last 35 days, and let the stream be read again from then on.',
		look: 'Throttled requests of the table.',
	},
	'msk-replication': {
		again:
			'Nothing: the replicator goes on where it was. If the topic is gone at the source, begin anew from the earliest record.',
		look: 'The lag that the replicator tells (MessageLag), and the logs of the cluster.',
	},
	'redshift-training-set': unloading,
	'redshift-unload': unloading,
	's3-replication': {
		again: 'Start a batch replication for what was not replicated: its status stands at each object.',
		look: 'The metrics of the replication rule at the source bucket.',
	},
	'managed-flink': {
		again: 'Start the application from its last snapshot.',
		look: 'Its log group, and whether checkpoints still succeed.',
	},
	'transfer-family': { again: 'Nothing: whoever brings files sends them again.', look: 'The log group of the server.' },
	'cloudwatch-metric-streams': {
		again: 'Nothing: metrics that were missed stay missed; the console shows them for 15 months.',
		look: 'The metric stream, and the delivery behind it.',
	},
	'vended-logs': {
		again: 'Nothing: it goes on by itself; what was missed was written nowhere.',
		look: 'The state of the flow log, and whether folders of the last hours are there.',
	},
	'data-transfer-terminal': brought,
	'own-dump': brought,
	's3-transfer-acceleration': brought,
	's3-upload': brought,
	'warehouse-export': brought,
	'kinesis-data-streams': {
		again: 'Nothing: the stream keeps what it was sent for days, and readers go on where they were.',
		look: 'The alarm on the age of its readers, and records that were throttled.',
	},
	'site-to-site-vpn': { again: 'Nothing: the tunnels come up by themselves.', look: 'The state of both tunnels.' },
	internet: { again: 'Nothing.', look: 'Whether the source can be reached.' },
	's3-direct': { again: 'Nothing runs: the data is read where it lies.', look: 'The access log of the bucket.' },
};
