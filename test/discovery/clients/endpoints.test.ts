import { expect, test } from 'vitest';
import { endpointOf } from '../../../source/discovery/clients/endpoints.ts';
import { readShared } from '../../../source/discovery/clients/shared-files.ts';

const all = 'http://127.0.0.1:5000';
const own = 'http://127.0.0.1:6000';

test.each([
	['nothing is set', 's3', {}, undefined],
	['one address holds for all services', 's3', { AWS_ENDPOINT_URL: all }, all],
	['the address of a service comes first', 's3', { AWS_ENDPOINT_URL: all, AWS_ENDPOINT_URL_S3: own }, own],
	['that of another service does not hold', 'rds', { AWS_ENDPOINT_URL_S3: own }, undefined],
	['a service of two words', 'logs', { AWS_ENDPOINT_URL_CLOUDWATCH_LOGS: own }, own],
	['an empty address is none', 's3', { AWS_ENDPOINT_URL: '' }, undefined],
	[
		'addresses are to be ignored',
		's3',
		{ AWS_ENDPOINT_URL: all, AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true' },
		undefined,
	],
] as const)('%s', (_, service, env, expected) => {
	expect(endpointOf(service, env)).toBe(expected);
});

const shared = readShared({
	config: `[default]\nendpoint_url = http://default\n[profile lab]\nendpoint_url = ${all}\nservices = lab\n[services lab]\ns3 =\n  endpoint_url = ${own}\n[profile off]\nendpoint_url = ${all}\nignore_configured_endpoint_urls = true\n`,
	credentials: '',
});

test.each([
	['the profile names one for all', 'rds', 'lab', {}, all],
	['its services section comes first', 's3', 'lab', {}, own],
	['the environment comes before the profile', 's3', 'lab', { AWS_ENDPOINT_URL: 'http://env' }, 'http://env'],
	['AWS_PROFILE chooses the profile', 'rds', undefined, { AWS_PROFILE: 'lab' }, all],
	['without one the default holds', 'rds', undefined, {}, 'http://default'],
	['a profile may ignore its own', 'rds', 'off', {}, undefined],
	['a profile that is not there has none', 'rds', 'nobody', {}, undefined],
] as const)('%s', (_, service, profile, env, expected) => {
	expect(endpointOf(service, env, { profile, shared })).toBe(expected);
});
