import type { Advice } from '../advice/advice.ts';
import { readsOf } from '../advice/assumptions.ts';
import { type Draft, layDraft } from '../advice/draft.ts';
import { choicesOf } from '../advice/forced.ts';
import type { Ground } from '../advice/ground.ts';
import { lively, matters } from '../advice/lively.ts';
import { needReader } from '../advice/need.ts';
import { sourcesByPlace } from '../advice/plan-places.ts';
import { trialOf } from '../advice/trial.ts';
import type { Source } from '../estate/estate.ts';
import { type Decisive, explore, type Open } from './explore.ts';
import { type IsOpen, openFacts, scopeOf } from './open-facts.ts';
import { valuesFor } from './values.ts';

/** Sources tried together, what is decisive for them, and how many sources each of them stands for. */
export interface Probe {
	readonly draft: Draft;
	readonly decisive: readonly Decisive[];
	/** Ids by the id of the source that stands for them; it is among them. */
	readonly standsFor: ReadonlyMap<string, readonly string[]>;
}

/** Up to this many sources each is tried; beyond, three stand for all that take the same routes with the same facts open. */
const each = 200;
const three = 3;
/** Sources of one line that are tried together. */
const together = 40;

/** Tries the open facts of every source: in AWS each source by itself, elsewhere those of a line together. */
export function probe(ground: Ground, advice: Advice): readonly Probe[] {
	const isOpen = openFacts(ground);
	const reads = readsOf(ground);
	const choices = choicesOf(ground.given);
	const readNeed = needReader(ground.table);
	const groups = groupsOf(ground, advice, isOpen);
	return [...sourcesByPlace(ground)].flatMap(([id, sources]) => {
		const place = ground.places.get(id);
		const outside = place !== undefined && place.where !== 'aws';
		const wanted = sources.filter((source) => readNeed(ground.rowOf.get(source) as number, source.family));
		const few = outside ? wanted.length <= together : ground.sources.length <= each;
		const standing = few
			? wanted.map((source) => [source, [source]] as const)
			: representatives(wanted, groups, outside);
		const parties = outside ? [standing] : standing.map((one) => [one]);
		return parties
			.filter((party) => party.length > 0)
			.map((party): Probe => {
				const draft = layDraft(
					ground,
					id,
					party.map(([source]) => source),
					{ readNeed, choices, every: true },
				);
				const open = openOf(ground, draft, { isOpen, reads, outside });
				const live = lively(
					draft,
					open.map(({ fact }) => fact),
				);
				const how = {
					open: open.filter((one) => matters(live, one.fact, one.source)),
					isKnown: knownIn(ground, draft),
					valuesOf: valuesFor(ground, live),
					trial: trialOf(ground, live),
				};
				const standsFor = new Map(party.map(([{ id: own }, others]) => [own, others.map((other) => other.id)]));
				return { draft, decisive: explore(ground, live, how), standsFor };
			});
	});
}

function knownIn({ read }: Ground, { place, members }: Draft): (open: Open) => boolean {
	return ({ fact, source }) => {
		if (source === undefined)
			return members.some((member) => read(member.source, fact)) || read(place, fact) !== undefined;
		return members.some((member) => member.source.id === source && read(member.source, fact) !== undefined);
	};
}

type Stand = readonly [source: Source, others: readonly Source[]];

/** Sources that take the same routes and leave the same facts open. */
function groupsOf(ground: Ground, { flows }: Advice, isOpen: IsOpen): (source: Source) => string {
	const routes = new Map<string, string>();
	for (const [index, { sources }] of flows.entries()) {
		for (const id of sources) routes.set(id, `${routes.get(id) ?? ''}${index},`);
	}
	const reads = readsOf(ground);
	return (source) => {
		const open = reads.source(source.family).filter((fact) => isOpen(source, fact));
		return `${source.family}|${routes.get(source.id) ?? ''}|${open.join()}`;
	};
}

function representatives(
	sources: readonly Source[],
	groupOf: (source: Source) => string,
	outside: boolean,
): readonly Stand[] {
	return [...Map.groupBy(sources, groupOf).values()].flatMap((alike): readonly Stand[] => {
		const standing = alike.slice(0, outside ? 1 : three);
		const share = Math.ceil(alike.length / standing.length);
		return standing.map((source, index) => [source, alike.slice(index * share, (index + 1) * share)]);
	});
}

function openOf(
	ground: Ground,
	{ place, members }: Draft,
	{ isOpen, reads, outside }: { isOpen: IsOpen; reads: ReturnType<typeof readsOf>; outside: boolean },
): readonly Open[] {
	const found = new Map<string, Open>();
	const note = (open: Open): void => {
		const key = `${open.fact}|${open.source ?? ''}`;
		if (!found.has(key)) found.set(key, open);
	};
	for (const { source } of members) {
		for (const fact of reads.source(source.family)) {
			if (!isOpen(source, fact)) continue;
			note(scopeOf(ground, fact) === 'source' ? { fact, source: source.id } : { fact });
		}
	}
	if (outside)
		for (const fact of reads.place) if (isOpen(place, fact) && scopeOf(ground, fact) !== 'source') note({ fact });
	return [...found.values()];
}
