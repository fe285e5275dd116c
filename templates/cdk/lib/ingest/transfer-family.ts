import { CfnParameter, RemovalPolicy } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { CfnServer, CfnUser } from 'aws-cdk-lib/aws-transfer';
import { mayWrite } from '../grants.ts';
import { constructId } from '../names.ts';
import { type Ingest, shared } from './ingest.ts';

/** An SFTP address to which a partner pushes files: one server for all, a user for each source, who sees its own folder only. */
export const transferFamily: Ingest = {
	build(scope, { source, bucket, prefix }, { lake }) {
		const server = shared(scope, 'sftp', (home) => {
			const logs = new LogGroup(home, 'sftp-logs', {
				encryptionKey: lake.key,
				retention: RetentionDays.ONE_YEAR,
				removalPolicy: RemovalPolicy.RETAIN,
			});
			return new CfnServer(home, 'sftp', {
				domain: 'S3',
				protocols: ['SFTP'],
				endpointType: 'PUBLIC',
				identityProviderType: 'SERVICE_MANAGED',
				securityPolicyName: 'TransferSecurityPolicy-2024-01',
				structuredLogDestinations: [logs.logGroupArn],
			});
		});
		const role = new Role(scope, 'partner', { assumedBy: new ServicePrincipal('transfer.amazonaws.com') });
		mayWrite(role, bucket, prefix);
		const key = new CfnParameter(scope, 'PublicKey', {
			description: `Public SSH key of ${source.title}`.slice(0, 1024),
			allowedPattern: '^(?:ssh-ed25519|ssh-rsa|ecdsa-sha2-nistp(?:256|384|521)) [A-Za-z0-9+/=]+.*$',
		}).valueAsString;
		const user = new CfnUser(scope, 'user', {
			serverId: server.attrServerId,
			userName: constructId(source),
			role: role.roleArn,
			homeDirectoryType: 'LOGICAL',
			homeDirectoryMappings: [{ entry: '/', target: `/${bucket.bucketName}/${prefix.replace(/\/$/, '')}` }],
			sshPublicKeys: [key],
		});
		user.node.addDependency(role);
		return 'tell the partner the address of the server "sftp" and the name of its user';
	},
};
