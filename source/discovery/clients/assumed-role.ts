import { AssumeRoleCommand, type AssumeRoleCommandInput, STSClient } from '@aws-sdk/client-sts';
import { HeadwaterError } from '../../errors.ts';
import { type Credentials, clientSettings, type Keys, type Settings } from './connection.ts';
import { told } from './fault.ts';
import { sortOf } from './fault-signs.ts';

/** A role, and whose keys assume it. */
export interface Assumed {
	readonly arn: string;
	readonly by: Credentials;
	/** What a profile says besides: an external id, a multi-factor code, how long. */
	readonly more?: Readonly<Partial<AssumeRoleCommandInput>>;
}

/** The keys of a role, for an hour if nobody says otherwise. Somebody who may not assume it is told so by a HeadwaterError. */
export async function keysOfRole({ arn, by, more }: Assumed, settings: Omit<Settings, 'credentials'>): Promise<Keys> {
	const client = new STSClient(clientSettings({ ...settings, credentials: by }));
	try {
		const { Credentials: keys } = await client.send(
			new AssumeRoleCommand({ RoleSessionName: 'headwater', ...more, RoleArn: arn }),
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
		const kind = sortOf(cause);
		// Who cannot be reached, or whose keys have expired, is told as for any other call.
		if (kind !== 'denied' && kind !== 'failed') throw cause;
		if (more?.TokenCode !== undefined && /MultiFactor|MFA|one time pass ?code/i.test(told(cause))) {
			throw new HeadwaterError('wrong-mfa', {
				message: `AWS does not take the multi-factor code for ${arn}: ${told(cause)}`,
				wayOut: 'Wait for the next code (each works once), and try again.',
				cause,
			});
		}
		throw new HeadwaterError('no-role', {
			message: `The role ${arn} cannot be assumed: ${told(cause)}`,
			wayOut: 'Create it in that account with the policy of `headwater policy`, and let these credentials assume it.',
			cause,
		});
	}
}
