import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { sharedSettings } from '../../../source/discovery/clients/shared-settings.ts';

afterEach(() => vi.unstubAllEnvs());

test('clients with the same sockets share what was read once, others read for themselves', () => {
	const [ours, theirs] = [{}, {}];
	expect(sharedSettings(ours, undefined)).toBe(sharedSettings(ours, undefined));
	expect(sharedSettings(theirs, undefined)).not.toBe(sharedSettings(ours, undefined));
});

test('the environment says whether addresses of both kinds and of the government are used, and who asks', async () => {
	vi.stubEnv('AWS_USE_DUALSTACK_ENDPOINT', 'true');
	vi.stubEnv('AWS_USE_FIPS_ENDPOINT', 'true');
	vi.stubEnv('AWS_SDK_UA_APP_ID', 'inventory');
	const shared = sharedSettings({}, undefined);
	expect(await shared.useDualstackEndpoint()).toBe(true);
	expect(await shared.useFipsEndpoint()).toBe(true);
	expect(await shared.userAgentAppId()).toBe('inventory');
});

test('a profile says so as well, and says nothing for another one', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'headwater-'));
	try {
		const config = join(folder, 'config');
		writeFileSync(config, '[profile plant]\nuse_dualstack_endpoint = true\nsdk_ua_app_id = plant\n[profile mill]\n');
		vi.stubEnv('AWS_CONFIG_FILE', config);
		vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', join(folder, 'none'));
		const said = (profile: string) => {
			const { useDualstackEndpoint: dualstack, userAgentAppId: name } = sharedSettings({}, profile);
			return Promise.all([dualstack(), name()]);
		};
		expect(await said('plant')).toEqual([true, 'plant']);
		expect(await said('mill')).toEqual([false, undefined]);
	} finally {
		rmSync(folder, { recursive: true });
	}
});
