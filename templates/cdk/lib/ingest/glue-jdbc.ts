import { Stack } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { mayLog } from '../glue-grants.ts';
import { mayWrite } from '../grants.ts';
import { asked, askedLogin } from './asked.ts';
import { mayJoinNetworks, wayInto } from './glue-network.ts';
import type { Ingest } from './ingest.ts';
import { readingJob } from './reading-job.ts';

/** Reads tables of a database over JDBC, in parallel where a table has a number to split by, and writes Parquet. */
export const glueJdbc: Ingest = {
	needsNetwork: true,
	build(scope, unit, around) {
		const { source, bucket, prefix } = unit;
		const connections = around.network ? wayInto(scope, around.network) : [];
		if (connections.length === 0) return 'it needs a network';
		const url = asked(scope, source, 'JdbcUrl', 'JDBC URL', { allowedPattern: '^jdbc:[a-z0-9]+:.+$' });
		const tables = asked(scope, source, 'Tables', 'Tables to read, with commas between,', {
			allowedPattern: '^[\\w.$]+(,[\\w.$]+)*$',
		});
		const secret = askedLogin(scope, source);
		const role = new Role(scope, 'reader', { assumedBy: new ServicePrincipal('glue.amazonaws.com') });
		mayWrite(role, bucket, prefix);
		Secret.fromSecretCompleteArn(scope, 'secret', secret).grantRead(role);
		mayLog(role, Stack.of(scope));
		mayJoinNetworks(role);
		const isScheduled = readingJob(scope, unit, around, {
			id: 'extract',
			role,
			connections,
			arguments: { '--url': url, '--tables': tables, '--secret': secret },
		});
		return `connect its network with that of this app${isScheduled ? '' : ', then start the job once'}`;
	},
};
