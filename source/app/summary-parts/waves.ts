import { duration } from '../../plan/amounts.ts';
import type { Plan, Wave, WaveMember } from '../../plan/plan.ts';
import { heading, labelled, wrap } from '../wrap.ts';
import { counted, dollarsIn, jointEstimate, named, titleIn } from '../written.ts';

/** In which order sources are worth bringing, and why each stands where it does. */
export function wavePart(plan: Plan, width: number): readonly string[] {
	const { waves = [] } = plan;
	if (waves.length === 0) return [];
	const dollars = dollarsIn(plan);
	const delay = plan.workload['cost.delay'];
	const counts = typeof delay?.value === 'number' ? dollars(delay.value) : 'nothing';
	return [
		...heading('In waves'),
		...wrap(
			`Ordered by what each source adds to the model against its days and its cost before credits; a day of waiting counts ${counts}${delay?.from === 'assumed' ? ', which is assumed' : ''}.`,
			{ width },
		),
		...waves.flatMap((wave) => waveLines(wave, plan, width)),
	];
}

function waveLines(wave: Wave, plan: Plan, width: number): readonly string[] {
	const { number, title, yields, lines, members } = wave;
	const names = titleIn(plan);
	return [
		'',
		...wrap(`${number}. ${title}: ${termsOf(wave, plan)}`, { width, rest: '   ' }),
		...wrap(yields, { width, first: '   ', rest: '   ' }),
		...labelled('Line', named(lines.map(names), 4), width, '   '),
		...members.flatMap((member) => memberLines(member, plan, width)),
	];
}

/** `3 sources, there after 4.1 days; $120 a month and $40 once`. */
function termsOf({ ready, once, monthly, members }: Wave, plan: Plan): string {
	const dollars = dollarsIn(plan);
	const sources = members.reduce((sum, member) => sum + member.sources.length, 0);
	return [
		`${counted(sources, 'source')}, there ${ready === undefined ? 'at a time nobody knows' : ready < 60 ? 'at once' : `after ${duration(ready)}`}`,
		`${dollars(monthly)} a month${once > 0 ? ` and ${dollars(once)} once` : ''}`,
	].join('; ');
}

const shown = 6;

function memberLines({ sources, reason }: WaveMember, plan: Plan, width: number): readonly string[] {
	const own = new Set(sources);
	const estimate = jointEstimate(plan.sources.filter(({ id }) => own.has(id)).map((source) => source.estimate));
	const { lead = 0, complete = estimate.firstData, monthly } = estimate;
	const dollars = dollarsIn(plan);
	const terms = [
		...(complete === undefined ? [] : [duration(lead + complete)]),
		...(monthly === undefined ? [] : [`${dollars(monthly)} a month`]),
	];
	const says = `${named(sources.map(titleIn(plan)), shown)}${terms.length > 0 ? ` (${terms.join('; ')})` : ''}: ${reason}`;
	return wrap(says, { width, first: '   - ', rest: '     ' });
}
