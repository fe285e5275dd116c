import { expect, test } from 'vitest';
import { proxiesIn } from '../../../source/discovery/clients/proxies.ts';

const host = 'rds.eu-central-1.amazonaws.com';

test.each([
	['', false],
	['*', true],
	['amazonaws.com', true],
	['.amazonaws.com', true],
	['*.amazonaws.com', true],
	['RDS.eu-central-1.amazonaws.com', true],
	['rds.eu-central-1.amazonaws.com:443', true],
	['rds.eu-central-1.amazonaws.com:8443', false],
	['azonaws.com', false],
	['localhost, 127.0.0.1 eu-central-1.amazonaws.com', true],
	['sts.eu-central-1.amazonaws.com', false],
])('with NO_PROXY=%j a service is reached without the proxy: %s', (said, direct) => {
	expect(proxiesIn({ HTTPS_PROXY: 'http://proxy:3128', NO_PROXY: said }).isDirect(host, 443)).toBe(direct);
});

test.each([
	[{ HTTPS_PROXY: 'http://proxy:3128' }, 'http://proxy:3128/'],
	[{ https_proxy: 'http://small:3128', HTTPS_PROXY: 'http://capital:3128' }, 'http://small:3128/'],
	[{ ALL_PROXY: 'https://proxy' }, 'https://proxy/'],
	[{ HTTPS_PROXY: 'proxy.corp:3128' }, 'http://proxy.corp:3128/'],
	[{ HTTPS_PROXY: '' }, undefined],
	[{ HTTPS_PROXY: 'http://:nonsense:' }, undefined],
])('%j names the proxy %s', (env, proxy) => {
	expect(proxiesIn(env).https?.href).toBe(proxy);
});
