import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { saveSession } from '../../source/app/session/keep-session.ts';
import { newSession } from '../../source/app/session/new-session.ts';
import { loadPlanner } from '../../source/app/session/planner.ts';
import { reduce } from '../../source/app/session/reduce.ts';
import { type AnswerSet, noAnswers } from '../../source/estate/answers.ts';
import { facts } from '../../source/facts/index.ts';
import { largeEstate } from '../peers/large-account.ts';
import { own, today } from './measuring/own.ts';
import type { Row } from './measuring/row.ts';
import { median, quantile, timesOf, yardstick } from './measuring/timing.ts';
import { openWatched } from './measuring/watched.ts';

const scope = { demo: true, profiles: [], regions: [], folders: [], declared: [] };
const [down, tab] = ['\u001b[B', '\t'];
const estate = largeEstate(10_000);

/** Milliseconds: somebody reads a question before the first key, and an effect before the next. */
const [reading, looking] = [1500, 250];

/** What an answer would do to the plan of 10,000 sources, while somebody moves over the options of questions, and worked out by itself. */
export async function measure(rounds: number): Promise<readonly Row[]> {
	const home = mkdtempSync(join(tmpdir(), 'headwater-bench-'));
	try {
		const begun = newSession(join(home, 'large'), 'Large', scope, `${today}T00:00:00Z`);
		const session = reduce(reduce(begun, { type: 'found', estate }), { type: 'go', stage: 'questions' });
		await saveSession(session, undefined, facts);
		return [await movedOver(home, session.id), ...(await byThemselves(rounds))];
	} finally {
		rmSync(home, { recursive: true });
	}
}

/** From the key to the frame with the effect, over all options of the first questions that have some. */
async function movedOver(home: string, folder: string): Promise<Row> {
	const at = openWatched(['--session', folder], home);
	await at.looks((lines) => lines.some((line) => line.includes('The plan so far')));
	const [times, yards]: [number[], number[]] = [[], []];
	for (let question = 0; question < 30; question++) {
		await pause(reading);
		let before = cursorOn(at.lines());
		while (before !== undefined) {
			yards.push(yardstick());
			const standing = before;
			const shown = at.looks((lines) => isTold(lines, standing));
			at.write(down);
			const took = await Promise.race([shown, pause(2000)]);
			await at.quiet();
			const now = cursorOn(at.lines());
			if (now === before) break;
			times.push(took ?? Number.POSITIVE_INFINITY);
			before = now;
			await pause(looking);
		}
		at.write(tab);
		await at.quiet();
	}
	at.end();
	const figure = quantile(times, 0.95);
	return {
		title: `10,000 sources: from the key to the effect of an answer on the screen, p95 of ${times.length}`,
		figure,
		unit: 'ms',
		ratio: figure / median(yards),
		wanted: 30,
	};
}

const pause = (milliseconds: number): Promise<undefined> =>
	new Promise((resolve) => setTimeout(resolve, milliseconds, undefined));

/** The line with the option under the cursor; undefined where nothing can be picked one of several. */
const cursorOn = (lines: readonly string[]): string | undefined =>
	lines.map((line) => line.slice(0, 54)).find((line) => /❯ \([ *]\)/.test(line));

/** Whether the cursor stands on another option, with the effect of that. */
function isTold(lines: readonly string[], before: string): boolean {
	const text = lines.join('\n');
	return cursorOn(lines) !== before && text.includes('If you take this') && !text.includes('working it out');
}

/** Effects one after the other, each of an answer that was not tried just before. */
async function byThemselves(rounds: number): Promise<readonly Row[]> {
	const planner = await loadPlanner({ ...own, madeBy: 'bench', hash: '' }, today);
	const documents = { estate, answers: noAnswers };
	planner.derive(documents);
	const tried: Readonly<Record<string, readonly AnswerSet[]>> = {
		'how predictions are made': [{ scoring: 'online' }, { scoring: 'batch' }],
		deadline: [{ deadline: 7 * 86_400 }, { deadline: 30 * 86_400 }],
		freshness: [{ freshness: 3600 }, { freshness: 600 }],
		'region of the training': [{ 'training.region': 'eu-central-1' }, { 'training.region': 'us-east-1' }],
	};
	return Object.entries(tried).map(([about, sets]): Row => {
		let turn = 0;
		const { times, yards } = timesOf(
			// Of fewer the 95th in a hundred is the worst one.
			Math.max(rounds, 40),
			() => ({ ...documents, answers: { ...noAnswers, workload: sets[turn++ % sets.length] ?? {} } }),
			(answered) => planner.effect(documents, answered),
		);
		const figure = quantile(times, 0.95);
		return {
			title: `10,000 sources: effect of an answer about ${about}, worked out anew, p95`,
			figure,
			unit: 'ms',
			ratio: figure / median(yards),
		};
	});
}
