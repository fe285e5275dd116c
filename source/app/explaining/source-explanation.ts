import type { Catalog, Mode } from '../../catalog/record.ts';
import type { Vocabulary } from '../../facts/fact.ts';
import { decidedBy, knownOf } from '../../plan/decided-by.ts';
import type { Plan, PlannedSource } from '../../plan/plan.ts';
import type { Outcome } from '../../rules/condition.ts';
import { heading, labelled, wrap } from '../wrap.ts';
import { titleIn } from '../written.ts';
import { titleOf, valueText } from './condition-text.ts';
import { type Judged, type Read, type ServiceVerdict, serviceVerdict } from './service-verdicts.ts';
import { goesWithoutSaying, outcomeWords, sourceText, type Told, verdictLines } from './verdict-text.ts';

interface Given {
	readonly vocabulary: Vocabulary;
	readonly catalog: Catalog;
	readonly width: number;
}

/** What decided about a source, and the verdict on every service that could be meant for it, from the facts in the plan. */
export function explainSource(plan: Plan, source: PlannedSource, given: Given): readonly string[] {
	const { catalog, width } = given;
	const read = readerOf(plan, source, catalog);
	const used = modesOf(plan, source);
	const judged = Object.entries(catalog.services)
		.filter(([, { slot, families }]) => (slot === 'mover' || slot === 'access') && families.includes(source.family))
		.map(([id, record]) => ({
			id,
			verdict: serviceVerdict(record, { catalog, asOf: plan.asOf, read, planned: used.get(id) }),
		}));
	const meant = judged.filter(({ id, verdict }) => used.has(id) || !verdict.beside);
	const beside = judged.filter((one) => !meant.includes(one)).map(({ verdict }) => verdict.record.title);
	const place = ({ id, verdict }: (typeof judged)[number]) => (used.has(id) ? -1 : rank[verdict.outcome]);
	return [
		...factLines(plan, source, given),
		...heading('Every service that reads such a source'),
		...meant
			.toSorted((a, b) => place(a) - place(b))
			.flatMap(({ id, verdict }) => serviceLines(verdict, used.has(id), given)),
		...labelled('For other data', beside.join(', '), width, ''),
	];
}

/** The services that carry a source, each with the mode in which it does so first. */
function modesOf({ flows }: Plan, { id }: PlannedSource): ReadonlyMap<string, string | undefined> {
	const modes = new Map<string, string | undefined>();
	for (const { sources, services, settings } of flows) {
		if (!sources.includes(id)) continue;
		for (const service of services) {
			const mode = settings[service]?.mode;
			if (!modes.has(service)) modes.set(service, typeof mode === 'string' ? mode : undefined);
		}
	}
	return modes;
}

const rank: Readonly<Record<Outcome, number>> = { holds: 0, unknown: 1, fails: 2 };

/** What somebody measured or said first, then what is assumed. */
function factLines(plan: Plan, source: PlannedSource, { vocabulary, width }: Given): readonly string[] {
	const facts = Object.entries(decidedBy(plan, source));
	const lines = (assumed: boolean): readonly string[] =>
		facts
			.filter(([, { from }]) => (from === 'assumed') === assumed)
			.flatMap(([fact, known]) => {
				const where = assumed && known.evidence === 'the usual case' ? '' : ` (${sourceText(known)})`;
				const says = `${titleOf(fact, vocabulary)}: ${valueText(fact, known.value, vocabulary)}${where}`;
				return wrap(says, { width, first: '  ', rest: '    ' });
			});
	return [...heading('What is known'), ...lines(false), ...heading('What is assumed'), ...lines(true)];
}

/** Facts of the source, and what the line of its place gives it. */
function readerOf(plan: Plan, source: PlannedSource, catalog: Catalog): Read {
	const place = plan.places.find(({ id }) => id === source.place);
	const inAws = place === undefined || place.where === 'aws';
	const gives = place?.path === undefined ? undefined : catalog.services[place.path]?.gives;
	const line = inAws ? 'within AWS' : place?.path === undefined ? 'no line is planned' : titleIn(plan)(place.path);
	const told = (value: Told['value'] | undefined, says = ''): Told | undefined =>
		value === undefined ? undefined : { value, says };
	const given = (fact: string): boolean | undefined => {
		const value = gives?.[fact];
		return inAws || (typeof value === 'boolean' ? value : gives === undefined ? false : undefined);
	};
	const capacity = place?.settings.capacity;
	return (fact) => {
		const stated = knownOf(plan, source, fact);
		if (stated) return { value: stated.value, says: sourceText(stated) };
		if (fact === 'family') return told(source.family);
		if (fact === 'where') return told(place?.where);
		if (fact === 'path.online' || fact === 'path.private') return told(given(fact), line);
		if (fact === 'path.bandwidth') return told(typeof capacity === 'number' ? capacity : undefined, line);
		return undefined;
	};
}

function serviceLines(verdict: ServiceVerdict, used: boolean, given: Given): readonly string[] {
	const { width } = given;
	const { record, outcome, shut, own, best, modes, strategy } = verdict;
	const head = `${record.title}${used ? ', used in this plan' : ''}`;
	// Of what cannot be used only the reason is told; a mode says nothing where the service as a whole is out.
	const telling = ({ verdict: { outcome: one } }: Judged) => outcome !== 'fails' || one !== 'holds';
	const out = own.some(({ requirement, verdict: one }) => one.outcome === 'fails' && requirement.sure);
	return [
		...wrap(head, { width, first: `${outcomeWords[outcome]}  ` }),
		...(shut === undefined ? [] : wrap(shut, { width, first: '    ' })),
		...own.filter(telling).flatMap((one) => requirementLines(one, given)),
		...(best && !out && shut === undefined
			? modeLines(
					{ ...best, judged: best.judged.filter(telling) },
					used ? 'as planned: ' : modes > 1 ? `best of ${modes} modes: ` : '',
					given,
				)
			: []),
		...(out ? [] : strategy.flatMap((one) => requirementLines(one, given))),
	];
}

function modeLines(
	best: { readonly mode: Mode; readonly judged: readonly Judged[] },
	lead: string,
	given: Given,
): readonly string[] {
	if (best.judged.length === 0) return [];
	return [
		...wrap(`${lead}${best.mode.title}`, { width: given.width, first: '    ' }),
		...best.judged.flatMap((one) => requirementLines(one, given)),
	];
}

/** What a requirement asks and what was read. Its sentence says why it fails, so it stands only where it does, or might. */
function requirementLines({ requirement, verdict }: Judged, { vocabulary, width }: Given): readonly string[] {
	const { because, sure, quota, source } = requirement;
	if (verdict.outcome === 'holds') {
		return goesWithoutSaying(verdict) ? [] : verdictLines(verdict, vocabulary, width, '    ');
	}
	const notes = [...(sure ? [] : ['not confirmed']), ...(quota === undefined ? [] : [`may be raised: ${quota}`])];
	const says = `${verdict.outcome === 'fails' ? '' : 'perhaps: '}${because}${notes.length > 0 ? ` (${notes.join('; ')})` : ''}`;
	const first = `    ${outcomeWords[verdict.outcome]}  `;
	return [
		...wrap(`${says}${citation(source)}`, { width, first }),
		...verdictLines(verdict, vocabulary, width, '      '),
	];
}

/** Where a statement is documented; what follows by counting needs no document. */
export const citation = (source: string | undefined): string =>
	source === undefined || source === 'arithmetic' ? '' : ` [${source}]`;
