import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { HeadwaterError } from '../../errors.ts';
import { type Credentials, clientSettings, type Keys, type Settings } from './connection.ts';
import { told } from './fault.ts';

/** A role, and whose keys assume it. */
export interface Assumed {
	readonly arn: string;
	readonly by: Credentials;
}

/** The keys of a role for an hour. Somebody who may not assume it is told so by a HeadwaterError. */
export async function keysOfRole({ arn, by }: Assumed, settings: Omit<Settings, 'credentials'>): Promise<Keys> {
	const client = new STSClient(clientSettings({ ...settings, credentials: by }));
	try {
		const { Credentials: keys } = await client.send(
			new AssumeRoleCommand({ RoleArn: arn, RoleSessionName: 'headwater' }),
		);
		const {
			AccessKeyId: accessKeyId = '',
			SecretAccessKey: secretAccessKey = '',
			SessionToken,
			Expiration,
		} = keys ?? {};
		return {
			accessKeyId,
			secretAccessKey,
			...(SessionToken ? { sessionToken: SessionToken } : {}),
			...(Expiration ? { expiration: Expiration } : {}),
		};
	} catch (cause) {
		throw new HeadwaterError('no-role', {
			message: `The role ${arn} cannot be assumed: ${told(cause)}`,
			wayOut: 'Create it in that account with the policy of `headwater policy`, and let these credentials assume it.',
			cause,
		});
	}
}
