import { expect, test } from 'vitest';
import { withoutSecrets } from '../../../source/discovery/clients/without-secrets.ts';

test.each([
	['a password', { Password: 'x', Username: 'reader' }, { Username: 'reader' }],
	['the secret of a line', { vlan: 7, authKey: 'x' }, { vlan: 7 }],
	[
		'a key of a connection',
		{ Properties: { ENCRYPTED_PASSWORD: 'x', SECRET_ACCESS_KEY: 'y', HOST: 'h' } },
		{ Properties: { HOST: 'h' } },
	],
	[
		'a user and a password in an address',
		{ Url: 'mongodb://reader:x@db.example/a' },
		{ Url: 'mongodb://db.example/a' },
	],
	[
		'the same as Oracle writes it',
		['jdbc:oracle:thin:reader/x@//db.example:1521/MES'],
		['jdbc:oracle:thin://db.example:1521/MES'],
	],
	[
		'a password among settings',
		'jdbc:sqlserver://db.example;user=a;password=x;encrypt=true',
		'jdbc:sqlserver://db.example;user=a;password=;encrypt=true',
	],
])('%s is left out of an answer', (_, answer, kept) => {
	expect(withoutSecrets(answer)).toEqual(kept);
});

test('what only looks like it stays: tokens of pages, where a secret is kept, numbers, times', () => {
	const answer = {
		NextToken: 'abc=',
		SecretsManagerSecretArn: 'arn:aws:secretsmanager:eu-west-1:1:secret:x',
		MasterUserSecret: { SecretArn: 'arn:aws:x' },
		PasswordLastUsed: 7,
		At: new Date(0),
		StorageEncrypted: true,
	};
	expect(withoutSecrets(answer)).toEqual(answer);
});
