import type { Advice } from '../advice/advice.ts';
import { readsOf } from '../advice/explaining/assumptions.ts';
import type { Ground } from '../advice/ground/ground.ts';
import { needReader, type ReadNeed } from '../advice/ground/need.ts';
import { type Draft, layDraft } from '../advice/routing/draft.ts';
import { type Choices, choicesOf } from '../advice/routing/forced.ts';
import { rowsByPlace } from '../advice/routing/plan-places.ts';
import { lively, matters } from '../advice/tipping/lively.ts';
import type { Source } from '../estate/estate.ts';
import type { FactValue } from '../facts/fact.ts';
import { backgroundOf } from './background.ts';
import { type Crowd, crowds } from './crowds.ts';
import { explore } from './explore.ts';
import { guesser, type Open } from './guesses.ts';
import { type IsOpen, openFacts, scopeOf } from './open-facts.ts';
import type { Decisive } from './search.ts';
import { trialsOf } from './trials.ts';
import { valuesFor } from './values.ts';

/** Facts that are decisive for sources tried together, and whom each of these stands for. */
export interface Probe {
	readonly place: string;
	readonly decisive: readonly Decisive[];
	readonly standsFor: Crowd;
}

/** Sources of one line that are tried together; more are tried one by one, with the others behind them. */
const together = 3;

interface Means {
	readonly isOpen: IsOpen;
	readonly reads: ReturnType<typeof readsOf>;
	readonly choices: Choices;
	readonly readNeed: ReadNeed;
}

/** Tries the open facts of every source, or of those that stand for all: in AWS each by itself, elsewhere those of a line together. */
export function probe(ground: Ground, advice: Advice): readonly Probe[] {
	const readNeed = needReader(ground.table);
	const isOpen = openFacts(ground);
	const means = { isOpen, reads: readsOf(ground), choices: choicesOf(ground.given), readNeed };
	const standsFor = crowds(ground, advice, isOpen);
	return [...rowsByPlace(ground)].flatMap(([id, rows]) => {
		const place = ground.places.get(id);
		const outside = place !== undefined && place.where !== 'aws';
		const wanted = [...rows]
			.map((row) => ground.sources[row] as Source)
			.filter(({ family }, index) => readNeed(rows[index] as number, family));
		const standing = wanted.filter(({ id: own }) => standsFor.isStanding(own));
		if (standing.length === 0) return [];
		const told = (decisive: readonly Decisive[]): Probe => ({ place: id, decisive, standsFor });
		const lay = (some: readonly Source[]) => layDraft(ground, id, some, { ...means, every: true });
		if (!outside) return standing.map((one) => told(tryAll(ground, lay([one]), means)));
		if (wanted.length <= together) return [told(tryAll(ground, lay(wanted), means))];
		const all = lay(wanted);
		const joint = tryAll(
			ground,
			{ ...all, members: all.members.filter(({ source }) => standing.includes(source)) },
			means,
			true,
		);
		const found = new Set(joint.map(({ open }) => open.fact));
		return [
			told(joint),
			...standing.map((one) => {
				const draft = { ...lay([one]), background: backgroundOf(ground, all, one) };
				const own = tryAll(ground, draft, means);
				return told(own.filter(({ open: { fact, source } }) => source !== undefined || !found.has(fact)));
			}),
		];
	});
}

/** Tries the open facts of a draft; `shared`: those of the workload and the place only, each alone. */
function tryAll(ground: Ground, draft: Draft, { isOpen, reads }: Means, shared = false): readonly Decisive[] {
	const asked = openOf(ground, draft, { isOpen, reads }).filter(({ source }) => !shared || source === undefined);
	const live = lively(
		draft,
		asked.map(({ fact }) => fact),
	);
	const open = asked.filter((one) => matters(live, one.fact, one.source));
	return explore(ground, live, {
		open,
		present: presentIn(ground, draft),
		guessesOf: guesser(open, valuesFor(ground, live)),
		trials: trialsOf(ground, live, open),
		aloneOnly: shared,
	});
}

/** What holds of an open fact: nobody stated it, so that it is the same assumption for all who read it, or unknown. */
function presentIn({ read }: Ground, { place, members }: Draft): (open: Open) => FactValue | undefined {
	return ({ fact, source }) => {
		const values = members
			.filter((member) => source === undefined || member.source.id === source)
			.map((member) => read(member.source, fact)?.value);
		const [first = read(place, fact)?.value, ...more] = values;
		return more.every((value) => value === first) ? first : undefined;
	};
}

function openOf(
	ground: Ground,
	{ place, members }: Draft,
	{ isOpen, reads }: Pick<Means, 'isOpen' | 'reads'>,
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
	if (!place || place.where === 'aws') return [...found.values()];
	for (const fact of reads.place) if (isOpen(place, fact) && scopeOf(ground, fact) !== 'source') note({ fact });
	return [...found.values()];
}
