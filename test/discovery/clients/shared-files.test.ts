import { expect, test } from 'vitest';
import { readShared } from '../../../source/discovery/clients/shared-files.ts';

const read = (config: string, credentials = '') => {
	const { profiles, sessions, services, strays } = readShared({ config, credentials });
	return {
		profiles: Object.fromEntries(profiles),
		sessions: Object.fromEntries(sessions),
		services: Object.fromEntries(services),
		strays: [...strays],
	};
};

test('profiles, sessions and services are told apart by their headings', () => {
	const config = `[default]
region = eu-west-1
[profile "data science"]
region=us-east-1 # of the lab
services = lab
[sso-session corp]
sso_region = eu-west-1
[services lab]
s3 =
  endpoint_url = http://127.0.0.1:9000
  addressing_style = path
dynamodb =
  endpoint_url = http://127.0.0.1:8000
[forgotten]
region = x
`;
	expect(read(config)).toEqual({
		profiles: { default: { region: 'eu-west-1' }, 'data science': { region: 'us-east-1', services: 'lab' } },
		sessions: { corp: { sso_region: 'eu-west-1' } },
		services: {
			lab: {
				's3.endpoint_url': 'http://127.0.0.1:9000',
				's3.addressing_style': 'path',
				'dynamodb.endpoint_url': 'http://127.0.0.1:8000',
			},
		},
		strays: ['forgotten'],
	});
});

test('what both files say of a profile, the credentials file decides', () => {
	expect(read('[profile a]\nregion = r\naws_access_key_id = old\n', '[a]\naws_access_key_id = new\n').profiles).toEqual(
		{ a: { region: 'r', aws_access_key_id: 'new' } },
	);
});

test.each([
	['', {}],
	['[default', {}],
	['a = b\n[default]\n = x\nlonely\n', { default: {} }],
	['\ufeff[default]\r\nregion = a\r\n; region = b\r\n', { default: { region: 'a' } }],
])('a file that is odd is read as far as it goes: %j', (config, profiles) => {
	expect(read(config).profiles).toEqual(profiles);
});
