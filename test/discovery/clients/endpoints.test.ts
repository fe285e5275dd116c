import { expect, test } from 'vitest';
import { endpointOf } from '../../../source/discovery/clients/endpoints.ts';

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
