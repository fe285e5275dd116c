import { expect, test } from 'vitest';
import { derive, ownKnowledge } from '../../source/app/session/derive.ts';
import { noAnswers } from '../../source/estate/answers.ts';
import type { Estate } from '../../source/estate/estate.ts';
import { withReadiness } from '../../source/profiling/measured-facts.ts';
import { folderOf, profileOf } from '../peers/profiling.ts';

const people = ['id,email,seen_at,updated_at'];
for (let index = 0; index < 200; index += 1) {
	people.push(`${index},p${index}@example.com,2026-10-01T10:00:${String(index % 60).padStart(2, '0')}Z,2026-10-02`);
}

const planOf = async (estate: Estate) =>
	derive({ estate, answers: noAnswers }, await ownKnowledge('test'), '2026-11-24').plan;
const jobsIn = ({ jobs }: Awaited<ReturnType<typeof planOf>>) => jobs.map(({ does }) => does).toSorted();

test('what a profile measures changes the plan: masking, Macie, quality rules and joins as of the exact time', async () => {
	const { estate, sources } = await profileOf(await folderOf({ 'people.csv': `${people.join('\n')}\n` }));
	const measured = withReadiness(estate, sources);
	expect(
		Object.fromEntries(
			Object.entries(measured.sources[0]?.facts ?? {}).map(([fact, known]) => [fact, [known.value, known.from]]),
		),
	).toMatchObject({
		'keys.known': [true, 'measured'],
		'event.time': [true, 'measured'],
		updates: ['update', 'measured'],
		sensitivity: ['personal', 'measured'],
		rows: [200, 'measured'],
		structure: ['structured', 'measured'],
	});

	const [before, after] = await Promise.all([planOf(estate), planOf(measured)]);
	expect(jobsIn(before)).not.toContain('mask');
	expect(jobsIn(after)).toEqual(expect.arrayContaining(['mask', 'join', 'quality']));
	expect(before.jobs.find(({ does }) => does === 'join')?.title).toBe('Join features as of about their time');
	expect(after.jobs.find(({ does }) => does === 'join')?.title).toBe('Join features as of their time');
	expect(before.controls.map(({ id }) => id)).not.toContain('macie');
	expect(after.controls.map(({ id }) => id)).toContain('macie');
	const quality = (plan: typeof before) => plan.jobs.find(({ does }) => does === 'quality')?.settings.rules;
	expect(quality(before)).toBeUndefined();
	expect(JSON.parse(String(quality(after)))).toEqual([
		{ table: 'people', column: 'id', rule: 'complete' },
		{ table: 'people', column: 'id', rule: 'unique' },
		{ table: 'people', column: 'seen_at', rule: 'complete' },
	]);
	const asked = (plan: typeof before) => plan.questions.map(({ fact }) => fact);
	expect(asked(after)).not.toContain('sensitivity');
});

test('facts that a profile does not show stay as they were', async () => {
	const { estate, sources } = await profileOf(await folderOf({ 'notes.csv': 'id,size\n1,2\n' }));
	const facts = withReadiness(estate, sources).sources[0]?.facts;
	expect(facts?.volume).toEqual(estate.sources[0]?.facts.volume);
	expect(facts?.sensitivity).toBeUndefined();
});
