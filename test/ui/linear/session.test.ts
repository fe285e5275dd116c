import { expect, test } from 'vitest';
import { judgedOf } from '../../../source/app/readiness/judge.ts';
import { readingAround } from '../../../source/app/readiness/reading-around.ts';
import type { Item } from '../../../source/app/session/agenda.ts';
import { ownKnowledge } from '../../../source/app/session/derive.ts';
import { loadPlanner } from '../../../source/app/session/planner.ts';
import { demoEstate } from '../../../source/discovery/demo/index.ts';
import { noAnswers } from '../../../source/estate/answers.ts';
import type { Plan } from '../../../source/plan/plan.ts';
import { usualLimits } from '../../../source/profiling/limits.ts';
import { profileSources } from '../../../source/profiling/profile.ts';
import { openLinear } from '../../../source/ui/linear/open.ts';
import { steps } from '../../../source/ui/tour/steps.ts';
import { ids } from '../../peers/example-ids.ts';
import { exampleEstate, type MemoryHost, memoryHost } from '../memory-host.ts';
import { keys, openScreen } from '../screen.tsx';

/** The session as lines over a host: everything that was written into it, and what it said. */
async function talk(host: MemoryHost, lines: readonly string[], { ascii = false } = {}) {
	let said = '';
	const code = await openLinear({
		host,
		wanted: { demo: true, ascii },
		lines: (async function* () {
			yield* lines;
		})(),
		prompt: '',
		columns: 100,
		print: (text) => {
			said += text;
		},
		note: (text) => {
			said += text;
		},
		signal: new AbortController().signal,
	});
	return { said, code };
}

test('the whole walk is made by lines of text, and every answer is saved', async () => {
	const host = memoryHost();
	const { said, code } = await talk(host, ['', '', '', 'online', '', '1 3', '', '', '', '', '', '', '']);
	expect(code).toBe(0);
	for (const wanted of [
		'1. The demo account: recorded; needs no credentials',
		'Done: 6 sources',
		'Sources, 2 of 9.',
		'Is scoring done in batches',
		'How much data is there today',
		'Which compliance regimes apply',
		'Nothing is open',
		'Routes, 4 of 9.',
		'Strategy, 5 of 9.',
		'Diagram, 6 of 9.',
		'Cost, 7 of 9.',
		'Findings, 8 of 9.',
		'2 of 2 files are written',
		'Your work is kept',
	]) {
		expect(said).toContain(wanted);
	}
	expect(host.saved.at(-1)).toMatchObject({
		stage: 'export',
		answers: {
			workload: { scoring: 'online', regime: ['gdpr', 'pci'] },
			sources: { [ids.historian]: { volume: 2e12 } },
		},
	});
	expect(said).not.toContain('\u001b');
});

test('the same answers by lines and by keys on the demo lead to the same plan', async () => {
	const planner = await loadPlanner(await ownKnowledge('0'), '2026-11-24');
	const estate = await demoEstate();
	const exporting = () => {
		const plans: Plan[] = [];
		const host = memoryHost({
			planner: async () => planner,
			discover: async () => estate,
			export: async ({ plan, dryRun }) => {
				if (!dryRun) plans.push(plan);
				return { dryRun, verdicts: [{ path: 'plan.json', action: 'created', target: 'plan.json' }] };
			},
		});
		return { host, plans };
	};
	const byLines = exporting();
	await talk(byLines.host, [
		'',
		'',
		'',
		'the label',
		'1',
		':not sure',
		':enough, plan',
		'1',
		'choose another',
		'2',
		':export',
		'',
	]);

	const byKeys = exporting();
	const screen = openScreen(byKeys.host, { demo: true });
	screen.press(keys.enter);
	await screen.shows('Done');
	screen.press('3');
	await screen.shows('0 answered');
	screen.press('the label', keys.enter);
	await screen.shows('1 answered');
	screen.press(keys.space, keys.enter);
	await screen.shows('2 answered');
	screen.press(keys.notSure);
	await screen.shows('3 answered');
	screen.press(keys.enough);
	await screen.shows('18 flows');
	screen.press('c', 'j', keys.enter);
	await screen.shows('Chosen:');
	screen.press('9');
	await screen.shows('Enter writes');
	screen.press(keys.enter);
	await screen.shows('1 of 1 file is written');
	screen.close();

	expect(byLines.host.saved.at(-1)?.answers).toEqual(byKeys.host.saved.at(-1)?.answers);
	expect(byLines.plans).toHaveLength(1);
	expect(byLines.plans).toEqual(byKeys.plans);
});

test('where the questions change little, lines and screens say so with the way on, and number what remains', async () => {
	const planner = await loadPlanner(await ownKnowledge('0'), '2026-11-24');
	const estate = await demoEstate();
	const { items, minor } = minorOf(planner.agenda({ estate, answers: noAnswers }));
	expect(minor).toBeGreaterThan(2);
	const host = memoryHost({ planner: async () => planner, discover: async () => estate });
	const skips = Array.from({ length: items - minor + 1 }, () => ':skip');
	const { said } = await talk(host, ['', '', '', ...skips]);
	const told = said.match(/The remaining .*/g);
	expect(told).toEqual(
		[minor, minor - 1].map((n) => `The remaining ${n} change little: ":enough, plan" plans with what is assumed.`),
	);

	const screen = openScreen(host, { demo: true, columns: 200, rows: 60 });
	screen.press(keys.enter);
	await screen.shows('Done');
	screen.press('3');
	const first = await screen.shows(`0 answered, ${items} open (${minor} minor)`);
	expect(first).not.toContain('change little');
	screen.press(...Array.from({ length: items - minor }, () => keys.tab));
	await screen.shows(`The remaining ${minor} change little: ctrl+p plans with what is assumed.`);
	screen.close();
});

/** How many questions there are, and how many of them are minor. */
const minorOf = (items: readonly Item[]) => ({ items: items.length, minor: items.filter(({ minor }) => minor).length });

test('a source is picked by its number, marked, answered for and undone by words', async () => {
	const host = memoryHost();
	const { said } = await talk(host, ['', '', '/rds', 'mark all shown', 'volume', '5 TB', 'undo', '/', '2', 'again']);
	expect(said).toContain('2 of 6 with "rds".');
	expect(said).toContain('For 2 sources.');
	expect(said).toContain('Volume: 5 TB, for 2 sources.');
	expect(said).toContain(': undone. ctrl+r brings it back.');
	expect(host.saved.at(-1)?.answers.sources).toEqual({});
});

test('a command that means nothing is refused with the way to the list, which names what does', async () => {
	const { said } = await talk(memoryHost(), ['dance', '?', '', 'quit', '']);
	expect(said).toContain('"dance" means nothing here; ? lists what does.');
	expect(said).toContain('An empty line goes on; a number picks.');
	expect(said).toContain('open');
	expect(said).not.toContain('2 of 9');
});

test('an answer that cannot be read is told with what is accepted, and the question stands', async () => {
	const host = memoryHost();
	const { said } = await talk(host, ['', '', '', 'online', 'plenty', ':routes']);
	expect(said).toContain('"plenty" is not a size.');
	expect(said).toContain('Routes, 4 of 9.');
	expect(host.saved.at(-1)?.answers.sources).toEqual({});
});

test('with --ascii the lines hold no sign beyond ASCII', async () => {
	const { said } = await talk(memoryHost(), ['', '', '', ':routes', '', '', '', ''], { ascii: true });
	expect(said).toContain('Cost, 7 of 9.');
	expect([...said].filter((sign) => sign > '~')).toEqual([]);
});

test('samples are agreed to, measured and reported by lines, without anything that has to be seen', async () => {
	const host = memoryHost({
		sample: async (request) => {
			const { signal } = new AbortController();
			const figures = await profileSources({
				sources: request.estate.sources.filter(({ id }) => request.about.includes(id)),
				limits: usualLimits,
				clock: () => 0,
				around: await readingAround(request.estate, { now: host.now, signal, demo: true }),
			});
			return judgedOf(request.estate, figures, '0');
		},
		discover: () => demoEstate(),
	});
	const lines = ['', '', '/clickstream-archive', 'readiness', '', 'yes', 'write the report', 'clicks', 'undo', 'quit'];
	const { said } = await talk(host, lines);
	const parts = said.split('Nothing has been read.');
	expect(parts).toHaveLength(2);
	expect(parts[0]).toContain('In all at most 60 MB');
	expect(parts[0]).not.toContain('measured.');
	for (const wanted of [
		'1 source measured.',
		'campaign (completeness): 19.1 %',
		'Key candidates: event_id',
		'Written: clicks.md, clicks.html, clicks.json',
		'What was measured: undone.',
	]) {
		expect(parts[1]).toContain(wanted);
	}
	expect(said).not.toMatch(/[█░▁▂▃▄▅▆▇]/);
});

test('a code that AWS wants is a line, and an override of the endpoint stands on every page', async () => {
	const banner = 'Endpoint override active: http://127.0.0.1:5000';
	const begin = memoryHost().begin;
	const scope = { demo: false, profiles: ['lab'], regions: [], folders: [], declared: [] };
	const given: (string | undefined)[] = [];
	const host = memoryHost({
		profiles: { names: ['lab'], ambient: false, banners: { lab: [banner] } },
		begin: (title) => begin(title, scope),
		async discover(_scope, { askCode }) {
			given.push(await askCode?.('arn:aws:iam::123456789012:mfa/ana'));
			return exampleEstate;
		},
	});
	const { said } = await talk(host, ['2', '12', '123456', '', 'quit']);
	expect(said).toContain('Multi-factor code for arn:aws:iam::123456789012:mfa/ana, six digits');
	expect(said).toContain('A code has six digits.');
	expect(given).toEqual(['123456']);
	expect(said.split(banner).length).toBeGreaterThan(3);
});

test('before a search begins its calls, their cost and the way to the policy are said in one line', async () => {
	const host = memoryHost({ profiles: { names: ['analytics'], ambient: false } });
	const { said, code } = await talk(host, ['1', '', 'eu-central-1, eu-west-1', '', '', ':policy', '', '']);
	expect(code).toBe(0);
	expect(said).toMatch(
		/1 account in 2 regions: at least \d+ calls, all of them reads\. .*\$0\.01 .*`headwater policy > policy\.json`/,
	);
	expect(said).toContain('"rds:DescribeDBInstances"');
	expect(said).toContain('Done: 6 sources');
});

test('the tour is offered and held in lines as well, in the words that are written there', async () => {
	const planner = await loadPlanner(await ownKnowledge('0'), '2026-11-24');
	const estate = await demoEstate();
	let ended = 0;
	const host = memoryHost({
		planner: async () => planner,
		discover: async () => estate,
		isTourOver: false,
		endTour: () => {
			ended += 1;
		},
	});
	const { said } = await talk(host, [
		'tour of the demo',
		'',
		'2',
		'',
		':skip',
		'1',
		':enough, plan',
		'choose another',
		'leave it',
		'',
		'',
		'follow it',
		'',
		'',
		'',
		'',
	]);
	expect(said).toContain('"tour of the demo" begins it, "no tour" does not offer it again.');
	const told = [...said.matchAll(/^Tour, (\d+) of \d+\. (.*)$/gm)];
	const numbers = [...new Set(told.map(([, number]) => Number(number)))];
	// A line that ticks also answers.
	expect(numbers).toEqual(steps.flatMap((_, index) => (index === 5 ? [] : [index + 1])));
	expect(said).toContain('"volume" states the volume');
	expect(said).toContain('Now: ":skip".');
	expect(said).toContain('":next hint" goes on without it, ":end the tour" leaves the tour.');
	expect(said).toContain('That was the tour.');
	expect(ended).toBe(1);
});

test('a scope that is refused says how to go back to the field that is meant', async () => {
	const { said } = await talk(memoryHost(), ['3', '', '', '', ':previous', ':previous', '.', '', '', '']);
	expect(said).toContain('There is nothing to look at');
	expect(said).toContain(':previous goes to the field before, :leave it gives up.');
	expect(said).toContain('Discover, 1 of 9.');
});
