// A window that answers and saves as fast as it can, to be killed: `node saving.ts FOLDER`. Says what it is about to save and what is saved.
import { writeSync } from 'node:fs';
import { reduce } from '../../source/app/session/reduce.ts';
import { openHost } from '../../source/app/session/session-host.ts';

const [, , folder = ''] = process.argv;
const host = await openHost(
	{
		version: '0',
		env: { HOME: folder, XDG_STATE_HOME: folder },
		cwd: folder,
		home: new URL('../../', import.meta.url),
		now: () => new Date(),
	},
	`${folder}/session`,
	{ pid: process.pid, host: 'here', isAlive: () => false },
);
const scope = { demo: true, profiles: [], regions: [], folders: [], declared: [] };
let session = host.given?.session ?? host.begin('Killed', scope);
const said = /^answer (\d+)$/.exec(String(session.answers.workload['model.label'] ?? ''))?.[1];
writeSync(1, `ready ${said ?? 0}\n`);
for (let count = Number(said ?? 0) + 1; ; count += 1) {
	const at = new Date().toISOString();
	writeSync(1, `says ${count}\n`);
	const answer = `answer ${count}`;
	session = reduce(session, { type: 'answer', fact: 'model.label', scope: 'workload', about: [], answer, at });
	host.save(session);
	// Now and then several answers come while one is being written.
	if (count % 4 !== 0) {
		await host.settled();
		writeSync(1, `saved ${count}\n`);
	}
}
