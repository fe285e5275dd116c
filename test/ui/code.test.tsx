import { afterEach, expect, test } from 'vitest';
import { HeadwaterError } from '../../source/errors.ts';
import { exampleEstate, memoryHost } from './memory-host.ts';
import { keys, openScreen } from './screen.tsx';

let screen: ReturnType<typeof openScreen>;
afterEach(() => screen.close());

const device = 'arn:aws:iam::123456789012:mfa/ana';
/** A host whose discovery wants a code before anything else, and the codes that it was given. */
function wanting() {
	const given: string[] = [];
	const host = memoryHost({
		async discover(_scope, { askCode }) {
			const code = await askCode?.(device).catch(() => {
				throw new HeadwaterError('no-mfa-code', { message: 'No code was given.', wayOut: 'Type it next time.' });
			});
			given.push(code ?? '');
			return exampleEstate;
		},
	});
	return { host, given };
}

test('a code that AWS wants is asked for in the session, and what is no code is not sent', async () => {
	const { host, given } = wanting();
	screen = openScreen(host);
	screen.press(keys.enter);
	await screen.shows(`Multi-factor code for ${device}:`);
	screen.press('1', '2', '3', keys.enter);
	await screen.shows('A code has six digits.');
	screen.press(' ', '4', '5', '6', keys.enter);
	await screen.shows('Done');
	expect(given).toEqual(['123456']);
});

test('a code that nobody gives ends the discovery with what to do', async () => {
	const { host, given } = wanting();
	screen = openScreen(host);
	screen.press(keys.enter);
	await screen.shows('AWS wants a code');
	screen.press(keys.escape);
	await screen.shows(/× No code was given\.\s+Type it next time\./);
	expect(given).toEqual([]);
});

const banner = 'Endpoint override active: http://127.0.0.1:5000';

test.each([
	{ columns: 100, rows: 30 },
	{ columns: 80, rows: 12 },
])('an endpoint in place of AWS is told on every screen of %j', async (size) => {
	const profiles = { names: ['lab', 'plain'], ambient: false, banners: { '': [], lab: [banner], plain: [] } };
	const begin = memoryHost().begin;
	const scope = { demo: false, profiles: ['lab'], regions: [], folders: [], declared: [] };
	const host = memoryHost({ profiles, begin: (title) => begin(title, scope) });
	screen = openScreen(host, size);
	await screen.shows('plain');
	expect(screen.frame()).not.toContain(banner);
	screen.press(keys.enter, keys.enter);
	await screen.shows('Done');
	for (const stage of ['1', '2', '3', '4', '5', '6', '7', '8', '9']) {
		screen.press(stage);
		await screen.shows(banner);
		if (stage === '3') screen.press(keys.escape);
	}
});
