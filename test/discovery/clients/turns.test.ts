import { expect, test } from 'vitest';
import { turns } from '../../../source/discovery/clients/turns.ts';

test('turns come in the order in which they were asked for, and others are heard between them', async () => {
	const turn = turns();
	const heard: string[] = [];
	const listen = (): unknown => setImmediate(() => heard.push('other') < 20 && listen());
	listen();
	await Promise.all(
		['first', 'second', 'third'].map(async (name) => {
			await turn();
			heard.push(name);
		}),
	);
	expect(heard.filter((name) => name !== 'other')).toEqual(['first', 'second', 'third']);
	expect(heard.slice(heard.indexOf('first'), heard.indexOf('second'))).toContain('other');
	expect(heard.slice(heard.indexOf('second'), heard.indexOf('third'))).toContain('other');
});
