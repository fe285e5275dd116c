import { decidedFlow } from '../../app/explaining/decided-flow.ts';
import { facts } from '../../facts/index.ts';
import type { Alternative, Change, Flow, Plan, PlanKnown, Rejection } from '../../plan/plan.ts';
import { sharedLine } from '../naming.ts';
import { blank, labelled, paragraph, type Row, section, span } from '../rows.ts';
import type { Signs } from '../theme.ts';
import { count, estimatePhrases } from './amounts.ts';
import { breakEvenRows } from './break-even.ts';

/** What stands in a plan under an id, by its title. */
export const named = ({ names }: Plan, id: string): string => (Object.hasOwn(names, id) ? names[id] : undefined) ?? id;

/** Services in order of travel. */
export const routeText = (plan: Plan, services: readonly string[], { arrow }: Signs): string =>
	services.map((id) => named(plan, id)).join(` ${arrow} `);

/** A flow with its reasons: why, why not, what else, and what would change it. */
export function flowRows(plan: Plan, flow: Flow, isChosen: boolean, columns: number, signs: Signs): readonly Row[] {
	const sources = flow.sources.map((id) => named(plan, id));
	const shown = sources.slice(0, 8).join(', ');
	const more = sources.length > 8 ? ` and ${sources.length - 8} more` : '';
	return [
		...paragraph(routeText(plan, flow.services, signs), columns, '', 'strong'),
		...paragraph(`${count(sources.length, 'source')}: ${shown}${more}`, columns, '', 'quiet'),
		...paragraph(
			`${flow.access}, ${carried[flow.carries]}, ${flow.cadence}, to ${named(plan, flow.to)}`,
			columns,
			'',
			'quiet',
		),
		...paragraph(estimatePhrases(flow.estimate, plan).join(', '), columns),
		...(isChosen ? paragraph('You chose this route.', columns, '', 'said') : []),
		blank,
		...section('Why', points(flow.reasons, columns, span('+ ', 'good'))),
		...section('Beware', points(flow.cautions, columns, span('! ', 'warn'))),
		...section('What else would do', alternativeRows(plan, flow.alternatives, columns, signs)),
		...section('Why not', rejectionRows(plan, flow.rejected, columns)),
		...section(
			'What would change this',
			changeRows(plan, flow.changes, columns, signs, (fact) => decidedFlow(plan, flow, fact)),
		),
		...section(
			'Assumed, since nobody said',
			points(
				flow.assuming.map((fact) => facts[fact as keyof typeof facts]?.title ?? fact),
				columns,
			),
		),
	];
}

const carried: Readonly<Record<Flow['carries'], string>> = {
	history: 'the history',
	changes: 'what is new',
	both: 'the history and what is new',
};

/** Sentences with a sign before each. */
export const points = (sentences: readonly string[], columns: number, lead = span('- ')): readonly Row[] =>
	sentences.flatMap((sentence) => paragraph(sentence, columns, lead));

/** What choosing an alternative would come to, and what it means for others at the place. */
export const alternativeText = (alternative: Alternative, flow: Flow, plan: Plan): string =>
	[
		`${estimatePhrases(alternative.estimate, plan).join(', ')}.`,
		alternative.reason,
		sharedLine(alternative, flow, plan),
	]
		.filter(Boolean)
		.join(' ');

/** Alternatives, best first, each with what it comes to. */
function alternativeRows(
	plan: Plan,
	alternatives: readonly Alternative[],
	columns: number,
	signs: Signs,
): readonly Row[] {
	return alternatives.flatMap(({ services, estimate, reason }, index) => [
		...paragraph(routeText(plan, services, signs), columns, span(`${index + 1} `), 'strong'),
		...paragraph(estimatePhrases(estimate, plan).join(', '), columns, '  ', 'quiet'),
		...paragraph(reason, columns, '  '),
	]);
}

const rejectionRows = (plan: Plan, rejected: readonly Rejection[], columns: number): readonly Row[] =>
	rejected.flatMap(({ service, reason }) => labelled(named(plan, service), reason, columns));

/** Values at which something else would be chosen. */
export function changeRows(
	plan: Plan,
	changes: readonly Change[],
	columns: number,
	signs: Signs,
	known: (fact: string) => PlanKnown | undefined = (fact) => plan.workload[fact],
): readonly Row[] {
	return changes.flatMap((change) => {
		const { fact, direction, at, becomes } = change;
		const title = facts[fact as keyof typeof facts]?.title ?? fact;
		return [
			...paragraph(`${title} ${direction} ${at} ${signs.arrow} ${routeText(plan, becomes, signs)}`, columns, '- '),
			...breakEvenRows(change, known(fact), columns, signs),
		];
	});
}
