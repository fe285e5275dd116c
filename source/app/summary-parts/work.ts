import { duration } from '../../plan/amounts.ts';
import type { Job, Plan } from '../../plan/plan.ts';
import { heading, labelled, wrap } from '../wrap.ts';
import { named, titleIn } from '../written.ts';

/** The work behind the flows, in order. */
export function jobPart(plan: Plan, width: number): readonly string[] {
	if (plan.jobs.length === 0) return [];
	const title = titleIn(plan);
	const alike = Map.groupBy(plan.jobs, ({ title: what, because, cadence, engine }) =>
		JSON.stringify([what, because, cadence, engine]),
	);
	return [
		...heading('From arrival to features'),
		...[...alike.values()].flatMap((jobs) => {
			const [first] = jobs;
			if (!first) return [];
			const ways = Map.groupBy(jobs, ({ from, to }) => (from === to ? 'in place' : to));
			const says = [...ways].map(([to, some]) => {
				const from = named(
					some.map((job) => title(job.from)),
					3,
				);
				return to === 'in place' ? `in ${from}` : `${from} > ${title(to)}`;
			});
			return [
				...wrap(`${first.title}, ${first.cadence}: ${says.join('; ')}`, { width, rest: '  ' }),
				...labelled('Why', first.because, width, '  '),
				...enginePart(first, title, width),
			];
		}),
	];
}

/** What carries a job, and why nothing else does. */
function enginePart({ engine }: Job, title: (id: string) => string, width: number): readonly string[] {
	if (!engine) return [];
	return [
		...labelled('By', `${title(engine.id)}. ${engine.reasons.join(' ')}`, width, '  '),
		...engine.rejected.flatMap(({ id, reason }) => labelled('Not', `${title(id)}: ${reason}`, width, '  ')),
	];
}

/** What people do, in order, with who, how long and what first. */
export function stepPart(plan: Plan, width: number): readonly string[] {
	if (plan.steps.length === 0) return [];
	return [
		...heading('What to do'),
		...plan.steps.flatMap(({ number, says, owner, lead, wave, after, request }) => {
			const first = `${number}. `.padStart(4);
			const inner = ' '.repeat(first.length);
			const terms = [
				owner,
				...(lead ? [`takes ${duration(lead)}`] : []),
				...(wave === undefined ? [] : [`for wave ${wave}`]),
				...(after.length > 0 ? [`after ${ranges(after)}`] : []),
			];
			return [
				...wrap(`${says} (${terms.join('; ')})`, { width, first }),
				...(request === undefined ? [] : wrap(request, { width, first: inner })),
			];
		}),
	];
}

/** Numbers as people list them: `1 to 4, 7`. */
function ranges(numbers: readonly number[]): string {
	const runs: [number, number][] = [];
	for (const number of numbers) {
		const last = runs.at(-1);
		if (last && last[1] === number - 1) last[1] = number;
		else runs.push([number, number]);
	}
	return runs
		.map(([from, to]) => (from === to ? `${from}` : to === from + 1 ? `${from}, ${to}` : `${from} to ${to}`))
		.join(', ');
}
