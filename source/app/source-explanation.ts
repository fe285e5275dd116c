import type { Availability, Catalog, Mode, Requirement, ServiceRecord } from '../catalog/record.ts';
import type { Vocabulary } from '../facts/fact.ts';
import type { Plan, PlannedSource } from '../plan/plan.ts';
import type { Outcome } from '../rules/condition.ts';
import { judge, type Verdict } from '../rules/verdict.ts';
import { titleOf, valueText } from './condition-text.ts';
import { outcomeWords, sourceText, type Told, verdictLines } from './verdict-text.ts';
import { heading, wrap } from './wrap.ts';
import { titleIn } from './written.ts';

interface Given {
	readonly vocabulary: Vocabulary;
	readonly catalog: Catalog;
	readonly width: number;
}
type Read = (fact: string) => Told | undefined;

/** What decided about a source, and the verdict on every service that reads its family, from the facts in the plan. */
export function explainSource(plan: Plan, source: PlannedSource, given: Given): readonly string[] {
	const { vocabulary, catalog, width } = given;
	const read = readerOf(plan, source, catalog);
	const services = Object.entries(catalog.services).filter(
		([, { slot, families }]) => (slot === 'mover' || slot === 'access') && families.includes(source.family),
	);
	const used = new Set(
		plan.flows.filter(({ sources }) => sources.includes(source.id)).flatMap((flow) => flow.services),
	);
	return [
		...heading('What decided'),
		...Object.entries(source.decidedBy).flatMap(([fact, known]) => {
			const says = `${titleOf(fact, vocabulary)}: ${valueText(fact, known.value, vocabulary)} (${sourceText(known)})`;
			return wrap(says, { width, first: '  ', rest: '    ' });
		}),
		...heading('Every service that reads such a source'),
		...services.flatMap(([id, record]) => serviceLines(record, used.has(id), plan, read, given)),
	];
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
		const stated = source.decidedBy[fact];
		if (stated) return { value: stated.value, says: sourceText(stated) };
		if (fact === 'family') return told(source.family);
		if (fact === 'where') return told(place?.where);
		if (fact === 'path.online' || fact === 'path.private') return told(given(fact), line);
		if (fact === 'path.bandwidth') return told(typeof capacity === 'number' ? capacity : undefined, line);
		return undefined;
	};
}

interface Judged {
	readonly requirement: Requirement;
	readonly verdict: Verdict<Told>;
}

function serviceLines(record: ServiceRecord, used: boolean, plan: Plan, read: Read, given: Given): readonly string[] {
	const { width } = given;
	const shut = closed(record.availability, plan.asOf, read);
	const own = record.requires.map((requirement) => judged(requirement, read));
	const modes = Object.values(record.modes).map((mode) => ({
		mode,
		judged: (mode.requires ?? []).map((one) => judged(one, read)),
	}));
	const best = modes.toSorted((a, b) => rank(b.judged) - rank(a.judged))[0];
	const outcome = shut === undefined ? worst([...own, ...(best?.judged ?? [])]) : 'fails';
	const head = `${record.title}${used ? ', used in this plan' : ''}`;
	return [
		...wrap(head, { width, first: `${outcomeWords[outcome]}  ` }),
		...(shut === undefined ? [] : wrap(shut, { width, first: '    ' })),
		...own.flatMap((one) => requirementLines(one, given)),
		...(best ? modeLines(best, modes.length, given) : []),
	];
}

function modeLines(
	best: { readonly mode: Mode; readonly judged: readonly Judged[] },
	count: number,
	given: Given,
): readonly string[] {
	if (best.judged.length === 0) return [];
	const named = `${count > 1 ? `best of ${count} modes: ` : ''}${best.mode.title}`;
	return [
		...wrap(named, { width: given.width, first: '    ' }),
		...best.judged.flatMap((one) => requirementLines(one, given)),
	];
}

/** What a requirement asks and what was read. Its sentence says why it fails, so it stands only where it does, or might. */
function requirementLines({ requirement, verdict }: Judged, { vocabulary, width }: Given): readonly string[] {
	const { because, sure, quota, source } = requirement;
	if (verdict.outcome === 'holds') return verdictLines(verdict, vocabulary, width, '    ');
	const notes = [...(sure ? [] : ['not confirmed']), ...(quota === undefined ? [] : [`may be raised: ${quota}`])];
	const says = `${verdict.outcome === 'fails' ? '' : 'perhaps: '}${because}${notes.length > 0 ? ` (${notes.join('; ')})` : ''}`;
	const first = `    ${outcomeWords[verdict.outcome]}  `;
	return [...wrap(`${says} [${source}]`, { width, first }), ...verdictLines(verdict, vocabulary, width, '      ')];
}

const judged = (requirement: Requirement, read: Read): Judged => ({
	requirement,
	verdict: judge(requirement.that, read),
});

/** As planning counts it: an unverified failure and a quota that may be raised do not reject. */
function counted({ requirement, verdict }: Judged): Outcome {
	if (verdict.outcome !== 'fails') return verdict.outcome;
	if (requirement.quota !== undefined) return 'holds';
	return requirement.sure ? 'fails' : 'unknown';
}

const order: readonly Outcome[] = ['fails', 'unknown', 'holds'];
const rank = (all: readonly Judged[]): number => Math.min(2, ...all.map((one) => order.indexOf(counted(one))));
const worst = (all: readonly Judged[]): Outcome => order[rank(all)] ?? 'unknown';

function closed(availability: Availability, asOf: string, read: Read): string | undefined {
	if (availability.state === 'open' || availability.state === 'ending' || availability.on > asOf) return undefined;
	const { state, on, existing } = availability;
	if (state !== 'ended' && existing !== undefined && read(existing)?.value === true) return undefined;
	return state === 'ended' ? `It ended on ${on}.` : `It is ${state} since ${on}.`;
}
