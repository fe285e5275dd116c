import type { Plan } from '../../plan/plan.ts';
import { heading, labelled, wrap } from '../wrap.ts';
import { counted, dollarsIn, titleIn, writtenFact } from '../written.ts';

/** What the plan is for, what it comes to, and how sources are brought together. */
export function headPart(plan: Plan, width: number): readonly string[] {
	const { flows, sources, unserved, costs, findings, questions, workload } = plan;
	const dollars = dollarsIn(plan);
	const served = new Set(flows.flatMap((flow) => flow.sources)).size;
	const high = findings.filter(({ severity }) => severity === 'high').length;
	const predicts = workload['model.predicts'];
	return [
		...wrap(`Plan as of ${plan.asOf}, made by ${plan.madeBy}`, { width }),
		'',
		...labelled('Predicts', predicts ? writtenFact('model.predicts', predicts.value) : 'not said yet', width),
		...labelled('Model', modelText(plan), width),
		...labelled(
			'Comes to',
			`${counted(served, 'source')} by ${counted(flows.length, 'flow')}${unserved.length > 0 ? `, ${unserved.length} without a route` : ''}. ` +
				`${dollars(costs.monthly)} a month and ${dollars(costs.oneOff)} once; ${costs.workOnce} h of work, then ${costs.workMonthly} h a month.`,
			width,
		),
		...labelled(
			'Look at',
			[
				`${counted(findings.length, 'finding')}${high > 0 ? `, ${high} of them grave` : ''}`,
				questions.length > 0
					? `${counted(questions.length, 'question')} that could change this plan`
					: 'no open question',
			].join('; '),
			width,
		),
		...(sources.length > 0 ? strategyPart(plan, width) : []),
	];
}

/** One sentence of what was said about the model; what is assumed says so. */
function modelText({ workload }: Plan): string {
	const said = (fact: string, write: (value: string) => string): readonly string[] => {
		const known = workload[fact];
		if (!known) return [];
		return [`${write(writtenFact(fact, known.value))}${known.from === 'assumed' ? ' (assumed)' : ''}`];
	};
	return [
		...said('model.unit', (unit) => `one prediction per ${unit}`),
		...said('scoring', (how) => (how === 'online' ? 'scored online while somebody waits' : 'scored in batches')),
		...said('features.freshness', (age) => `features at most ${age} old`),
		...said('retraining', (period) => `trained anew every ${period.replace(/^1 /, '')}`),
		...said('repeatable', (yes) => (yes === 'yes' ? 'runs can be repeated' : 'runs need not be repeated')),
		...(workload['training.region']
			? said('training.region', (region) => `in ${region}`)
			: ['in a region nobody has named yet']),
	].join('; ');
}

function strategyPart(plan: Plan, width: number): readonly string[] {
	const { strategy } = plan;
	const title = titleIn(plan);
	const mixed = [...new Set(plan.sources.map((source) => source.strategy))].filter((id) => id !== strategy.id);
	return [
		...heading('Strategy'),
		...wrap(
			`${title(strategy.id)}${mixed.length > 0 ? `, with ${mixed.map(title).join(' and ')} for some sources` : ''}`,
			{ width },
		),
		...strategy.reasons.flatMap((reason) => labelled('Why', reason, width, '  ')),
		...strategy.rejected.flatMap(({ id, reason }) => labelled('Why not', `${title(id)}: ${reason}`, width, '  ')),
	];
}
